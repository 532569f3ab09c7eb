package org.fenchel.problem;

import java.util.Arrays;
import org.fenchel.kernel.Shards;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.Penalty;
import org.jspecify.annotations.Nullable;

/**
 * Certifies weights of a {@link FiniteSum}: minimises exactly over the intercept and finds a dual point, which gives
 *
 * <pre>D(a) = sum_i w_i (a_i o_i - l*(a_i, y_i)) - r*(-X'(w a)),   with sum_i w_i a_i = 0 when there is an intercept,</pre>
 *
 * a lower bound of the objective over all weights. Two candidates for a are tried and the better one kept: the losses'
 * derivatives at the margins, and the duals of the method where it has some; or the latter alone.
 *
 * <p>Where r* is infinite at -X'(w a) (l2 = 0), the duals are scaled down until it is not. Where only 0 would do (no penalty,
 * cone constraints), the bound is proven on a ball: for every ||b|| at most R, the supremum of v'b - r(b) is at most
 * r*(nearest domain point) + R times the distance to it. R is twice the norm of the weights, and at least 1.
 *
 * <p>Holds work space of ten times n and twice d; not thread-safe. Cost of a certificate: one pass for the margins, about
 * four evaluations of all losses for the intercept, and a pass for each dual point that is tried.
 */
public final class Certifier {
    private final FiniteSum problem;
    private final Loss loss;
    private final Penalty penalty;
    private final @Nullable ExactIntercept exact;
    private final DualRepair repair;
    private final int[] all;
    private final double[] margins;
    private final double[] candidate;
    private final double[] weighted;
    private final double[] correlation;
    private final double[] nearest;
    private double intercept;

    /** Allocates the work space for a problem. */
    public Certifier(FiniteSum problem) {
        this.problem = problem;
        loss = problem.loss();
        penalty = problem.penalty();
        exact = problem.intercept() ? new ExactIntercept(problem) : null;
        repair = new DualRepair(problem);
        int n = problem.n();
        all = new int[n];
        Arrays.setAll(all, i -> i);
        margins = new double[n];
        candidate = new double[n];
        weighted = new double[n];
        correlation = new double[problem.d()];
        nearest = new double[problem.d()];
    }

    /** The exact intercept that the last certificate belongs to; 0 where the problem has none. */
    public double intercept() {
        return intercept;
    }

    /**
     * Certifies weights together with the best intercept for them.
     *
     * @param weights length d
     * @param guess an intercept to start the search from
     * @param duals the method's duals, length n, or null
     */
    public Certificate certify(double[] weights, double guess, double @Nullable [] duals) {
        return certify(weights, guess, duals, true);
    }

    /**
     * The same by the method's duals alone, for a method that knows them to be better than the losses' derivatives: saves a
     * pass.
     */
    public Certificate certifyBy(double[] duals, double[] weights, double guess) {
        return certify(weights, guess, duals, false);
    }

    private Certificate certify(double[] weights, double guess, double @Nullable [] duals, boolean derivatives) {
        int n = problem.n();
        problem.rows().multiply(all, n, weights, margins);
        for (int i = 0; i < n; i++) {
            margins[i] += problem.offsets()[i];
        }
        intercept = exact == null ? 0 : exact.minimise(margins, guess);
        for (int i = 0; i < n; i++) {
            margins[i] += intercept;
        }
        double primal = problem.meanLoss(margins) + penalty.value(weights);
        if (!Double.isFinite(primal)) {
            return new Certificate.None(
                    primal,
                    Double.isNaN(primal)
                            ? "the weights are not finite"
                            : "the objective is infinite here: a margin lies outside the loss's domain");
        }
        Bound best = new Bound(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        if (derivatives) {
            loss.derivatives(n, margins, problem.targets(), candidate, weighted);
            best = better(best, bound(candidate, weights), primal);
        }
        if (duals != null) {
            System.arraycopy(duals, 0, candidate, 0, n);
            best = better(best, bound(candidate, weights), primal);
        }
        if (best.value == Double.NEGATIVE_INFINITY) {
            return new Certificate.None(primal, "no feasible dual point is known");
        }
        return new Certificate.DualityGap(primal, best.value, best.radius);
    }

    /**
     * Whether these weights, with the intercept of the last certificate, are a direction in which the objective falls for ever:
     * separable classes without a penalty, say. Then there is no minimiser.
     */
    public boolean noMinimiser(double[] weights) {
        problem.rows().multiply(all, problem.n(), weights, margins);
        for (int i = 0; i < margins.length; i++) {
            margins[i] += intercept;
        }
        return Recession.along(problem, weights, margins);
    }

    /** A lower bound and the radius of the ball it holds on. */
    private record Bound(double value, double radius) {}

    /** A bound that holds everywhere is preferred, unless it is worse by far: it then says next to nothing. */
    private static Bound better(Bound a, Bound b, double primal) {
        if (a.radius == b.radius) {
            return a.value >= b.value ? a : b;
        }
        Bound everywhere = a.radius > b.radius ? a : b;
        Bound ball = a.radius > b.radius ? b : a;
        return primal - everywhere.value <= 1e3 * (primal - ball.value) ? everywhere : ball;
    }

    private Bound bound(double[] duals, double[] weights) {
        if (!repair.repair(duals)) {
            return new Bound(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        Arrays.fill(correlation, 0);
        for (int i = 0; i < duals.length; i++) {
            weighted[i] = -problem.shares()[i] * duals[i];
        }
        problem.rows().addTransposed(all, duals.length, weighted, correlation);
        double conjugate = penalty.conjugate(correlation);
        if (conjugate < Double.POSITIVE_INFINITY) {
            return new Bound(lossPart(duals, 1) - conjugate, Double.POSITIVE_INFINITY);
        }
        double scale = repair.mayScale() ? penalty.domainScale(correlation) : 0;
        if (scale > 0) {
            for (int j = 0; j < correlation.length; j++) {
                nearest[j] = scale * correlation[j];
            }
            return new Bound(lossPart(duals, scale) - penalty.conjugate(nearest), Double.POSITIVE_INFINITY);
        }
        double norm = 0;
        for (double b : weights) {
            norm += b * b;
        }
        double radius = Math.max(1, 2 * Math.sqrt(norm));
        penalty.nearestInDomain(correlation, nearest);
        double distance = 0;
        for (int j = 0; j < correlation.length; j++) {
            double off = correlation[j] - nearest[j];
            distance += off * off;
        }
        return new Bound(lossPart(duals, 1) - penalty.conjugate(nearest) - radius * Math.sqrt(distance), radius);
    }

    /** sum_i w_i (s a_i o_i - l*(s a_i, y_i)). */
    private double lossPart(double[] duals, double s) {
        int n = duals.length;
        int shards = Shards.ofLosses(n);
        return Shards.sum(
                shards, part -> lossPart(duals, s, Shards.start(part, shards, n), Shards.start(part + 1, shards, n)));
    }

    private double lossPart(double[] duals, double s, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double dual = s * duals[i];
            sum += problem.shares()[i] * (dual * problem.offsets()[i] - loss.conjugate(dual, problem.targets()[i]));
        }
        return sum;
    }
}
