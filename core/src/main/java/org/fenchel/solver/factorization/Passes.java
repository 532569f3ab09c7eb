package org.fenchel.solver.factorization;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.fenchel.solver.step.RowSampler;
import org.jspecify.annotations.Nullable;

/**
 * Passes over the rows in random order, however they are walked over. With rows held out, the solution is the one with the lowest
 * loss on them, measured after each pass, and the run is over when that has not sunk for some passes.
 */
final class Passes implements Run<Factorized> {
    /** Passes without a lower loss on the rows held out, after which the run is over. */
    private static final int PATIENCE = 5;

    private final FactorizationFit problem;
    private final Optional<FactorizationFit> validation;
    private final Walk walk;
    private final int planned;
    private final long seed;
    private RowSampler sampler;
    private final double[] scores;
    private final @Nullable Factors mean;
    private final @Nullable Factors best;
    private double meanConstant;
    private int averaged;
    private double bestConstant;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private double lossOfParts = Double.NaN;
    private int fruitless;
    private int[] visits = new int[0];
    private int visited;
    private int done;
    private double passes;
    private boolean finite = true;

    /**
     * @param planned after how many passes the run is over
     * @param average whether the solution is the mean of the ends of passes since the last power of two of them
     */
    Passes(FactorizationFit problem, Walk walk, int planned, boolean average, long seed) {
        this.problem = problem;
        this.walk = walk;
        this.planned = planned;
        validation = problem.validation();
        this.seed = seed;
        sampler = new RowSampler(numbers(problem.inMemory() ? problem.n() : problem.parts()), true, seed);
        scores = new double[problem.mostRows()];
        mean = average ? walk.factors().copy() : null;
        meanConstant = walk.constant();
        best = validation.isPresent() ? walk.factors().copy() : null;
        bestConstant = walk.constant();
    }

    @Override
    public void step() {
        walk.beginPass(done);
        if (problem.inMemory()) {
            visits = sampler.pass();
            visited = walk.over(visits, scores);
            passes += (double) visited / visits.length;
        } else {
            overParts();
        }
        finite = Double.isFinite(walk.constant()) && walk.factors().finite();
        if (finite && mean != null) {
            averaged = (done & (done - 1)) == 0 ? 1 : averaged + 1;
            mean.approach(walk.factors(), 1.0 / averaged);
            meanConstant += (walk.constant() - meanConstant) / averaged;
        }
        done++;
        if (finite && best != null) {
            select(best);
        }
    }

    private static int[] numbers(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /** Parts in random order, and in each of them the rows; all is drawn anew in each pass, for each part from a seed of its own. */
    private void overParts() {
        double sum = 0;
        long rows = 0;
        for (int p : sampler.pass()) {
            FactorizationFit part = problem.part(p);
            walk.turnTo(part);
            long own = seed + 0x9E3779B97F4A7C15L * ((long) done * problem.parts() + p + 1);
            int[] order = new RowSampler(numbers(part.n()), true, own).pass();
            int taken = walk.over(order, scores);
            for (int k = 0; k < taken; k++) {
                sum += part.loss().value(scores[k], part.target(order[k]));
            }
            rows += taken;
            if (taken < order.length) {
                break;
            }
        }
        passes += (double) rows / problem.n();
        lossOfParts = rows == 0 ? Double.NaN : sum / rows;
    }

    private void select(Factors into) {
        double loss = validation.orElseThrow().meanLoss(current());
        fruitless++;
        if (loss < bestLoss) {
            bestLoss = loss;
            fruitless = 0;
            into.set(current().factors());
            bestConstant = current().intercept();
        }
    }

    private Factorized current() {
        return mean == null ? new Factorized(walk.factors(), walk.constant()) : new Factorized(mean, meanConstant);
    }

    private Factorized chosen() {
        return best == null || done == 0 ? current() : new Factorized(best, bestConstant);
    }

    @Override
    public Factorized solution() {
        Factorized now = chosen();
        return new Factorized(now.factors().copy(), now.intercept());
    }

    @Override
    public Certificate certificate() {
        if (validation.isPresent()) {
            return new Certificate.None(
                    validation.get().meanLoss(chosen()),
                    "the objective shown is the mean loss of the rows held out, which the passes do not minimise");
        }
        if (!problem.inMemory()) {
            boolean begun = !Double.isNaN(lossOfParts);
            return new Certificate.None(
                    begun ? lossOfParts : problem.part(0).meanLoss(chosen()),
                    "the objective shown is the mean loss of each row just before its step, in the last pass");
        }
        return new Certificate.Stationarity(problem.objective(chosen()), problem.gradientNorm(chosen()));
    }

    @Override
    public double passes() {
        return passes;
    }

    @Override
    public OptionalDouble onlineLoss() {
        if (!problem.inMemory()) {
            return Double.isNaN(lossOfParts) ? OptionalDouble.empty() : OptionalDouble.of(lossOfParts);
        }
        double sum = 0;
        double total = 0;
        for (int k = 0; k < visited; k++) {
            double scale = problem.scale(visits[k]);
            sum += scale * problem.loss().value(scores[k], problem.target(visits[k]));
            total += scale;
        }
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
    }

    @Override
    public boolean planned() {
        return true;
    }

    @Override
    public Health health() {
        if (!finite) {
            return Health.OVERFLOW;
        }
        return done >= planned || fruitless >= PATIENCE ? Health.FINISHED : Health.WELL;
    }
}
