package org.fenchel.solver.smooth;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run;

/**
 * A run around an {@link Iteration}: certificates by the losses' derivatives at the point, the exact intercepts with them, passes,
 * and problems without a minimiser.
 *
 * @param <S> the kind of solution
 */
public final class BatchRun<S extends Solution> implements Run<S> {
    private final Points<S> points;
    private final Iteration iteration;
    private final boolean mayFallForEver;
    private final double[] point;
    private double passes;
    private boolean noMinimiser;

    private BatchRun(Points<S> points, Iteration iteration, boolean mayFallForEver) {
        this.points = points;
        this.iteration = iteration;
        this.mayFallForEver = mayFallForEver;
        point = iteration.point().clone();
    }

    /** A run that has not yet begun. */
    public static BatchRun<Linear> of(FiniteSum problem, Iteration iteration) {
        return new BatchRun<>(
                new LinearPoints(problem), iteration, problem.penalty().l2() == 0);
    }

    /** The same on several margins a row. */
    public static BatchRun<MultiLinear> of(VectorSum problem, Iteration iteration) {
        return new BatchRun<>(
                new MultiLinearPoints(problem), iteration, problem.penalty().l2() == 0);
    }

    @Override
    public void step() {
        passes += iteration.step();
        System.arraycopy(iteration.point(), 0, point, 0, point.length);
    }

    @Override
    public S solution() {
        return points.solution(point);
    }

    @Override
    public Certificate certificate() {
        Certificate certificate = points.certify(point, iteration.known());
        if (mayFallForEver && passes > 0 && Arrays.stream(point).allMatch(Double::isFinite)) {
            noMinimiser = points.noMinimiser(point);
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
