package org.fenchel.solver.stochastic;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.kernel.Shards;
import org.fenchel.problem.VectorSum;

/** Losses of several margins a row; their values come with their gradients. */
final class VectorLosses implements RowLosses {
    private final VectorSum problem;
    private final int classes;
    private final double[] targets;
    private final double[] values;
    private double sum;
    private double total;

    /**
     * @param most rows of a step
     */
    VectorLosses(VectorSum problem, int most) {
        this.problem = problem;
        classes = problem.classes();
        targets = new double[most];
        values = new double[most];
    }

    @Override
    public int rows() {
        return problem.n();
    }

    @Override
    public int outputs() {
        return classes;
    }

    @Override
    public void begin() {
        sum = 0;
        total = 0;
    }

    @Override
    public void pull(int[] batch, int m, double[] z, double factor, double[] sums) {
        for (int k = 0; k < m; k++) {
            targets[k] = problem.targets()[batch[k]];
        }
        int shards = Shards.ofLosses((int) Math.min(Integer.MAX_VALUE, (long) m * classes));
        if (shards == 1) {
            problem.loss().gradients(0, m, classes, z, targets, z, values);
        } else {
            Shards.run(
                    shards,
                    s -> problem.loss()
                            .gradients(
                                    Shards.start(s, shards, m),
                                    Shards.start(s + 1, shards, m),
                                    classes,
                                    z,
                                    targets,
                                    z,
                                    values));
        }
        Arrays.fill(sums, 0);
        int at = 0;
        for (int k = 0; k < m; k++) {
            double share = problem.shares()[batch[k]];
            sum += share * values[k];
            total += share;
            double scale = factor * share;
            for (int c = 0; c < classes; c++) {
                z[at] *= scale;
                sums[c] += z[at++];
            }
        }
    }

    @Override
    public OptionalDouble meanLoss() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
    }
}
