package org.fenchel.solver.stochastic;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.step.RowSampler;

/** SAGA at work: a step of the run is n rows drawn at random. */
final class SagaRun implements Run<Linear> {
    private final FiniteSum problem;
    private final double eta;
    private final ReducedStep step;
    private final RowSampler sampler;
    private final GradientTable table;
    private final VisitedRows visited;
    private final Standing<Linear> standing;
    private final double[] weights;
    private final double[] intercepts = new double[1];
    private double intercept;
    private double passes;

    SagaRun(FiniteSum problem, double eta, long seed, Linear start) {
        this.problem = problem;
        this.eta = eta;
        step = ReducedStep.of(problem);
        int[] all = new int[problem.n()];
        Arrays.setAll(all, i -> i);
        sampler = new RowSampler(all, false, seed);
        table = new GradientTable(problem);
        visited = new VisitedRows(problem);
        standing = Standing.of(problem, start);
        weights = start.weights().clone();
        intercept = start.intercept();
        step.prepare(weights);
    }

    @Override
    public void step() {
        if (passes == 0) {
            table.fill(weights, intercept);
            passes = 1;
        }
        int[] visits = sampler.pass();
        visited.begin();
        int done = 0;
        boolean finite = true;
        while (done < visits.length && finite) {
            finite = take(visits[done++]);
            if ((done & 1023) == 0 && Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        intercepts[0] = intercept;
        standing.at(weights, intercepts, finite);
        passes += (double) done / visits.length;
    }

    /** One step; whether its derivative is finite. */
    private boolean take(int i) {
        double z = problem.rows().dot(i, weights) + intercept + problem.offsets()[i];
        visited.add(i, z);
        double derivative = table.derivative(i, z);
        double correction = table.correction(i, derivative);
        if (problem.intercept()) {
            intercept -= eta * (correction + table.meanIntercept());
        }
        step.take(weights, i, correction, table.mean(), eta);
        table.replace(i, derivative);
        return Double.isFinite(derivative);
    }

    @Override
    public Linear solution() {
        return standing.solution();
    }

    @Override
    public Certificate certificate() {
        return standing.certificate();
    }

    @Override
    public double passes() {
        return passes;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return visited.meanLoss();
    }

    @Override
    public Health health() {
        return standing.health();
    }
}
