package org.fenchel.solver.dual;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.Constraint;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorCertifier;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.step.BatchColumns;
import org.fenchel.solver.step.OneRow;
import org.fenchel.solver.step.RowSampler;
import org.jspecify.annotations.Nullable;

/**
 * Dual coordinate ascent on several margins a row: a step maximises the dual exactly over a row's K variables. What l2 does not hold,
 * intercepts among it, is held near a centre that follows, as in {@link SdcaRun}.
 *
 * <p>State: duals u (n x K), v = kappa centre - X'(s u), and the weights that belong to v: v / (l2 + kappa) where there is no
 * other penalty, otherwise the rest's prox of that, taken for the columns of each row. Penalties that tie columns together are taken
 * whole, at the cost of d K a row.
 */
final class VectorAscentRun implements Run<MultiLinear> {
    /** A pass that gains less than this part of what the distance is worth has done with the present centre. */
    private static final double DONE = 0.3;

    /** A second-order fit takes about so many products with all rows. */
    private static final double FIT = 150;

    private final VectorSum problem;
    private final VectorLoss loss;
    private final Sdca method;
    private final long seed;
    private final int classes;
    private final double kappa;
    private final double eta;
    private final double modulus;
    private final @Nullable Penalty rest;
    private final double restStep;
    private final BatchColumns columns;
    private final int[] row = new int[1];
    private final double[] reaches;
    private final RowSampler sampler;
    private final OneRow one;
    private final double[] duals;
    private final double[] v;
    private final double[] weights;
    private final double[] intercepts;
    private final double[] centre;
    private final double[] centreIntercepts;
    private final VectorCertifier certifier;
    private final double[] certified;
    private final AscentPace pace;
    private @Nullable Run<MultiLinear> finish;
    private double passes;
    private boolean finite = true;

    VectorAscentRun(VectorSum problem, Sdca method, long seed, MultiLinear start) {
        this.problem = problem;
        this.method = method;
        this.seed = seed;
        loss = problem.loss();
        classes = problem.classes();
        int n = problem.n();
        double meanSquare = 0;
        for (int i = 0; i < n; i++) {
            meanSquare += problem.shares()[i] * problem.rows().squaredNorm(i);
        }
        double enough = meanSquare > 0 ? loss.smoothness() * meanSquare / n : 1;
        Penalty penalty = problem.penalty();
        boolean separable = penalty instanceof Separable;
        kappa = separable && penalty.l2() >= 1e-3 * enough ? 0 : enough;
        modulus = penalty.l2() + kappa;
        eta = problem.intercept() ? 0.5 * (n / loss.smoothness() + meanSquare / modulus) : 0;
        rest = rest(penalty);
        // a separable rest is without its l2; any other penalty is whole, and kappa alone is left
        restStep = 1 / (separable ? modulus : kappa);
        columns = new BatchColumns(problem.rows(), !separable);
        reaches = new double[n];
        for (int i = 0; i < n; i++) {
            reaches[i] = problem.shares()[i] * (problem.rows().squaredNorm(i) / modulus + eta);
        }
        sampler = new RowSampler(problem.all(), method.sampling() == Sampling.PERMUTED, seed);
        if (method.sampling() == Sampling.IMPORTANCE) {
            sampler.weigh(
                    Arrays.stream(reaches).map(q -> 1 + q * loss.smoothness()).toArray());
        }
        one = new OneRow(problem.rows(), loss, classes);
        duals = new double[n * classes];
        centre = start.weights().clone();
        v = new double[centre.length];
        for (int j = 0; j < v.length; j++) {
            v[j] = kappa * centre[j];
        }
        weights = start.weights().clone();
        intercepts = start.intercepts().clone();
        centreIntercepts = start.intercepts().clone();
        certifier = new VectorCertifier(problem);
        certified = start.intercepts().clone();
        double products = (double) problem.rows().nonZeros() * classes;
        pace = new AscentPace(
                products + 60.0 * n * classes, FIT * products, problem.penalty().l2() > 0);
    }

    /** The penalty but for the l2 of a separable one; null where nothing is left. */
    private static @Nullable Penalty rest(Penalty penalty) {
        if (!(penalty instanceof Separable separable)) {
            return penalty;
        }
        Penalty left = Penalty.of(0, separable.l1(), new Constraint(separable.low(), separable.high()));
        return left instanceof None ? null : left;
    }

    @Override
    public void step() {
        Run<MultiLinear> last = finish;
        if (last != null) {
            last.step();
            return;
        }
        if (passes == 0) {
            readWeights();
        }
        if (method.sampling() == Sampling.ADAPTIVE) {
            readWeights();
            sampler.weigh(gaps());
        }
        int[] visits = sampler.pass();
        double gain = 0;
        int visited = 0;
        while (visited < visits.length) {
            gain += visit(visits[visited++]);
            if ((visited & 1023) == 0 && Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        double part = (double) visited / visits.length;
        passes += part;
        readWeights();
        finite = Double.isFinite(gain);
        pace.observe(gain, part);
        follow(gain);
        System.arraycopy(intercepts, 0, certified, 0, classes);
        if (finite && method.finish() && pace.isSlow()) {
            ProximalPoint secondOrder = new ProximalPoint();
            if (secondOrder.onVectors().refusal(problem).isEmpty()) {
                finish = secondOrder.onVectors().start(problem, seed, new MultiLinear(weights, intercepts));
            }
        }
    }

    /** A row's step; returns what it gains at least, by the strong concavity of the dual. */
    private double visit(int i) {
        double share = problem.shares()[i];
        double q = reaches[i];
        if (rest == null) {
            one.margins(i, v, 1 / modulus, intercepts);
        } else {
            one.margins(i, weights, 1, intercepts);
        }
        if (q == 0) {
            return 0; // a row of zeros without intercepts has no part in the weights
        }
        double square = one.maximise(duals, i * classes, q, problem.targets()[i]);
        for (int k = 0; k < classes; k++) {
            intercepts[k] -= eta * share * one.change()[k];
        }
        one.add(-share, v);
        if (rest instanceof Separable separable) {
            row[0] = i;
            columns.of(row, 1);
            for (int c = 0; c < columns.count(); c++) {
                int from = columns.columns()[c] * classes;
                for (int at = from; at < from + classes; at++) {
                    weights[at] = separable.prox(v[at] * restStep, restStep);
                }
            }
        } else if (rest != null) {
            readWeights();
        }
        return 0.5 * share * (q + 1 / loss.smoothness()) * square;
    }

    private void readWeights() {
        for (int j = 0; j < v.length; j++) {
            weights[j] = v[j] * restStep;
        }
        if (rest != null) {
            rest.prox(weights, restStep, weights);
        }
    }

    /** Each row's own duality gap, with a floor under it. */
    private double[] gaps() {
        double[] gaps = new double[problem.n()];
        double sum = 0;
        for (int i = 0; i < gaps.length; i++) {
            double[] z = one.margins(i, weights, 1, intercepts);
            double y = problem.targets()[i];
            double gap = loss.value(classes, z, 0, y) + loss.conjugate(classes, duals, i * classes, y);
            for (int k = 0; k < classes; k++) {
                gap -= z[k] * duals[i * classes + k];
            }
            gaps[i] = problem.shares()[i] * Math.max(gap, 0);
            sum += gaps[i];
        }
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] += (sum > 0 ? 0.1 * sum : 1) / gaps.length;
        }
        return gaps;
    }

    /** Lets the centre follow the point, and the weights and intercepts the centre. */
    private void follow(double gain) {
        double distance = 0;
        if (kappa > 0) {
            for (int j = 0; j < centre.length; j++) {
                distance += 0.5 * kappa * (weights[j] - centre[j]) * (weights[j] - centre[j]);
            }
        }
        for (int k = 0; k < classes && eta > 0; k++) {
            double off = intercepts[k] - centreIntercepts[k];
            distance += 0.5 * off * off / eta;
        }
        if (!(distance > 0) || gain > DONE * distance) {
            return;
        }
        if (kappa > 0) {
            for (int j = 0; j < centre.length; j++) {
                v[j] += kappa * (weights[j] - centre[j]);
                centre[j] = weights[j];
            }
            readWeights();
        }
        for (int k = 0; k < classes && eta > 0; k++) {
            double shift = intercepts[k] - centreIntercepts[k];
            centreIntercepts[k] = intercepts[k];
            intercepts[k] += shift;
        }
    }

    @Override
    public MultiLinear solution() {
        Run<MultiLinear> last = finish;
        return last != null ? last.solution() : new MultiLinear(weights.clone(), certified.clone());
    }

    @Override
    public Certificate certificate() {
        Run<MultiLinear> last = finish;
        if (last != null) {
            return last.certificate();
        }
        Certificate certificate = certifier.certify(weights, intercepts, duals);
        System.arraycopy(certifier.intercepts(), 0, certified, 0, classes);
        return certificate;
    }

    @Override
    public double passes() {
        Run<MultiLinear> last = finish;
        return passes + (last == null ? 0 : last.passes());
    }

    @Override
    public OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    public Health health() {
        Run<MultiLinear> last = finish;
        return last != null ? last.health() : finite ? Health.WELL : Health.OVERFLOW;
    }
}
