package org.fenchel.solver.smooth;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;

/**
 * A run around an {@link Iteration}: certificates by the losses' derivatives at the point, the exact intercept with them, passes,
 * and problems without a minimiser.
 */
public final class BatchRun implements Run<Linear> {
    private final FiniteSum problem;
    private final Iteration iteration;
    private final Certifier certifier;
    private final double[] weights;
    private double certifiedIntercept;
    private double passes;
    private boolean noMinimiser;

    /** A run that has not yet begun. */
    public BatchRun(FiniteSum problem, Iteration iteration) {
        this.problem = problem;
        this.iteration = iteration;
        certifier = new Certifier(problem);
        weights = new double[problem.d()];
        readPoint();
    }

    private void readPoint() {
        double[] point = iteration.point();
        System.arraycopy(point, 0, weights, 0, weights.length);
        certifiedIntercept = problem.intercept() ? point[weights.length] : 0;
    }

    @Override
    public void step() {
        passes += iteration.step();
        readPoint();
    }

    @Override
    public Linear solution() {
        return new Linear(weights.clone(), certifiedIntercept);
    }

    @Override
    public Certificate certificate() {
        double guess = problem.intercept() ? iteration.point()[weights.length] : 0;
        Certificate certificate = certifier.certify(weights, guess, null);
        certifiedIntercept = certifier.intercept();
        if (problem.penalty().l2() == 0 && passes > 0 && Arrays.stream(weights).allMatch(Double::isFinite)) {
            noMinimiser = certifier.noMinimiser(weights);
        }
        return certificate;
    }

    @Override
    public double passes() {
        return passes;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    public Health health() {
        Health health = iteration.health();
        return noMinimiser && health != Health.OVERFLOW ? Health.NO_MINIMISER : health;
    }
}
