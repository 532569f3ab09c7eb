package org.fenchel.problem;

import java.util.Arrays;
import org.fenchel.data.MatrixProducts;
import org.fenchel.kernel.Shards;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.Penalty;
import org.jspecify.annotations.Nullable;

/**
 * Certifies weights of a {@link VectorSum}: minimises exactly over the intercepts and finds a dual point, which gives
 *
 * <pre>D(a) = -sum_i w_i l*(a_i, y_i) - r*(-X'(w a)),   a_i in R^K, with sum_i w_i a_i = 0 when there are intercepts,</pre>
 *
 * a lower bound of the objective over all weights. Candidates are the losses' gradients at the margins, and the duals of the
 * method where it has some; {@link WeakDuality} says what is proven where r* is infinite.
 *
 * <p>Holds work space of four times n K and two times d K; not thread-safe. Cost of a certificate: a pass for the margins, two or
 * three evaluations of all losses for the intercepts, and half a pass for each dual point.
 */
public final class VectorCertifier {
    private final VectorSum problem;
    private final VectorLoss loss;
    private final Penalty penalty;
    private final int classes;
    private final @Nullable ExactIntercepts exact;
    private final ClassBalance balance;
    private final WeakDuality duality;
    private final double[] free;
    private final double[] margins;
    private final double[] candidate;
    private final double[] weighted;
    private final double[] values;
    private final double[] intercepts;

    /** Allocates the work space for a problem. */
    public VectorCertifier(VectorSum problem) {
        this.problem = problem;
        loss = problem.loss();
        penalty = problem.penalty();
        classes = problem.classes();
        exact = problem.intercept() ? new ExactIntercepts(problem) : null;
        balance = new ClassBalance(problem);
        duality = new WeakDuality(new Duals(), penalty, problem.d() * classes);
        int length = problem.n() * classes;
        free = new double[length];
        margins = new double[length];
        candidate = new double[length];
        weighted = new double[length];
        values = new double[problem.n()];
        intercepts = new double[classes];
    }

    /** The exact intercepts that the last certificate belongs to, length K; 0 where the problem has none. Read only. */
    public double[] intercepts() {
        return intercepts;
    }

    /**
     * Certifies weights together with the best intercepts for them.
     *
     * @param weights length d K
     * @param guess intercepts to start the search from, length K
     * @param duals the method's duals, shape (n, K), or null
     */
    public Certificate certify(double[] weights, double[] guess, double @Nullable [] duals) {
        Arrays.fill(intercepts, 0);
        int n = problem.n();
        if (exact == null) {
            problem.margins(weights, intercepts, margins);
            int shards = problem.shards();
            Shards.run(
                    shards,
                    s -> loss.gradients(
                            Shards.start(s, shards, n),
                            Shards.start(s + 1, shards, n),
                            classes,
                            margins,
                            problem.targets(),
                            candidate,
                            values));
        } else {
            problem.margins(weights, intercepts, free);
            System.arraycopy(guess, 0, intercepts, 0, classes);
            exact.minimise(free, intercepts, margins, candidate);
        }
        double primal = problem.meanLoss(margins) + penalty.value(weights);
        if (!Double.isFinite(primal)) {
            return new Certificate.None(
                    primal, Double.isNaN(primal) ? "the weights are not finite" : "the objective is infinite here");
        }
        LowerBound best = LowerBound.NONE.orBetter(duality.bound(candidate, weights, null), primal);
        if (duals != null) {
            System.arraycopy(duals, 0, candidate, 0, candidate.length);
            best = best.orBetter(duality.bound(candidate, weights, null), primal);
        }
        return best.certificate(primal);
    }

    /**
     * Whether these weights, with the intercepts of the last certificate, are a direction in which the objective falls for ever.
     * Then there is no minimiser.
     */
    public boolean noMinimiser(double[] weights) {
        problem.margins(weights, intercepts, margins);
        return VectorRecession.along(problem, weights, margins);
    }

    private final class Duals implements WeakDuality.Duals {
        @Override
        public boolean repair(double[] duals) {
            balance.repair(duals);
            return true;
        }

        @Override
        public boolean mayScale() {
            return true;
        }

        @Override
        public void correlate(double[] duals, double[] out) {
            Arrays.fill(out, 0);
            for (int i = 0; i < problem.n(); i++) {
                double share = problem.shares()[i];
                for (int k = 0; k < classes; k++) {
                    weighted[i * classes + k] = -share * duals[i * classes + k];
                }
            }
            MatrixProducts.addTransposed(problem.rows(), problem.all(), problem.n(), classes, weighted, out);
        }

        @Override
        public double lossPart(double[] duals, double s) {
            int n = problem.n();
            int shards = problem.shards();
            return Shards.sum(shards, part -> {
                double sum = 0;
                for (int i = Shards.start(part, shards, n); i < Shards.start(part + 1, shards, n); i++) {
                    int at = i * classes;
                    for (int k = at; k < at + classes; k++) {
                        weighted[k] = s * duals[k];
                    }
                    sum -= problem.shares()[i] * loss.conjugate(classes, weighted, at, problem.targets()[i]);
                }
                return sum;
            });
        }
    }
}
