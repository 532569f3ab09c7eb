package org.fenchel.solver.factorization;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.fenchel.solver.step.RowSampler;
import org.jspecify.annotations.Nullable;

/** Passes of exact proximal steps over the rows in random order. */
final class ProximalPasses implements Run<Factorized> {
    private final FactorizationFit problem;
    private final ProximalFactorization method;
    private final Factors factors;
    private final RowStep rowStep;
    private final RowSampler sampler;
    private final double first;
    private final double[] scores;
    private int[] visits = new int[0];
    private int visited;
    private int done;
    private double passes;
    private boolean finite = true;

    ProximalPasses(FactorizationFit problem, ProximalFactorization method, long seed, @Nullable Factorized start) {
        this.problem = problem;
        this.method = method;
        factors = Starts.of(problem, start, method.deviation(), method.single(), seed);
        rowStep = new RowStep(problem, factors, start == null ? 0 : start.intercept(), method.adaptive());
        int[] all = new int[problem.n()];
        Arrays.setAll(all, i -> i);
        sampler = new RowSampler(all, true, seed);
        first = method.step() > 0 ? method.step() : 0.5 / Math.max(1, problem.mostEntries() - 1);
        scores = new double[problem.n()];
    }

    @Override
    public void step() {
        double eta = first * Math.pow(method.decay(), done);
        visits = sampler.pass();
        visited = 0;
        for (int i : visits) {
            rowStep.take(i, eta);
            scores[visited++] = rowStep.score();
            if ((visited & 1023) == 0 && Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        finite = Double.isFinite(rowStep.constant()) && factors.finite();
        done++;
        passes += (double) visited / visits.length;
    }

    @Override
    public Factorized solution() {
        return new Factorized(factors.copy(), rowStep.constant());
    }

    @Override
    public Certificate certificate() {
        return new Certificate.None(
                problem.objective(new Factorized(factors, rowStep.constant())),
                "a factorization machine's objective is not convex: no bound is known");
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
    public Health health() {
        return !finite ? Health.OVERFLOW : done >= method.passes() ? Health.EXHAUSTED : Health.WELL;
    }
}
