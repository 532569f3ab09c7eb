package org.fenchel.model.hawkes;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.pointprocess.KernelBasis;

/**
 * How a model fits the events of a log, in its windows.
 *
 * <p>By the time-rescaling theorem the integrals of a node's intensity from event to event are independent and exponential of mean 1,
 * if the model is right. The intensity is the positive part of lambda_i, integrated exactly. What a sequence leaves between its last
 * event and its end is in the compensators, but is no residual.
 *
 * <p>Source: Y. Ogata, "Statistical models for earthquake occurrences and residual analysis for point processes", JASA 83 (1988).
 *
 * @param events in the windows
 * @param impossible how many of them happened where their intensity was 0
 * @param logLikelihood of the events, in nats: sum of log lambda_i at events less the compensators; minus infinity where one is
 *     impossible
 * @param poissonLogLikelihood of the same events under constant rates, those of the same log
 * @param compensators integral of each node's intensity over the windows: how many events the model expected, given the history
 * @param residuals of each node, in the order of the events
 */
public record GoodnessOfFit(
        long events,
        long impossible,
        double logLikelihood,
        double poissonLogLikelihood,
        double[] compensators,
        double[][] residuals) {

    /**
     * A Kolmogorov-Smirnov test of residuals against the exponential distribution of mean 1.
     *
     * @param statistic largest distance of the distribution functions
     * @param pValue probability of one at least as large if the model were right
     * @param n number of residuals
     */
    public record Uniformity(double statistic, double pValue, int n) {}

    /** Judges a model on a log of the same nodes. Cost: U exponentials and a few D U multiply-adds an event. */
    public static GoodnessOfFit of(HawkesModel model, EventLog log) {
        return of(model, log, 0);
    }

    /**
     * Judges the process of rates max(lambda_i, floor_i), which is one in which no event is impossible: its likelihood, compensators
     * and residuals.
     *
     * @param floor as a share of each node's mean rate in the log's windows, 0 or more; 0 for the model as it is
     * @throws InvalidInput if the floor is negative or not finite
     */
    public static GoodnessOfFit of(HawkesModel model, EventLog log, double floor) {
        requireNodes(model, log);
        if (!(floor >= 0) || Double.isInfinite(floor)) {
            throw InvalidInput.of("a floor of " + floor + " is none", "give a share of the mean rate, such as 0.001");
        }
        double[] floors = IntStream.range(0, log.nodes())
                .mapToDouble(i -> floor * log.events(i) / log.duration())
                .toArray();
        int nodes = model.nodes();
        double[][] residuals = new double[nodes][];
        for (int i = 0; i < nodes; i++) {
            residuals[i] = new double[log.events(i)];
        }
        int[] filled = new int[nodes];
        double[] compensators = new double[nodes];
        double logs = 0;
        long impossible = 0;
        for (EventSequence sequence : log.sequences()) {
            Compensation walk = new Compensation(model, sequence.start(), floors);
            double[] last = new double[nodes];
            int k = 0;
            while (k < sequence.size()) {
                double time = sequence.times()[k];
                int tied = k;
                while (tied < sequence.size() && sequence.times()[tied] == time) {
                    tied++;
                }
                walk.moveTo(time);
                for (int e = k; e < tied; e++) {
                    int node = sequence.nodes()[e];
                    if (e >= sequence.history()) {
                        residuals[node][filled[node]++] = walk.total(node) - last[node];
                        last[node] = walk.total(node);
                        double intensity = walk.intensity(node);
                        logs += Math.log(Math.max(intensity, 0));
                        impossible += intensity > 0 ? 0 : 1;
                    }
                }
                for (; k < tied; k++) {
                    walk.add(sequence.nodes()[k]);
                }
            }
            walk.moveTo(sequence.end());
            for (int i = 0; i < nodes; i++) {
                compensators[i] += walk.total(i);
            }
        }
        double likelihood = logs - Arrays.stream(compensators).sum();
        return new GoodnessOfFit(log.events(), impossible, likelihood, poisson(log), compensators, residuals);
    }

    private static double poisson(EventLog log) {
        return IntStream.range(0, log.nodes())
                .mapToDouble(log::events)
                .map(n -> n == 0 ? 0 : n * Math.log(n / log.duration()) - n)
                .sum();
    }

    /**
     * Refuses a log of other nodes than the model's.
     *
     * @throws InvalidInput if names or their order differ
     */
    static void requireNodes(HawkesModel model, EventLog log) {
        if (!model.nodeNames().equals(log.nodeNames())) {
            throw InvalidInput.of(
                    "the events are of the nodes " + log.nodeNames() + " and the model of " + model.nodeNames(),
                    "give events of the model's nodes");
        }
    }

    /** Tests the residuals of one node; NaN where it has none. */
    public Uniformity test(int node) {
        return test(residuals[node]);
    }

    /** Tests the residuals of all nodes together. */
    public Uniformity testAll() {
        return test(Arrays.stream(residuals).flatMapToDouble(Arrays::stream).toArray());
    }

    private static Uniformity test(double[] sample) {
        if (sample.length == 0) {
            return new Uniformity(Double.NaN, Double.NaN, 0);
        }
        if (sample.length == 1) {
            // the test needs two
            double p = -Math.expm1(-sample[0]);
            double distance = Math.max(p, 1 - p);
            return new Uniformity(distance, Math.min(1, 2 * (1 - distance)), 1);
        }
        KolmogorovSmirnovTest.OneResult result =
                KolmogorovSmirnovTest.withDefaults().test(sample, x -> -Math.expm1(-x));
        return new Uniformity(result.getStatistic(), result.getPValue(), sample.length);
    }

    /** Nats an event, the number to compare models by on the same events. */
    public double logLikelihoodPerEvent() {
        return logLikelihood / events;
    }

    /** The integrals of all intensities of a sequence, as time goes by. */
    private static final class Compensation {
        private final HawkesModel model;
        private final KernelBasis basis;
        private final IntensityState state;
        private final PositiveIntegral integral;
        private final double[] totals;
        private final double start;
        private final double[] floors;

        Compensation(HawkesModel model, double start, double[] floors) {
            this.model = model;
            this.start = start;
            this.floors = floors;
            basis = model.basis();
            state = model.begin();
            integral = new PositiveIntegral(basis.allDecays());
            totals = new double[model.nodes()];
        }

        /** Only what is after the start counts; pieces of the baseline are integrated one by one. */
        void moveTo(double time) {
            if (time <= start) {
                state.moveTo(time);
                return;
            }
            if (state.time() < start) {
                state.moveTo(start);
            }
            while (state.time() < time) {
                double from = state.time();
                double to = Math.min(time, basis.baseline().next(from));
                int piece = basis.baseline().piece(from);
                for (int i = 0; i < totals.length; i++) {
                    // max(lambda, floor) is the floor and what lambda has above it
                    double above = model.baseline(i, piece) - floors[i];
                    totals[i] += floors[i] * (to - from)
                            + integral.of(above, state.excitation(), i * basis.decays(), to - from);
                }
                state.moveTo(to);
            }
        }

        void add(int node) {
            state.add(node);
        }

        double intensity(int node) {
            return Math.max(state.intensity(node), floors[node]);
        }

        double total(int node) {
            return totals[node];
        }
    }
}
