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
 * derivatives at the margins, and the duals of the method where it has some; or the latter alone. {@link WeakDuality} says what is
 * proven where r* is infinite.
 *
 * <p>Holds work space of ten times n and twice d; not thread-safe. Cost of a certificate: half a pass for the margins, about
 * four evaluations of all losses for the intercept, and half a pass for each dual point that is tried, less what is known
 * already ({@link Evidence}).
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
    private final WeakDuality duality;
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
        duality = new WeakDuality(new Duals(), penalty, problem.d());
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
        return certify(Evidence.of(weights, guess).withDuals(duals));
    }

    /**
     * The same with what else is known.
     *
     * @throws IllegalArgumentException if only duals are to be tried and there are none
     */
    public Certificate certify(Evidence known) {
        if (known.onlyDuals() && known.duals() == null) {
            throw new IllegalArgumentException("there are no duals to certify by");
        }
        double[] weights = known.weights();
        int n = problem.n();
        measure(known);
        double primal = problem.meanLoss(margins) + penalty.value(weights);
        if (!Double.isFinite(primal)) {
            return new Certificate.None(
                    primal,
                    Double.isNaN(primal)
                            ? "the weights are not finite"
                            : "the objective is infinite here: a margin lies outside the loss's domain");
        }
        LowerBound best = LowerBound.NONE;
        if (!known.onlyDuals()) {
            loss.derivatives(n, margins, problem.targets(), candidate, weighted);
            // an exact intercept changes the derivatives
            double @Nullable [] gradient = exact == null ? known.lossGradient() : null;
            best = best.orBetter(duality.bound(candidate, weights, gradient), primal);
        }
        if (known.duals() != null) {
            System.arraycopy(known.duals(), 0, candidate, 0, n);
            best = best.orBetter(duality.bound(candidate, weights, null), primal);
        }
        return best.certificate(primal);
    }

    /** Margins with the exact intercept. */
    private void measure(Evidence known) {
        int n = problem.n();
        if (known.margins() == null) {
            problem.rows().multiply(all, n, known.weights(), margins);
            for (int i = 0; i < n; i++) {
                margins[i] += problem.offsets()[i];
            }
        } else {
            double own = exact == null ? 0 : known.intercept();
            for (int i = 0; i < n; i++) {
                margins[i] = known.margins()[i] - own;
            }
        }
        intercept = exact == null ? 0 : exact.minimise(margins, known.intercept());
        for (int i = 0; i < n; i++) {
            margins[i] += intercept;
        }
    }

    /**
     * Whether the weights of the last certificate, with its intercept, are a direction in which the objective falls for ever:
     * separable classes without a penalty, say. Then there is no minimiser.
     *
     * @param weights the same again
     */
    public boolean noMinimiser(double[] weights) {
        for (int i = 0; i < margins.length; i++) {
            candidate[i] = margins[i] - problem.offsets()[i];
        }
        return Recession.along(problem, weights, candidate);
    }

    private final class Duals implements WeakDuality.Duals {
        @Override
        public boolean repair(double[] duals) {
            return repair.repair(duals);
        }

        @Override
        public boolean mayScale() {
            return repair.mayScale();
        }

        @Override
        public void correlate(double[] duals, double[] out) {
            Arrays.fill(out, 0);
            for (int i = 0; i < duals.length; i++) {
                weighted[i] = -problem.shares()[i] * duals[i];
            }
            problem.rows().addTransposed(all, duals.length, weighted, out);
        }

        @Override
        public double lossPart(double[] duals, double s) {
            int n = duals.length;
            int shards = Shards.ofLosses(n);
            return Shards.sum(
                    shards,
                    part -> lossPart(duals, s, Shards.start(part, shards, n), Shards.start(part + 1, shards, n)));
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
}
