package org.fenchel.solver.dual;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.data.RowGram;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.Evidence;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.newton.Newton;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.step.FeasiblePoint;
import org.fenchel.solver.step.RowSampler;
import org.jspecify.annotations.Nullable;

/**
 * Dual coordinate ascent at work. A step is one pass over the rows; between passes the centre of what l2 does not hold moves on,
 * once the ascent around it gains less than the last move was worth.
 */
final class SdcaRun implements Run<Linear> {
    /** Times a pass that threads add up their changes, at least. */
    /** Passes that a finish from the start needs, about, to be where the ascent was. */
    private static final double CATCHING_UP = 50;

    private static final int LEAST_ROUNDS = 8;

    /** The same, at most. */
    private static final int MOST_ROUNDS = 32;

    /** Entries visited between two additions, at least: threads wait for each other there. */
    private static final double ENTRIES_A_ROUND = 200_000;

    /** The same for each of the weights, all of which an addition touches. */
    private static final double ENTRIES_A_WEIGHT = 8;

    private final FiniteSum problem;
    private final Loss loss;
    private final Sdca method;
    private final long seed;
    private final DualRows dualRows;
    private final Ascent[] ascents;
    private final RowSampler[] samplers;
    private final @Nullable Workers workers;
    private final int[][] visits;
    private final int movable;
    private final double kappa;
    private final double eta;
    private final Centre centre;
    private double centreIntercept;
    private final double[] point;
    private double pointIntercept;
    private final double[] duals;
    private final Certifier certifier;
    private final @Nullable FeasiblePoint feasible;
    private final AscentPace pace;
    private final @Nullable GapSampling gapSampling;
    private final boolean mayFinish;
    private @Nullable Run<Linear> finish;
    private double passes;
    private boolean finite = true;

    /**
     * @param start where to begin, or null for the point that belongs to the duals
     * @param startDuals feasible duals to begin with, length n; given up by the caller
     */
    SdcaRun(FiniteSum problem, Sdca method, long seed, @Nullable Linear start, double[] startDuals) {
        this.problem = problem;
        this.method = method;
        this.seed = seed;
        loss = problem.loss();
        int n = problem.n();
        Penalty penalty = problem.penalty();
        double smoothness = Math.min(loss.smoothness(), 1);
        double meanSquare = 0;
        for (int i = 0; i < n; i++) {
            meanSquare += problem.shares()[i] * problem.rows().squaredNorm(i);
        }
        // so much strong convexity that a pass is worth its name
        double enough = meanSquare > 0 ? smoothness * meanSquare / n : 1;
        boolean known = penalty instanceof Separable || penalty instanceof GroupL2;
        kappa = known && penalty.l2() >= 1e-3 * enough ? 0 : enough;
        double modulus = penalty.l2() + kappa;
        // as large as it can be without the intercept's part of a row's reach slowing the ascent down by half
        eta = problem.intercept() ? 0.5 * (n / smoothness + meanSquare / modulus) : 0;
        dualRows = new DualRows(problem, modulus, eta);
        int[] rows = dualRows.movable(loss);
        movable = rows.length;

        int threads = Math.max(1, Math.min(method.threads(), movable));
        ascents = new Ascent[threads];
        samplers = new RowSampler[threads];
        visits = new int[threads][];
        boolean permuted = method.sampling() == Sampling.PERMUTED;
        boolean naps = permuted && !loss.differentiable();
        int[][] parts = parts(rows, threads, seed);
        for (int t = 0; t < threads; t++) {
            ascents[t] = new Ascent(
                    problem.rows(),
                    loss,
                    dualRows,
                    DualWeights.of(problem.rows(), penalty, kappa),
                    modulus,
                    eta,
                    naps,
                    method.block(),
                    method.block() > 1 ? new RowGram(problem.rows()) : null);
            samplers[t] = new RowSampler(parts[t], permuted, seed + 0x9E3779B97F4A7C15L * (t + 1));
        }
        workers = threads > 1 ? new Workers(ascents, dualRows, modulus, eta, rounds()) : null;
        centre = new Centre(problem.d(), kappa, eta, start);
        centreIntercept = centre.intercept();
        point = new double[problem.d()];
        duals = startDuals;
        dualRows.setDuals(duals);
        restoreV();
        certifier = new Certifier(problem);
        feasible = FeasiblePoint.of(problem);
        pace = new AscentPace(problem);
        gapSampling = method.sampling() == Sampling.ADAPTIVE ? new GapSampling(problem) : null;
        mayFinish = method.finish() && new ProximalPoint().refusal(problem).isEmpty();
        if (method.sampling() == Sampling.IMPORTANCE) {
            Importance importance = new Importance(problem, dualRows);
            for (RowSampler sampler : samplers) {
                sampler.weigh(importance.of(sampler.rows()));
            }
        }
        if (start == null) {
            readPoint();
        } else {
            System.arraycopy(start.weights(), 0, point, 0, point.length);
            pointIntercept = centreIntercept;
        }
    }

    private int rounds() {
        if (problem.intercept()) {
            return MOST_ROUNDS; // every row moves it: threads are in each other's way all the time
        }
        double entries = (double) problem.rows().nonZeros() / problem.n() * movable;
        double most = entries / Math.max(ENTRIES_A_ROUND, ENTRIES_A_WEIGHT * problem.d());
        return (int) Math.min(MOST_ROUNDS, Math.max(LEAST_ROUNDS, most));
    }

    /** The rows in as many parts, dealt out at random: neighbours in a file are alike, and parts should be too. */
    private static int[][] parts(int[] rows, int count, long seed) {
        if (count == 1) {
            return new int[][] {rows};
        }
        int[] mixed = new RowSampler(rows, true, seed).pass();
        int[][] parts = new int[count][];
        for (int t = 0; t < count; t++) {
            int from = (int) ((long) mixed.length * t / count);
            int to = (int) ((long) mixed.length * (t + 1) / count);
            parts[t] = Arrays.copyOfRange(mixed, from, to);
            Arrays.sort(parts[t]);
        }
        return parts;
    }

    /** v = kappa centre - X'(s u), from nothing. */
    private void restoreV() {
        double[] v = new double[problem.d()];
        double sum = 0;
        centre.addTo(v);
        for (int i = 0; i < duals.length; i++) {
            double pull = problem.shares()[i] * duals[i];
            sum += pull;
            problem.rows().axpy(-pull, i, v);
        }
        for (Ascent ascent : ascents) {
            ascent.weights().setV(v);
            ascent.setIntercept(problem.intercept() ? centreIntercept - eta * sum : 0);
        }
    }

    @Override
    public void step() {
        Run<Linear> last = finish;
        if (last != null) {
            last.step();
            return;
        }
        if (movable == 0) {
            passes++;
            advance(0);
            readPoint();
            return;
        }
        if (gapSampling != null) {
            readPoint();
            dualRows.readDuals(duals);
            gapSampling.weigh(samplers, new Linear(point, pointIntercept), duals);
        }
        for (int t = 0; t < samplers.length; t++) {
            visits[t] = samplers[t].pass();
        }
        double gain;
        if (workers == null) {
            ascents[0].begin();
            ascents[0].visit(visits[0], 0, visits[0].length);
            ascents[0].weights().refresh();
            gain = ascents[0].gain();
        } else {
            gain = workers.pass(visits);
        }
        long visited = 0;
        for (Ascent ascent : ascents) {
            visited += ascent.takeVisited();
        }
        passes += Math.max((double) visited / movable, 1e-3);
        readPoint();
        finite = Double.isFinite(gain) && Double.isFinite(pointIntercept);
        advance(gain);
        pace.observe(gain, (double) visited / movable);
        if (finite && mayFinish && pace.isSlow()) {
            finish = secondOrder(new Linear(point, pointIntercept));
        }
    }

    /**
     * Second-order steps from a point; where the losses have an open domain from a point well inside it instead, if they are
     * smooth: next to the border Newton's model holds for tiny steps only.
     */
    private Run<Linear> secondOrder(Linear from) {
        Newton newton = new Newton();
        return feasible != null && newton.refusal(problem).isEmpty()
                ? newton.start(problem, seed, null)
                : new ProximalPoint().start(problem, seed, startsAfresh() ? null : from);
    }

    /**
     * Whether the point of the ascent is no help: with l1 alone it has far more weights than the minimiser, and where columns outnumber
     * rows, next to kinks, a start from many rows at theirs takes more steps than one from none.
     */
    private boolean startsAfresh() {
        Penalty penalty = problem.penalty();
        boolean l1Alone = penalty instanceof Separable separable && separable.l1() > 0 && penalty.l2() == 0;
        return l1Alone || !loss.differentiable() && problem.n() < problem.d();
    }

    private void readPoint() {
        ascents[0].weights().read(point);
        pointIntercept = ascents[0].intercept();
    }

    /** Lets the centre follow the point, and the weights and the intercept the centre. */
    private void advance(double gain) {
        if (!centre.follow(point, pointIntercept, gain, movable > 0)) {
            return;
        }
        double shift = centre.intercept() - centreIntercept;
        centreIntercept = centre.intercept();
        for (Ascent ascent : ascents) {
            if (kappa > 0) {
                ascent.weights().addAll(centre.change());
            }
            ascent.setIntercept(ascent.intercept() + shift);
        }
    }

    /** A finish that starts afresh is worse than the ascent was for some passes, which is no lack of progress. */
    @Override
    public boolean planned() {
        Run<Linear> last = finish;
        return last != null && startsAfresh() && last.passes() < CATCHING_UP;
    }

    @Override
    public Linear solution() {
        Run<Linear> last = finish;
        return last != null ? last.solution() : new Linear(point.clone(), pointIntercept);
    }

    @Override
    public Certificate certificate() {
        Run<Linear> last = finish;
        if (last != null) {
            return last.certificate();
        }
        dualRows.readDuals(duals);
        Evidence known = Evidence.of(point, pointIntercept);
        known = feasible == null ? known : known.withMargins(feasible.move(point));
        // no derivatives give a better bound than the duals that the ascent raises, but where it is not they that are
        // certified:
        // balanced duals for an intercept, those of the problem without the pull to a centre
        boolean alone = !problem.intercept() && kappa == 0;
        Certificate certificate = certifier.certify(alone ? known.withDualsAlone(duals) : known.withDuals(duals));
        pointIntercept = certifier.intercept();
        return certificate;
    }

    @Override
    public double passes() {
        Run<Linear> last = finish;
        return passes + (last == null ? 0 : last.passes());
    }

    @Override
    public OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    public Health health() {
        Run<Linear> last = finish;
        return last != null ? last.health() : finite ? Health.WELL : Health.OVERFLOW;
    }
}
