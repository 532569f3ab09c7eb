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
 * Passes over the rows in random order, for any method of single rows. With rows held out, the solution is the one with the lowest
 * loss on them, measured after each pass, and the run is over when that has not sunk for some passes.
 */
final class Passes implements Run<Factorized> {
    /** Passes without a lower loss on the rows held out, after which the run is over. */
    private static final int PATIENCE = 5;

    private final FactorizationFit problem;
    private final Optional<FactorizationFit> validation;
    private final RowMethod method;
    private final int planned;
    private final RowSampler sampler;
    private final double[] scores;
    private final @Nullable Factors mean;
    private final @Nullable Factors best;
    private double meanConstant;
    private int averaged;
    private double bestConstant;
    private double bestLoss = Double.POSITIVE_INFINITY;
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
    Passes(FactorizationFit problem, RowMethod method, int planned, boolean average, long seed) {
        this.problem = problem;
        this.method = method;
        this.planned = planned;
        validation = problem.validation();
        int[] all = new int[problem.n()];
        Arrays.setAll(all, i -> i);
        sampler = new RowSampler(all, true, seed);
        scores = new double[problem.n()];
        mean = average ? method.factors().copy() : null;
        meanConstant = method.constant();
        best = validation.isPresent() ? method.factors().copy() : null;
        bestConstant = method.constant();
    }

    @Override
    public void step() {
        method.beginPass(done);
        visits = sampler.pass();
        visited = 0;
        for (int i : visits) {
            method.take(i);
            scores[visited++] = method.score();
            if ((visited & 1023) == 0 && Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        finite = Double.isFinite(method.constant()) && method.factors().finite();
        passes += (double) visited / visits.length;
        if (finite && mean != null) {
            averaged = (done & (done - 1)) == 0 ? 1 : averaged + 1;
            mean.approach(method.factors(), 1.0 / averaged);
            meanConstant += (method.constant() - meanConstant) / averaged;
        }
        done++;
        if (finite && best != null) {
            select(best);
        }
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
        return mean == null ? new Factorized(method.factors(), method.constant()) : new Factorized(mean, meanConstant);
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
        return new Certificate.Stationarity(problem.objective(chosen()), problem.gradientNorm(chosen()));
    }

    @Override
    public double passes() {
        return passes;
    }

    @Override
    public OptionalDouble onlineLoss() {
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
