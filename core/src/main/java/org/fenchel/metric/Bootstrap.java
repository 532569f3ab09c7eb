package org.fenchel.metric;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap: metrics on data sets of the same size drawn with replacement from the rows. A draw is a count for each
 * row, times its weight, so that nothing is sorted or copied again. Each resample has its own random numbers: the
 * result is the same for any number of threads.
 *
 * @param resamples how many data sets are drawn
 * @param seed the intervals follow from it
 */
public record Bootstrap(int resamples, long seed) {
    private static final double TAIL = 0.025;

    /** A thousand resamples from seed 42. */
    public Bootstrap() {
        this(1000, 42);
    }

    /** The metrics' values with their 95 % intervals, in the order given. */
    public <R extends Metric.Rows> List<Estimate> estimate(List<? extends Metric<R>> metrics, R rows) {
        return estimate(metrics.stream().map(metric -> metric.over(rows)).toList(), rows.weights());
    }

    /**
     * The statistics' values with their 95 % intervals, in the order given.
     *
     * @param weights of the rows, in the order that the statistics know
     */
    public List<Estimate> estimate(List<Metric.Statistic> statistics, double[] weights) {
        double[][] values = resampled(statistics, weights);
        return IntStream.range(0, values.length)
                .mapToObj(m -> new Estimate(
                        statistics.get(m).at(weights), quantile(values[m], TAIL), quantile(values[m], 1 - TAIL)))
                .toList();
    }

    /** The standard deviation of a metric over the resamples for which it is defined; NaN where these are fewer than two. */
    public <R extends Metric.Rows> double standardError(Metric<R> metric, R rows) {
        double[] values = Arrays.stream(resampled(List.of(metric.over(rows)), rows.weights())[0])
                .filter(Double::isFinite)
                .toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    private double[][] resampled(List<Metric.Statistic> statistics, double[] rowWeights) {
        double[][] values = new double[statistics.size()][resamples];
        // Seeds from a generator, not a sequence: neighbouring seeds of this kind share most of their stream.
        long[] seeds = new SplittableRandom(seed).longs(resamples).toArray();
        int parts = Math.min(resamples, Runtime.getRuntime().availableProcessors());
        IntStream.range(0, parts).parallel().forEach(part -> {
            double[] weights = new double[rowWeights.length];
            for (int r = part; r < resamples; r += parts) {
                draw(rowWeights, weights, new SplittableRandom(seeds[r]));
                for (int m = 0; m < values.length; m++) {
                    values[m][r] = statistics.get(m).at(weights);
                }
            }
        });
        return values;
    }

    private static void draw(double[] weights, double[] drawn, SplittableRandom random) {
        int n = weights.length;
        Arrays.fill(drawn, 0);
        for (int k = 0; k < n; k++) {
            // The high half of a product maps 64 random bits to 0..n-1 without a division.
            drawn[(int) Math.multiplyHigh(random.nextLong() >>> 1, 2L * n)] += 1;
        }
        for (int i = 0; i < n; i++) {
            drawn[i] *= weights[i];
        }
    }

    /** Linear interpolation between order statistics, over the resamples where the metric was defined. */
    private static double quantile(double[] values, double level) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = level * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        double share = position - below;
        // Not a weighted sum: infinity times zero is no number. Nothing lies between minus infinity and a number.
        return share == 0 || sorted[below] == sorted[above] || sorted[below] == Double.NEGATIVE_INFINITY
                ? sorted[below]
                : sorted[below] + share * (sorted[above] - sorted[below]);
    }
}
