package org.fenchel.run;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Lets a method run on a problem until a rule says stop. The driver has the clock and the certificates, and no mathematics.
 *
 * <p>It asks for a certificate at geometrically spaced steps (every step at first, later every tenth of the way so far), and
 * keeps the solution with the lowest objective. Its clock stands still while it measures. Interrupting the thread ends the run
 * at the next opportunity with the best solution so far, and the interrupt is spent.
 */
public final class Driver {
    /** Probes without any improvement after which the run is called off. */
    private static final int PATIENCE = 30;

    private Driver() {}

    /**
     * Runs from zero with seed 42 and nobody listening.
     *
     * @param problem what to minimise
     * @param solver the method
     * @param rule when to stop
     * @param <P> the kind of problem
     * @param <S> the kind of solution
     * @throws InvalidInput if the method cannot solve the problem, with its reason
     */
    public static <P extends Problem<S>, S extends Solution> Fit<S> fit(P problem, Solver<P, S> solver, StopRule rule) {
        return fit(problem, solver, rule, 42, null, Listener.NONE);
    }

    /**
     * Runs a method.
     *
     * @param problem what to minimise
     * @param solver the method
     * @param rule when to stop
     * @param seed everything random follows from it
     * @param start where to begin, or null for zero
     * @param listener told of each step
     * @param <P> the kind of problem
     * @param <S> the kind of solution
     * @throws InvalidInput if the method cannot solve the problem, with its reason
     */
    public static <P extends Problem<S>, S extends Solution> Fit<S> fit(
            P problem, Solver<P, S> solver, StopRule rule, long seed, @Nullable S start, Listener listener) {
        return fit(problem, solver, rule, seed, start, listener, null);
    }

    /**
     * Runs a method, and where solutions are judged by rows held out, keeps the one that does best there.
     *
     * @param problem what to minimise
     * @param solver the method
     * @param rule when to stop
     * @param seed everything random follows from it
     * @param start where to begin, or null for zero
     * @param listener told of each step
     * @param early when to stop before that, and which solution to keep then; null for the one of lowest objective
     * @param <P> the kind of problem
     * @param <S> the kind of solution
     * @throws InvalidInput if the method cannot solve the problem, with its reason
     */
    public static <P extends Problem<S>, S extends Solution> Fit<S> fit(
            P problem,
            Solver<P, S> solver,
            StopRule rule,
            long seed,
            @Nullable S start,
            Listener listener,
            @Nullable EarlyStop<S> early) {
        solver.refusal(problem).ifPresent(why -> {
            throw InvalidInput.of(why, "choose another solver");
        });
        Run<S> run = solver.start(problem, seed, start);
        Best<S> best = new Best<>(run);
        @Nullable Champion<S> champion = early == null ? null : new Champion<>(early);
        List<Trace.Point> points = new ArrayList<>();
        Trace.Point first = judged(champion, run, best.probe(run, run.certificate(), 0));
        points.add(first);
        listener.probed(first);
        double seconds = 0;
        long step = 0;
        long nextProbe = 1;
        @Nullable
        StopReason reason = best.certificate().relativeGap() <= rule.relativeGap() ? StopReason.CERTIFIED : null;
        while (reason == null) {
            long began = System.nanoTime();
            run.step();
            seconds += (System.nanoTime() - began) * 1e-9;
            step++;
            boolean interrupted = Thread.interrupted();
            boolean over = interrupted
                    || run.passes() >= rule.passes()
                    || seconds >= rule.seconds()
                    || run.health() != Run.Health.WELL;
            Trace.Point point;
            if (step >= nextProbe || over) {
                nextProbe = step + 1 + step / 10;
                double before = best.objective();
                point = best.probe(run, over ? run.certificate() : run.certificate(rule.relativeGap()), seconds);
                reason = best.reasonToStop(rule, before);
            } else {
                point = new Trace.Point(
                        run.passes(),
                        seconds,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        run.onlineLoss().orElse(Double.NaN),
                        Double.NaN,
                        run.oracle());
            }
            point = judged(champion, run, point);
            points.add(point);
            listener.probed(point);
            if (reason == null && champion != null && champion.waitedInVain(run)) {
                reason = StopReason.VALIDATION;
            }
            if (reason == null && over) {
                reason = switch (run.health()) {
                    case OVERFLOW -> StopReason.NUMERICAL;
                    case NO_MINIMISER -> StopReason.NO_MINIMISER;
                    case FINISHED -> StopReason.FINISHED;
                    case EXHAUSTED -> StopReason.NO_PROGRESS;
                    case WELL ->
                        interrupted
                                ? StopReason.INTERRUPTED
                                : run.passes() >= rule.passes() ? StopReason.PASSES : StopReason.SECONDS;
                };
            }
        }
        Trace trace = new Trace(solver.toString(), problem.describe(), seed, points, reason);
        @Nullable S kept = champion == null ? null : champion.solution();
        return kept == null
                ? new Fit<>(best.solution(), best.certificate(), trace)
                : new Fit<>(kept, Best.combine(problem.certify(kept), best.certificate()), trace);
    }

    private static <S extends Solution> Trace.Point judged(
            @Nullable Champion<S> champion, Run<S> run, Trace.Point point) {
        return champion == null ? point : point.withValidation(champion.judge(run));
    }

    /** The best solution seen at any probe, with the best bound that holds for it. */
    private static final class Best<S extends Solution> {
        private S solution;
        private Certificate certificate = new Certificate.None(Double.POSITIVE_INFINITY, "nothing was measured yet");
        private double objective = Double.POSITIVE_INFINITY;
        private int fruitless;

        Best(Run<S> run) {
            solution = run.solution();
        }

        S solution() {
            return solution;
        }

        Certificate certificate() {
            return certificate;
        }

        double objective() {
            return objective;
        }

        Trace.Point probe(Run<S> run, Certificate now, double seconds) {
            double primal = now.primal();
            double gapBefore = certificate.bound();
            double objectiveBefore = objective;
            // objectives that agree to rounding say nothing: the point that more is proven of is then the better one
            boolean level = primal - objective <= 4 * Math.ulp(objective) && now.bound() < certificate.bound();
            if (primal < objective || level || certificate instanceof Certificate.None) {
                objective = Math.min(objective, primal);
                solution = run.solution();
                certificate = combine(now, certificate);
            } else {
                certificate = combine(certificate, now);
            }
            boolean closer = certificate.bound() < 0.99 * gapBefore
                    || objectiveBefore - objective > 1e-3 * Math.min(certificate.bound(), Math.abs(objective));
            fruitless = closer || run.planned() ? 0 : fruitless + 1;
            // the point's own objective with the best bound so far, as the run's result has it
            Certificate known = combine(now, certificate);
            double dual = known instanceof Certificate.DualityGap gap ? gap.dual() : Double.NEGATIVE_INFINITY;
            return new Trace.Point(
                    run.passes(),
                    seconds,
                    primal,
                    dual,
                    known.relativeGap(),
                    run.onlineLoss().orElse(Double.NaN),
                    Double.NaN,
                    run.oracle());
        }

        @Nullable
        StopReason reasonToStop(StopRule rule, double before) {
            if (certificate.relativeGap() <= rule.relativeGap()) {
                return StopReason.CERTIFIED;
            }
            double change = Math.abs(before - objective);
            if (change > 0 && change <= rule.relativeChange() * Math.max(1, Math.abs(objective))) {
                return StopReason.RELATIVE_CHANGE;
            }
            if (fruitless >= PATIENCE) {
                return StopReason.NO_PROGRESS;
            }
            return null;
        }

        /** The certificate of the kept solution, with the other's lower bound where that is better and holds as widely. */
        private static Certificate combine(Certificate kept, Certificate other) {
            if (kept instanceof Certificate.DualityGap a
                    && other instanceof Certificate.DualityGap b
                    && b.dual() > a.dual()
                    && b.radius() >= a.radius()) {
                return new Certificate.DualityGap(a.primal(), b.dual(), b.radius());
            }
            return kept;
        }
    }
}
