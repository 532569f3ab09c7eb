package org.fenchel.solver.lowrank;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.Shards;
import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Tall;
import org.fenchel.kernel.Vectors;
import org.fenchel.loss.Squared;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * Alternating least squares, the recommender's classic: X = A B' for factors of a rank chosen beforehand, and in turn each row of A, then each of B, is a
 * ridge regression,
 *
 * <pre>min over A, B of (1/N) sum_known (a_i'b_j - x_ij)^2 / 2 + nuclear (||A||^2 + ||B||^2) / 2.</pre>
 *
 * <p>Since ||X||_* is the least (||A||^2 + ||B||^2) / 2 over all factors of X, this is the problem of the nuclear norm for matrices of that rank, and not convex: where
 * the optimum has a higher rank, the certificate stays away from 0 and says how much was lost.
 *
 * <p>Cost of a step for rank k: N k^2 + (m + n) k^3 / 6 multiply-adds for each side.
 *
 * <p>Sources: Y. Hu, Y. Koren, C. Volinsky (2008); for the norm, N. Srebro, J. Rennie, T. Jaakkola (2005).
 *
 * @param rank k
 */
@AutoService(LowRankSolver.class)
@Described("alternating least squares at a fixed rank: squared loss alone, to compare with")
public record Als(int rank) implements LowRankSolver {
    private static final double START = 0.1;

    /** Ten factors. */
    public Als() {
        this(10);
    }

    /**
     * Checks the parameter.
     *
     * @throws InvalidInput if it is out of its range
     */
    public Als {
        if (rank < 1) {
            throw InvalidInput.of("rank=" + rank, "give 1 or more");
        }
    }

    @Override
    public Optional<String> refusal(LowRankFit problem) {
        return problem.fit() instanceof MeanLoss mean && mean.loss() instanceof Squared
                ? Optional.empty()
                : Optional.of("alternating least squares is for the squared loss");
    }

    @Override
    public Run<Solution.LowRank> start(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
        return new Steps(problem, rank, seed, start);
    }

    /** The method at work. */
    private static final class Steps implements Run<Solution.LowRank> {
        private final LowRankFit problem;
        private final ObservedEntries entries;
        private final int k;
        private final double ridge;
        private final double[] a;
        private final double[] b;
        private final double[] byColumn;
        private int steps;

        Steps(LowRankFit problem, int rank, long seed, Solution.@Nullable LowRank start) {
            this.problem = problem;
            entries = problem.entries();
            k = Math.min(rank, Math.min(entries.m(), entries.n()));
            ridge = problem.nuclear() * entries.count();
            byColumn = new double[entries.count()];
            for (int e = 0; e < byColumn.length; e++) {
                byColumn[e] = entries.value()[entries.position()[e]];
            }
            SplittableRandom random = new SplittableRandom(seed);
            LowRankMatrix known = start == null
                    ? LowRankMatrix.zero(entries.m(), entries.n())
                    : start.matrix().leading(k);
            a = factor(entries.m(), known, known.left(), random);
            b = factor(entries.n(), known, known.right(), random);
        }

        /** A start's vectors times the roots of its values, and small random numbers beside them, which zeros would keep at zero. */
        private double[] factor(int rows, LowRankMatrix known, double[] vectors, SplittableRandom random) {
            int r = known.rank();
            double[] roots = new double[rows * r];
            for (int i = 0; i < roots.length; i++) {
                roots[i] = vectors[i] * Math.sqrt(known.values()[i % r]);
            }
            double[] fresh =
                    random.doubles((long) rows * (k - r), -START, START).toArray();
            return Tall.beside(rows, r, roots, k - r, fresh);
        }

        @Override
        public void step() {
            solve(entries.m(), entries.rowStart(), entries.column(), entries.value(), b, a);
            solve(entries.n(), entries.columnStart(), entries.row(), byColumn, a, b);
            steps++;
        }

        /** Each row of out by a ridge regression on the rows of other that its entries meet. */
        private void solve(int rows, int[] first, int[] index, double[] value, double[] other, double[] out) {
            int shards = Shards.count(0.5 * k * k * value.length + rows * (double) k * k * k / 6);
            Shards.run(shards, shard -> {
                double[] gram = new double[k * k];
                double[] right = new double[k];
                int end = Shards.start(shard + 1, shards, rows);
                for (int i = Shards.start(shard, shards, rows); i < end; i++) {
                    Arrays.fill(gram, 0);
                    Arrays.fill(right, 0);
                    for (int c = 0; c < k; c++) {
                        gram[c * k + c] = ridge;
                    }
                    for (int e = first[i]; e < first[i + 1]; e++) {
                        int at = index[e] * k;
                        for (int c = 0; c < k; c++) {
                            Vectors.axpy(c + 1, other[at + c], other, at, gram, c * k);
                        }
                        Vectors.axpy(k, value[e], other, at, right, 0);
                    }
                    Symmetric.cholesky(k, gram);
                    Symmetric.solve(k, gram, right);
                    System.arraycopy(right, 0, out, i * k, k);
                }
            });
        }

        @Override
        public Solution.LowRank solution() {
            return new Solution.LowRank(LowRankMatrix.product(entries.m(), entries.n(), k, a, b));
        }

        @Override
        public Certificate certificate() {
            return problem.certify(solution());
        }

        @Override
        public double passes() {
            return steps;
        }

        @Override
        public OptionalDouble onlineLoss() {
            return OptionalDouble.empty();
        }

        @Override
        public Health health() {
            return Double.isFinite(Vectors.dot(a.length, a, 0, a, 0)) ? Health.WELL : Health.OVERFLOW;
        }
    }
}
