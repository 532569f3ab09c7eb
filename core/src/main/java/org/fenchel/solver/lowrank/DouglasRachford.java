package org.fenchel.solver.lowrank;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.GapProofs;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.SparsePlusLowRank;
import org.fenchel.solver.OracleWork;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * Douglas-Rachford splitting between the fit and the nuclear norm, in its primal-dual form. From X and the dual vector u, with the step
 * gamma,
 *
 * <pre>
 * u+ = (z - prox_(gamma f)(z)) / gamma    at z = X on Omega + gamma u
 * X+ = soft_(gamma nuclear)(X + gamma P'(u - 2 u+))
 * </pre>
 *
 * where soft lowers the singular values. The matrix to be shrunk is the last one, of low rank, plus numbers on Omega; so nothing of
 * the size m n is ever stored, although the textbook's iterate is such a matrix. u+ is always in the domain of f*, kinks or not, and the
 * certificate costs nothing but a norm.
 *
 * <p>Shrinking is inexact: one or two sweeps of a subspace iteration that begins where the last one ended ({@link Shrinkage}). The error goes with the
 * steps; whether the result is good is for the certificate to say, which is computed from scratch.
 *
 * <p>Cost of a step for rank k: 4 k (N + k (m + n)) multiply-adds, roughly. A step counts as a pass.
 *
 * <p>Sources: P.-L. Lions, B. Mercier (1979); A. Chambolle, T. Pock (2011), of whose method this is the case of step sizes gamma and 1/gamma; R.
 * Mazumder, T. Hastie, R. Tibshirani (2010) for the warm-started shrinkage.
 *
 * @param step gamma; 0 to balance |X| against |u| during the first hundred steps
 */
@AutoService(LowRankSolver.class)
@Described("splitting with warm-started singular value thresholding: every loss, the quickest to high accuracy")
public record DouglasRachford(double step) implements LowRankSolver {
    /** A step that is found. */
    public DouglasRachford() {
        this(0);
    }

    /**
     * Checks the parameter.
     *
     * @throws InvalidInput if it is out of its range
     */
    public DouglasRachford {
        if (!(step >= 0) || Double.isInfinite(step)) {
            throw InvalidInput.of("step=" + step, "give a positive number, or 0 to have it found");
        }
    }

    @Override
    public Run<Solution.LowRank> start(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
        return new Steps(problem, seed, start);
    }

    /** The method at work. */
    private final class Steps implements LowRankRun {
        private final LowRankFit problem;
        private final DataFit fit;
        private final double[] b;
        private final SparsePlusLowRank matrix;
        private final Shrinkage shrinkage;
        /** X. */
        private LowRankMatrix x;
        /** X on Omega. */
        private final double[] fitted;
        /** u. */
        private final double[] dual;

        private final double[] last;
        private double gamma;
        private int steps;
        private int nextBalance = 1;
        private boolean finite = true;
        private final GapProofs proofs;

        Steps(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
            this.problem = problem;
            proofs = new GapProofs(problem);
            fit = problem.fit();
            b = problem.entries().value();
            matrix = new SparsePlusLowRank(problem.entries());
            x = start == null
                    ? LowRankMatrix.zero(
                            problem.entries().m(), problem.entries().n())
                    : start.matrix();
            fitted = new double[b.length];
            dual = new double[b.length];
            last = new double[b.length];
            x.entries(problem.entries(), fitted);
            fit.gradient(fitted, b, dual);
            shrinkage = new Shrinkage(x, seed);
            gamma = step > 0 ? step : firstStep();
        }

        /** |b| over |f'(0)|, for the part of all entries that is known. */
        private double firstStep() {
            if (x.rank() > 0) {
                return Math.sqrt(x.squaredNorm()) / norm(dual);
            }
            double share = (double) b.length / ((double) x.m() * x.n());
            double size = norm(dual);
            return size > 0 && norm(b) > 0 ? norm(b) / Math.sqrt(share) / size : 1;
        }

        @Override
        public void step() {
            System.arraycopy(dual, 0, last, 0, dual.length);
            for (int e = 0; e < b.length; e++) {
                dual[e] = fitted[e] + gamma * last[e];
            }
            fit.proxGradient(dual, gamma, b, dual);
            for (int e = 0; e < b.length; e++) {
                last[e] = last[e] - 2 * dual[e];
            }
            matrix.set(1, x, gamma, last);
            x = shrinkage.shrink(matrix, gamma * problem.nuclear(), steps < 10 ? 2 : 1);
            x.entries(problem.entries(), fitted);
            steps++;
            finite = Double.isFinite(x.squaredNorm());
            if (step == 0 && steps == nextBalance && steps <= 100) {
                balance();
                nextBalance += 1 + nextBalance / 2;
            }
        }

        private void balance() {
            double primal = Math.sqrt(x.squaredNorm());
            double size = norm(dual);
            if (primal > 0 && size > 0) {
                gamma = primal / size;
            }
        }

        private static double norm(double[] v) {
            double sum = 0;
            for (double value : v) {
                sum += value * value;
            }
            return Math.sqrt(sum);
        }

        @Override
        public Solution.LowRank solution() {
            return new Solution.LowRank(x);
        }

        @Override
        public Certificate certificate(double enough) {
            return proofs.prove(solution(), enough, dual);
        }

        @Override
        public OracleWork oracle() {
            return new OracleWork(steps, matrix.products());
        }

        @Override
        public double passes() {
            return steps;
        }

        @Override
        public boolean finite() {
            return finite;
        }
    }
}
