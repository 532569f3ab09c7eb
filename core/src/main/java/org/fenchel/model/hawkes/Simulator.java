package org.fenchel.model.hawkes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Simulates a Hawkes process exactly, inhibition included, by thinning: candidates come at the rate of the bound {@code sum_i max(mu_i,
 * 0) + sum_ij sum_u max(a_ij^u, 0) g_j^u}, which only falls between events, and are taken as events of node i with the probability
 * max(0, lambda_i) over the bound. Immutable, thread-safe.
 *
 * <p>Cost: U exponentials a candidate, and D U multiply-adds each for a candidate that passes the bound and for an event. Y. Ogata, "On
 * Lewis' simulation method for point processes", IEEE Trans. Inf. Theory 27 (1981).
 */
public final class Simulator {
    private static final long USUAL_LIMIT = 100_000_000;

    private final HawkesModel model;
    private final long limit;

    private Simulator(HawkesModel model, long limit) {
        this.model = model;
        this.limit = limit;
    }

    /**
     * Simulates this model.
     *
     * @throws InvalidInput if it may explode: its branching ratio is 1 or more
     */
    public static Simulator of(HawkesModel model) {
        double ratio = model.branchingRatio();
        if (!(ratio < 1)) {
            throw InvalidInput.of(
                    String.format(
                            Locale.ROOT,
                            "the process may explode: the spectral radius of its excitation norms is %.4g, and below 1 is sure",
                            ratio),
                    "fit with a stronger penalty, or force it with a limit on the events");
        }
        return new Simulator(model, USUAL_LIMIT);
    }

    /**
     * Simulates this model even if it may explode.
     *
     * @param limit most events of a sequence, after which simulating is given up
     */
    public static Simulator forced(HawkesModel model, long limit) {
        return new Simulator(model, limit);
    }

    /** A sequence that begins with nothing before it. */
    public EventSequence sequence(double start, double end, long seed) {
        return run(null, start, end, random(seed));
    }

    /**
     * Goes on from a history: all events of a sequence, as history, and those that follow its end.
     *
     * @param end after the end of the history
     */
    public EventSequence after(EventSequence history, double end, long seed) {
        return run(history, history.end(), end, random(seed));
    }

    /** Independent sequences, on all cores, the same on any number of them. */
    public EventLog sequences(int count, double start, double end, long seed) {
        return EventLog.of(model.nodeNames(), each(count, seed, random -> run(null, start, end, random)));
    }

    /** Independent continuations of one history. */
    public EventLog sequencesAfter(EventSequence history, int count, double end, long seed) {
        return EventLog.of(model.nodeNames(), each(count, seed, random -> run(history, history.end(), end, random)));
    }

    /** What is made of one stream of random numbers each, in the order of the streams. */
    static <T> List<T> each(int count, long seed, Function<UniformRandomProvider, T> make) {
        JumpableUniformRandomProvider source = random(seed);
        List<UniformRandomProvider> streams = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            streams.add(source.jump());
        }
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(s -> make.apply(streams.get(s)))
                .toList();
    }

    private static JumpableUniformRandomProvider random(long seed) {
        return (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    EventSequence run(@Nullable EventSequence history, double start, double end, UniformRandomProvider random) {
        if (!(start < end) || Double.isInfinite(end)) {
            throw InvalidInput.of(
                    "a simulation from " + start + " to " + end + " is none", "let it end after it starts");
        }
        Thinning thinning = new Thinning(model, start, random);
        int before = 0;
        double[] times = new double[1024];
        int[] nodes = new int[1024];
        if (history != null) {
            before = history.size();
            times = Arrays.copyOf(history.times(), before + 1024);
            nodes = Arrays.copyOf(history.nodes(), before + 1024);
            thinning.remember(history);
        }
        int size = before;
        while (true) {
            int node = thinning.next(end);
            if (node < 0) {
                break;
            }
            if (size - before >= limit) {
                throw InvalidInput.of(
                        "more than " + limit + " events before time " + thinning.time() + " of " + end,
                        "simulate a shorter time, or raise the limit");
            }
            if (size == times.length) {
                times = Arrays.copyOf(times, size + (size >> 1));
                nodes = Arrays.copyOf(nodes, times.length);
            }
            times[size] = thinning.time();
            nodes[size++] = node;
        }
        return EventSequence.of(start, end, Arrays.copyOf(times, size), Arrays.copyOf(nodes, size));
    }
}
