package org.fenchel.lab.hawkes;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;

/**
 * A process to be found again: 10 nodes, decays .5, 2 and 10, about a third of the pairs with kernels, of which, on request, a third take
 * events away. Baselines are high enough that intensities stay above 0 nearly always, as the likelihood supposes.
 */
final class SimulatedNodes {
    static final int NODES = 10;
    static final double[] DECAYS = {0.5, 2, 10};

    /** Events that follow from an event in the long run, inhibition left out. */
    private static final double RADIUS = 0.5;

    /** Most events that an event takes away, through the slowest decay. */
    private static final double INHIBITION = 0.2;

    private SimulatedNodes() {}

    static KernelBasis basis() {
        return KernelBasis.of(NODES, DECAYS, Baseline.CONSTANT);
    }

    static HawkesModel model(boolean inhibition, long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        KernelBasis basis = basis();
        double[][] coefficients = new double[NODES][basis.columns()];
        for (int i = 0; i < NODES; i++) {
            coefficients[i][0] = 0.6 + 0.4 * random.nextDouble();
            for (int j = 0; j < NODES; j++) {
                boolean there = random.nextInt(3) == 0;
                boolean takes = random.nextInt(3) == 0 && inhibition;
                for (int u = 0; u < DECAYS.length; u++) {
                    // what takes events away does so slowly, since an intensity below 0 is not seen
                    double size = random.nextDouble() * (takes ? -INHIBITION * DECAYS[0] / DECAYS[u] : 1);
                    coefficients[i][basis.column(j, u)] = there ? size : 0;
                }
            }
        }
        double radius = model(basis, coefficients).branchingRatio();
        for (double[] row : coefficients) {
            for (int c = 1; c < row.length; c++) {
                row[c] *= row[c] > 0 ? RADIUS / radius : 1;
            }
        }
        return model(basis, coefficients);
    }

    private static HawkesModel model(KernelBasis basis, double[][] coefficients) {
        List<String> names =
                IntStream.rangeClosed(1, NODES).mapToObj(i -> "node " + i).toList();
        return HawkesModel.of(names, basis, new Kernels(coefficients));
    }

    /** Root mean squared error of the coefficients of kernels. */
    static double error(HawkesModel truth, double[][] coefficients) {
        double sum = 0;
        double[][] right = truth.kernels().coefficients();
        for (int i = 0; i < NODES; i++) {
            for (int c = 1; c < right[i].length; c++) {
                double off = coefficients[i][c] - right[i][c];
                sum += off * off;
            }
        }
        return Math.sqrt(sum / (NODES * NODES * DECAYS.length));
    }
}
