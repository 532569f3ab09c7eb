package org.fenchel.solver.links;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.Tall;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.solver.OracleWork;
import org.fenchel.solver.lowrank.SubspaceProx;
import org.jspecify.annotations.Nullable;

/**
 * The linearised, preconditioned method of multipliers with an inexact prox of the nuclear norm, as He and Harchaoui (NIPS 2015) compare with: W is a copy of X
 * with the hinge and l1, y their multiplier,
 *
 * <pre>
 * X+ = eps-prox of nuclear/eta at X - (theta (X - W) + y) / eta,   by conditional gradients
 * W+ = prox of (hinge + l1)/theta at X+ + y/theta
 * y+ = y + theta (X+ - W+)
 * </pre>
 *
 * <table>
 * <caption>Its symbols</caption>
 * <tr><td>y, W</td><td>M and W of the {@link org.fenchel.problem.links.SplitMatrix} whose Z is X + y/theta, with gamma = 1 / theta</td></tr>
 * <tr><td>centre of X+</td><td>(1 - rho) X + rho (W - gamma M), rho = theta / eta</td></tr>
 * <tr><td>eps_t</td><td>accuracy / t, or what so many calls of the oracle give</td></tr>
 * </table>
 *
 * <p>With eta = theta and an exact prox it is {@link DouglasRachford}. Cost of a step for rank r: 2 r products with full matrices, m n each, and up to
 * 120 for each call.
 *
 * <p>Source of the method: Y. Ouyang, Y. Chen, G. Lan, E. Pasiliao, "An accelerated linearized alternating direction method of multipliers" (2014).
 *
 * @param theta weight of the quadratic term; 0 to balance |X| against |M|
 * @param eta of the linearised step, as a multiple of theta, from 1 on
 * @param calls of the oracle in each step; 0 for the decaying accuracy
 * @param accuracy c of eps_t = c / t, in units of the objective
 * @param pairs that a call may add, 1 for the leading one alone
 */
@AutoService(LinkSolver.class)
@Described("multipliers with conditional gradients for the matrix: singular pairs alone, the paper's competitor")
public record SemiLpadmm(double theta, double eta, int calls, double accuracy, int pairs) implements LinkSolver {
    /** theta found, no more linear than it has to be, one call a step for all pairs that it finds. */
    public SemiLpadmm() {
        this(0, 1, 1, 1, 12);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public SemiLpadmm {
        if (!(theta >= 0) || Double.isInfinite(theta)) {
            throw InvalidInput.of("theta=" + theta, "give a positive number, or 0 to have it found");
        }
        if (!(eta >= 1) || Double.isInfinite(eta)) {
            throw InvalidInput.of("eta=" + eta, "give 1 or more");
        }
        if (calls < 0) {
            throw InvalidInput.of("calls=" + calls, "give 1 or more, or 0 for the decaying accuracy");
        }
        if (!(accuracy > 0) || Double.isInfinite(accuracy)) {
            throw InvalidInput.of("accuracy=" + accuracy, "give a positive number, such as 1");
        }
        if (pairs < 1) {
            throw InvalidInput.of("pairs=" + pairs, "give 1 or more");
        }
    }

    @Override
    public Steps start(LinkFit problem, long seed, Solution.@Nullable LowRank start) {
        return new Steps(problem, this, seed, start);
    }

    /** The method at work. */
    public static final class Steps extends Splitting {
        private final SemiLpadmm settings;
        private final SubspaceProx prox;

        Steps(LinkFit problem, SemiLpadmm settings, long seed, Solution.@Nullable LowRank start) {
            super(problem, start, settings.theta > 0 ? 1 / settings.theta : 0);
            this.settings = settings;
            // nuclear ||X||_* is at most F(X) at the solution, and that at most F(0) = 1
            prox = new SubspaceProx(settings.pairs, Math.max(1 / problem.nuclear(), x.nuclearNorm()), seed);
        }

        @Override
        LowRankMatrix next() {
            double step = split.gamma() / settings.eta; // 1 / eta of the article
            LinearMap centre = settings.eta == 1
                    ? split.reflected()
                    : new Between(1 - 1 / settings.eta, x, 1 / settings.eta, split.reflected());
            double eps = settings.calls > 0 ? 0 : step * settings.accuracy / (steps() + 1);
            int most = settings.calls > 0 ? settings.calls : Integer.MAX_VALUE;
            return prox.solve(centre, step * problem.nuclear(), turned(centre), eps, most);
        }

        /** A guess whose vectors are those of X after one sweep of a subspace iteration: pairs of the residual alone turn them slowly. */
        private LowRankMatrix turned(LinearMap centre) {
            int m = centre.m();
            int n = centre.n();
            double[] left = new double[m * x.rank()];
            centre.multiply(x.rank(), x.right(), left);
            int p = Tall.orthonormalise(m, x.rank(), left);
            double[] right = new double[n * p];
            centre.transposed(p, left, right);
            double[] basis = right.clone();
            int r = Tall.orthonormalise(n, p, basis);
            return r == 0
                    ? LowRankMatrix.zero(m, n)
                    : LowRankMatrix.rotated(m, n, p, r, left, Tall.cross(n, p, r, right, basis), basis);
        }

        @Override
        public OracleWork oracle() {
            return new OracleWork(prox.calls(), split.products());
        }
    }

    /** a x + b c, known by its products. */
    private record Between(double a, LowRankMatrix x, double b, LinearMap c) implements LinearMap {
        @Override
        public int m() {
            return c.m();
        }

        @Override
        public int n() {
            return c.n();
        }

        @Override
        public void multiply(int k, double[] v, double[] out) {
            c.multiply(k, v, out);
            add(m(), n(), x.scaledLeft(a), x.right(), k, v, out);
        }

        @Override
        public void transposed(int k, double[] u, double[] out) {
            c.transposed(k, u, out);
            add(n(), m(), x.right(), x.scaledLeft(a), k, u, out);
        }

        private void add(int rows, int inner, double[] left, double[] right, int k, double[] v, double[] out) {
            double[] product = new double[rows * k];
            if (x.rank() > 0) {
                Tall.multiply(rows, x.rank(), k, left, Tall.cross(inner, x.rank(), k, right, v), product);
            }
            for (int i = 0; i < product.length; i++) {
                out[i] = product[i] + b * out[i];
            }
        }
    }
}
