package org.fenchel.problem.links;

import java.util.Arrays;
import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.ThinMatrix;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.LowRankMatrix;

/**
 * The one full matrix that splitting methods for {@link LinkFit} need, Z, from which all others follow entry by entry: the point
 * W = prox(Z) of hinge and l1, and the multiplier M = (Z - W) / gamma, which is always in the domain of the dual.
 *
 * <p>Stored in single precision from four million entries on; worked in blocks of four rows, so that nothing else of the size m n
 * exists at any time. Products with k vectors cost m n k multiply-adds, and run on all cores with the same bits on any number of them.
 */
public final class SplitMatrix {
    private final ObservedEntries pairs;
    private final HingeAndL1 cost;
    private final StoredMatrix z;
    private final int n;
    private final RowBlocks blocks;
    private double gamma;
    private long products;

    /**
     * Begins at a matrix and a subgradient of hinge and l1 there.
     *
     * @param gamma positive
     */
    public SplitMatrix(LinkFit problem, LowRankMatrix start, double gamma) {
        this.gamma = gamma;
        pairs = problem.pairs();
        cost = problem.cost();
        n = pairs.n();
        z = StoredMatrix.of(pairs.m(), n);
        blocks = new RowBlocks(pairs.m(), n);
        LowRankRows x = new LowRankRows(start);
        blocks.each(blocks.shards(x.cost()), shard -> {
            double[] rows = new double[RowBlocks.SIZE * n];
            return (from, to) -> {
                x.read(from, to, rows);
                for (int i = from; i < to; i++) {
                    begin(i, rows, (i - from) * n);
                    z.write(i, rows, (i - from) * n);
                }
            };
        });
    }

    private void begin(int i, double[] row, int at) {
        int e = pairs.rowStart()[i];
        int end = pairs.rowStart()[i + 1];
        for (int j = 0; j < n; j++) {
            double x = row[at + j];
            boolean known = e < end && pairs.column()[e] == j;
            row[at + j] += gamma * (known ? cost.subgradient(x, pairs.value()[e]) : cost.l1() * Math.signum(x));
            e += known ? 1 : 0;
        }
    }

    /** gamma. */
    public double gamma() {
        return gamma;
    }

    /** Products with single vectors so far, those with transposes included. */
    public long products() {
        return products;
    }

    /** W - gamma M, as long as Z is what it is now. */
    public LinearMap reflected() {
        return new Combination(1, -2);
    }

    /** M, as long as Z is what it is now. */
    public LinearMap multiplier() {
        return new Combination(0, 1 / gamma);
    }

    /** Z becomes X + gamma M. Cost: m n r multiply-adds. */
    public void absorb(LowRankMatrix x) {
        LowRankRows added = new LowRankRows(x);
        blocks.each(blocks.shards(x.rank()), shard -> {
            Rows rows = new Rows();
            double[] more = new double[RowBlocks.SIZE * n];
            return (from, to) -> {
                rows.load(from, to, 0, 1);
                added.read(from, to, more);
                Vectors.axpy((to - from) * n, 1, more, 0, rows.block, 0);
                rows.store(from, to);
            };
        });
    }

    /** Another gamma, with the same W and M. */
    public void rescale(double other) {
        double ratio = other / gamma;
        blocks.each(blocks.shards(1), shard -> {
            Rows rows = new Rows();
            return (from, to) -> {
                rows.load(from, to, 1, ratio - 1);
                rows.store(from, to);
            };
        });
        gamma = other;
    }

    /** Frobenius norm of M. */
    public double multiplierNorm() {
        int shards = blocks.shards(1);
        double[] parts = new double[shards];
        blocks.each(shards, shard -> {
            Rows rows = new Rows();
            return (from, to) -> {
                rows.load(from, to, 0, 1);
                parts[shard] += Vectors.dot((to - from) * n, rows.block, 0, rows.block, 0);
            };
        });
        return Math.sqrt(Arrays.stream(parts).sum()) / gamma;
    }

    /** M at the known pairs, in their order. */
    double[] multiplierAtPairs() {
        double[] value = pairs.value();
        double[] at = new double[value.length];
        blocks.each(blocks.shards(1), shard -> {
            double[] row = new double[n];
            return (from, to) -> {
                for (int i = from; i < to; i++) {
                    z.read(i, row, 0);
                    for (int e = pairs.rowStart()[i]; e < pairs.rowStart()[i + 1]; e++) {
                        at[e] = cost.proxGradient(row[pairs.column()[e]], gamma, value[e]);
                    }
                }
            };
        });
        return at;
    }

    /** Room for a block of rows of Z, and what becomes of them. */
    private final class Rows {
        private final double[] block = new double[RowBlocks.SIZE * n];
        private final double[] known = new double[n];

        /** a Z + c gamma M. Off the known pairs, gamma M is Z moved into an interval, which vector instructions do. */
        void load(int from, int to, double a, double c) {
            double bound = gamma * cost.l1();
            for (int i = from; i < to; i++) {
                int at = (i - from) * n;
                z.read(i, block, at);
                int start = pairs.rowStart()[i];
                int end = pairs.rowStart()[i + 1];
                for (int e = start; e < end; e++) {
                    double entry = block[at + pairs.column()[e]];
                    known[e - start] = a * entry + c * gamma * cost.proxGradient(entry, gamma, pairs.value()[e]);
                }
                for (int j = at; j < at + n; j++) {
                    block[j] = a * block[j] + c * Math.min(Math.max(block[j], -bound), bound);
                }
                for (int e = start; e < end; e++) {
                    block[at + pairs.column()[e]] = known[e - start];
                }
            }
        }

        void store(int from, int to) {
            for (int i = from; i < to; i++) {
                z.write(i, block, (i - from) * n);
            }
        }
    }

    /** a Z + c gamma M. */
    private final class Combination implements LinearMap {
        private final double a;
        private final double c;

        Combination(double a, double c) {
            this.a = a;
            this.c = c;
        }

        @Override
        public int m() {
            return pairs.m();
        }

        @Override
        public int n() {
            return n;
        }

        @Override
        public void multiply(int k, double[] x, double[] out) {
            products += k;
            blocks.each(blocks.shards(k), shard -> {
                Rows rows = new Rows();
                return (from, to) -> {
                    rows.load(from, to, a, c);
                    if (k > 1 && to - from == RowBlocks.SIZE) {
                        ThinMatrix.multiply4(n, k, rows.block, 0, n, 2 * n, 3 * n, x, out, from * k);
                        return;
                    }
                    for (int i = from; i < to; i++) {
                        int at = (i - from) * n;
                        if (k == 1) {
                            out[i] = Vectors.dot(n, rows.block, at, x, 0);
                        } else {
                            ThinMatrix.multiply(n, k, rows.block, at, x, out, i * k);
                        }
                    }
                };
            });
        }

        @Override
        public void transposed(int k, double[] y, double[] out) {
            products += k;
            int shards = blocks.shards(k);
            double[][] parts = new double[shards][n * k];
            blocks.each(shards, shard -> {
                Rows rows = new Rows();
                double[] part = parts[shard];
                return (from, to) -> {
                    rows.load(from, to, a, c);
                    if (k > 1 && to - from == RowBlocks.SIZE) {
                        ThinMatrix.addOuter4(n, k, rows.block, 0, n, 2 * n, 3 * n, y, from * k, part);
                        return;
                    }
                    for (int i = from; i < to; i++) {
                        int at = (i - from) * n;
                        if (k == 1) {
                            Vectors.axpy(n, y[i], rows.block, at, part, 0);
                        } else {
                            ThinMatrix.addOuter(n, k, rows.block, at, y, i * k, part);
                        }
                    }
                };
            });
            System.arraycopy(parts[0], 0, out, 0, n * k);
            for (int shard = 1; shard < shards; shard++) {
                Vectors.axpy(n * k, 1, parts[shard], 0, out, 0);
            }
        }
    }
}
