package org.fenchel.lab.factorization;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.fenchel.solver.Run;

/**
 * The best loss of any epoch at one step size, over some starts and orders.
 *
 * @param vectors whether they were {@code frozen} or {@code moving}
 * @param method in words
 * @param epochs of each run
 * @param step the step size
 * @param mean infinite where a run overflowed in its first epoch
 * @param low of the best run
 * @param high of the worst run
 */
record BestLoss(String vectors, String method, int epochs, double step, double mean, double low, double high) {
    /** The best losses of some repeats. */
    static BestLoss of(
            String vectors, StepMethod method, int epochs, double step, int repeats, IntToDoubleFunction loss) {
        double[] losses = new double[repeats];
        Arrays.setAll(losses, loss);
        Arrays.sort(losses);
        double mean = Arrays.stream(losses).average().orElseThrow();
        return new BestLoss(vectors, method.words(), epochs, step, mean, losses[0], losses[repeats - 1]);
    }

    /** The best loss of a run, each row's just before its step; that of the epochs before where the run overflows. */
    static double of(Run<?> run) {
        double best = Double.POSITIVE_INFINITY;
        while (run.health() == Run.Health.WELL) {
            run.step();
            double loss = run.onlineLoss().orElse(Double.NaN);
            best = loss < best ? loss : best;
        }
        return best;
    }

    /** Those of one method. */
    static List<BestLoss> of(List<BestLoss> losses, StepMethod method) {
        return losses.stream()
                .filter(loss -> loss.method.equals(method.words()))
                .toList();
    }

    /** The least mean at any step size. */
    static double least(List<BestLoss> losses) {
        return losses.stream().mapToDouble(BestLoss::mean).min().orElseThrow();
    }

    /** The mean at the largest step size. */
    static double last(List<BestLoss> losses) {
        return losses.get(losses.size() - 1).mean;
    }

    /** By how much the means of step sizes up to a bound differ. */
    static double spread(List<BestLoss> losses, double bound) {
        double[] means = losses.stream()
                .filter(loss -> loss.step <= bound * (1 + 1e-9))
                .mapToDouble(BestLoss::mean)
                .sorted()
                .toArray();
        return means[means.length - 1] - means[0];
    }
}
