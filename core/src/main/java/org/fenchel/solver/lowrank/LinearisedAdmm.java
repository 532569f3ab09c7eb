package org.fenchel.solver.lowrank;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.GapProofs;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.solver.OracleWork;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * Linearised alternating directions of multipliers with prox-mappings by conditional gradients, the paper's Semi-LPADMM, on z = Px:
 *
 * <pre>{@code
 * x+ = eps-prox of x - P'(theta (Px - z) + y) / theta under (nuclear / theta) ||.||_*
 * y+ = f'(z+) at z+ = prox of Px+ + y / theta under f / theta
 * }</pre>
 *
 * <p>y is a dual vector. Each mapping begins where the last one ended, so the errors of early ones stay in y.
 *
 * <p>Source: Y. Ouyang, Y. Chen, G. Lan, E. Pasiliao (2015).
 *
 * @param inner how the conditional gradients go on
 * @param calls so many calls of the oracle for each mapping; 0 for the decaying accuracy
 * @param accuracy c of eps_t = c / t, in units of F(0)
 * @param penalty theta; 0 to balance |u| against |x| during the first fifty iterations
 */
@AutoService(LowRankSolver.class)
@Described("linearised ADMM, singular pairs for the matrix (Semi-LPADMM)")
public record LinearisedAdmm(Inner inner, int calls, double accuracy, double penalty) implements LowRankSolver {
    private static final int BALANCED = 50;

    /** A sweep a mapping, the penalty found. */
    public LinearisedAdmm() {
        this(Inner.SWEEP, 1, 1e-2, 0);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public LinearisedAdmm {
        InnerAccuracy.check(calls, accuracy);
        if (!(penalty >= 0) || Double.isInfinite(penalty)) {
            throw InvalidInput.of("penalty=" + penalty, "give a positive number, or 0 to have it found");
        }
    }

    @Override
    public Run<Solution.LowRank> start(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
        return new Steps(problem, seed, start);
    }

    /** The method at work. */
    private final class Steps implements LowRankRun {
        private final LowRankFit problem;
        private final double[] b;
        private final NuclearProx prox;
        private final GapProofs proofs;
        private final double scale;
        private final double[] fitted;
        private final double[] z;
        private final double[] y;
        private final double[] moved;
        private LowRankMatrix x;
        private double theta;
        private int t;

        Steps(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
            this.problem = problem;
            b = problem.entries().value();
            fitted = new double[b.length];
            z = new double[b.length];
            y = new double[b.length];
            moved = new double[b.length];
            scale = problem.fit().value(fitted, b);
            x = start == null
                    ? LowRankMatrix.zero(
                            problem.entries().m(), problem.entries().n())
                    : start.matrix();
            prox = new NuclearProx(
                    inner, problem.entries(), Math.max(scale / problem.nuclear(), x.nuclearNorm()), seed);
            prox.startAt(x);
            proofs = new GapProofs(problem);
            x.entries(problem.entries(), fitted);
            System.arraycopy(fitted, 0, z, 0, z.length);
            problem.fit().gradient(fitted, b, y);
            double share = (double) b.length / ((double) x.m() * x.n());
            double size = x.rank() > 0 ? Math.sqrt(x.squaredNorm()) : norm(b) / Math.sqrt(share);
            theta = penalty > 0 ? penalty : size > 0 && norm(y) > 0 ? norm(y) / size : 1;
        }

        private static double norm(double[] v) {
            return Math.sqrt(Vectors.dot(v.length, v, 0, v, 0));
        }

        @Override
        public void step() {
            t++;
            for (int e = 0; e < b.length; e++) {
                moved[e] = fitted[e] - z[e] + y[e] / theta;
            }
            double eps = calls > 0 ? Double.NEGATIVE_INFINITY : accuracy * scale / t / theta;
            x = prox.solve(x, -1, moved, problem.nuclear() / theta, x, eps, calls > 0 ? calls : Integer.MAX_VALUE);
            x.entries(problem.entries(), fitted);
            for (int e = 0; e < b.length; e++) {
                moved[e] = fitted[e] + y[e] / theta;
            }
            problem.fit().proxGradient(moved, 1 / theta, b, y);
            for (int e = 0; e < b.length; e++) {
                z[e] = moved[e] - y[e] / theta;
            }
            boolean look = penalty == 0 && t <= BALANCED && Integer.bitCount(t) == 1;
            if (look && x.rank() > 0 && norm(y) > 0) {
                theta = norm(y) / Math.sqrt(x.squaredNorm());
            }
        }

        @Override
        public Solution.LowRank solution() {
            return new Solution.LowRank(x);
        }

        @Override
        public Certificate certificate(double enough) {
            return proofs.prove(solution(), enough, y);
        }

        @Override
        public double passes() {
            return t;
        }

        @Override
        public OracleWork oracle() {
            return prox.work();
        }

        @Override
        public boolean finite() {
            return Double.isFinite(x.squaredNorm());
        }
    }
}
