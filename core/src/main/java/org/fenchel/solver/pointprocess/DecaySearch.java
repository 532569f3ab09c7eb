package org.fenchel.solver.pointprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;

/**
 * Decays by profile likelihood: the objective at its optimum over all coefficients, as a function of the decays, which is not convex.
 * One decay is looked for on a logarithmic grid of six decades around the rate of events and then by golden section; several start around
 * the best single one and move one after the other. A local minimum, then; each point costs a sweep and a fit.
 *
 * <p>The search knows excitation only. With inhibition the integral of a negative intensity counts as negative, and decays far above
 * the rate of events could be rewarded for what happens between events.
 */
public final class DecaySearch {
    /** Enough to know time scales by: the search is on the first so many events. */
    private static final int MOST_EVENTS = 20_000;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int GRID = 13;
    private static final int ROUNDS = 3;

    private final EventLog log;
    private final Baseline baseline;
    private final KernelPenalty penalty;

    private DecaySearch(EventLog log, Baseline baseline, KernelPenalty penalty) {
        this.log = log;
        this.baseline = baseline;
        this.penalty = new KernelPenalty(penalty.l1(), penalty.l2(), true, penalty.grouped());
    }

    /**
     * Finds decays.
     *
     * @param count how many, at least 1
     * @return ascending
     * @throws InvalidInput if count is not so, or the log has no events
     */
    public static double[] find(EventLog log, int count, Baseline baseline, KernelPenalty penalty) {
        if (count < 1 || log.events() == 0) {
            throw InvalidInput.of(
                    count + " decays are to be found from " + log.events() + " events", "give at least one of each");
        }
        DecaySearch search = new DecaySearch(beginning(log), baseline, penalty);
        double[] decays = search.spread(search.single(), count);
        if (count > 1) {
            double width = Math.log(3);
            for (int round = 0; round < ROUNDS; round++, width /= 2) {
                for (int u = 0; u < count; u++) {
                    search.improve(decays, u, width);
                }
            }
        }
        Arrays.sort(decays);
        for (int u = 0; u < count; u++) {
            // three digits: more would pretend to a precision that the search does not have
            double unit = Math.pow(10, Math.floor(Math.log10(decays[u])) - 2);
            decays[u] = Math.rint(decays[u] / unit) * unit;
        }
        return decays;
    }

    private static EventLog beginning(EventLog log) {
        List<EventSequence> kept = new ArrayList<>();
        long events = 0;
        for (EventSequence sequence : log.sequences()) {
            if (events >= MOST_EVENTS) {
                break;
            }
            int room = (int) Math.min(sequence.size() - sequence.history(), MOST_EVENTS - events);
            events += room;
            int last = sequence.history() + room;
            kept.add(last < sequence.size() ? sequence.window(sequence.start(), sequence.times()[last]) : sequence);
        }
        return EventLog.of(log.nodeNames(), kept);
    }

    private double single() {
        double centre = Math.log(log.events() / log.duration() / log.nodes());
        double step = Math.log(10) / 2;
        double best = centre;
        double least = Double.POSITIVE_INFINITY;
        for (int g = 0; g < GRID; g++) {
            double at = centre + (g - GRID / 2 + 1) * step;
            double value = value(new double[] {Math.exp(at)});
            if (value < least) {
                least = value;
                best = at;
            }
        }
        double[] found = {Math.exp(best)};
        improve(found, 0, step);
        return found[0];
    }

    /** Ascending, a factor of four apart, around one. */
    private double[] spread(double centre, int count) {
        double[] decays = new double[count];
        for (int u = 0; u < count; u++) {
            decays[u] = centre * Math.pow(4, u - (count - 1) / 2.0);
        }
        return decays;
    }

    /** Golden section over one decay's logarithm, the others fixed. */
    private void improve(double[] decays, int u, double width) {
        double centre = Math.log(decays[u]);
        double low = centre - width;
        double high = centre + width;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double atLeft = value(with(decays, u, left));
        double atRight = value(with(decays, u, right));
        while (high - low > 0.02 * Math.max(1, width)) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - GOLDEN * (high - low);
                atLeft = value(with(decays, u, left));
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + GOLDEN * (high - low);
                atRight = value(with(decays, u, right));
            }
        }
        double best = atLeft <= atRight ? left : right;
        if (Math.min(atLeft, atRight) < value(decays)) {
            decays[u] = Math.exp(best);
        }
    }

    private static double[] with(double[] decays, int u, double logarithm) {
        double[] changed = decays.clone();
        changed[u] = Math.exp(logarithm);
        return changed;
    }

    /** The optimum over the coefficients; infinite where there is none, or two decays are the same. */
    private double value(double[] decays) {
        if (Arrays.stream(decays).distinct().count() < decays.length) {
            return Double.POSITIVE_INFINITY;
        }
        PointProcessFit problem = PointProcessFit.of(log, KernelBasis.of(log.nodes(), decays, baseline), penalty);
        PlannedNodes solver = new PlannedNodes();
        solver.refusal(problem).ifPresent(why -> {
            throw InvalidInput.of(why, "give the decays, or a penalty");
        });
        Run<Kernels> run = solver.start(problem, 0, null);
        Certificate certificate = run.certificate();
        for (int step = 0; step < 200 && certificate.relativeGap() > 1e-6; step++) {
            run.step();
            certificate = run.certificate();
            if (run.health() == Run.Health.NO_MINIMISER || run.health() == Run.Health.OVERFLOW) {
                return Double.POSITIVE_INFINITY;
            }
            if (run.health() != Run.Health.WELL) {
                break;
            }
        }
        return certificate.primal();
    }
}
