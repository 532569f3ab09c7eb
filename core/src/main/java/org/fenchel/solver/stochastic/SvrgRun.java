package org.fenchel.solver.stochastic;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.step.RowSampler;

/** SVRG at work: a step of the run is a full gradient and twice n rows drawn at random. */
final class SvrgRun implements Run<Linear> {
    private static final int INNER_PASSES = 2;

    private final FiniteSum problem;
    private final SvrgSteps steps;
    private final double largest;
    private final ReducedStep step;
    private final RowSampler sampler;
    private final GradientTable table;
    private final SecantStep secant;
    private final VisitedRows visited;
    private final Standing<Linear> standing;
    private final double[] weights;
    private final double[] intercepts = new double[1];
    private double intercept;
    private double eta;
    private double passes;
    private boolean finite = true;

    /**
     * @param first the first step
     * @param largest no step is longer
     */
    SvrgRun(FiniteSum problem, SvrgSteps steps, double first, double largest, long seed, Linear start) {
        this.problem = problem;
        this.steps = steps;
        this.largest = largest;
        eta = first;
        step = ReducedStep.of(problem);
        int[] all = new int[problem.n()];
        Arrays.setAll(all, i -> i);
        sampler = new RowSampler(all, false, seed);
        table = new GradientTable(problem);
        secant = new SecantStep(problem.d(), problem.penalty().l2());
        visited = new VisitedRows(problem);
        weights = start.weights().clone();
        intercept = start.intercept();
        step.prepare(weights);
        standing = Standing.of(problem, new Linear(weights, intercept));
    }

    @Override
    public void step() {
        table.fill(weights, intercept);
        passes++;
        if (steps == SvrgSteps.BARZILAI_BORWEIN) {
            double found = secant.next(weights, intercept, table) / (INNER_PASSES * (double) problem.n());
            if (found > 0 && found < Double.POSITIVE_INFINITY) {
                eta = Math.min(found, largest);
            }
        }
        finite = true;
        boolean complete = true;
        for (int pass = 0; pass < INNER_PASSES && complete; pass++) {
            complete = inner();
        }
        intercepts[0] = intercept;
        standing.at(weights, intercepts, finite);
    }

    /** n steps on single rows; false where an interrupt or an overflow ended them early. */
    private boolean inner() {
        int[] visits = sampler.pass();
        visited.begin();
        int done = 0;
        boolean interrupted = false;
        while (done < visits.length && finite && !interrupted) {
            take(visits[done++]);
            interrupted = (done & 1023) == 0 && Thread.currentThread().isInterrupted();
        }
        passes += (double) done / visits.length;
        return finite && !interrupted;
    }

    private void take(int i) {
        double z = problem.rows().dot(i, weights) + intercept + problem.offsets()[i];
        visited.add(i, z);
        double correction = table.correction(i, table.derivative(i, z));
        finite = Double.isFinite(correction);
        if (problem.intercept()) {
            intercept -= eta * (correction + table.meanIntercept());
        }
        step.take(weights, i, correction, table.mean(), eta);
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
