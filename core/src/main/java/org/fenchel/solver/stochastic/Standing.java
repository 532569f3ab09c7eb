package org.fenchel.solver.stochastic;

import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.LinearPoints;
import org.fenchel.solver.smooth.MultiLinearPoints;
import org.fenchel.solver.smooth.Points;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands between steps: its last point of finite numbers, certified on request. A run that overflows has that
 * point for its solution, never NaN. Cost: a copy of the weights a pass.
 *
 * @param <S> the kind of solution
 */
final class Standing<S extends Solution> {
    private final Points<S> points;
    private final double[] point;
    private boolean finite = true;

    private Standing(Points<S> points, double[] point) {
        this.points = points;
        this.point = point;
    }

    static Standing<Linear> of(FiniteSum problem, Linear start) {
        return new Standing<>(
                new LinearPoints(problem), LinearPoints.join(problem, start.weights(), start.intercept()));
    }

    static Standing<MultiLinear> of(VectorSum problem, MultiLinear start) {
        return new Standing<>(new MultiLinearPoints(problem), MultiLinearPoints.start(problem, start));
    }

    /** The start, or zero where there is none, checked, with no intercept where the problem has none. */
    static Linear start(FiniteSum problem, @Nullable Linear start) {
        if (start == null) {
            return new Linear(new double[problem.d()], 0);
        }
        if (start.weights().length != problem.d()) {
            throw InvalidInput.of(
                    "the start has " + start.weights().length + " weights for " + problem.d() + " features",
                    "start from a model of the same features");
        }
        return new Linear(start.weights(), problem.intercept() ? start.intercept() : 0);
    }

    /** The same for several margins a row. */
    static MultiLinear start(VectorSum problem, @Nullable MultiLinear start) {
        return new MultiLinearPoints(problem).solution(MultiLinearPoints.start(problem, start));
    }

    /**
     * The run has come here; copied.
     *
     * @param well whether all derivatives on the way were finite: a prox may turn NaN into 0, and hide it
     */
    void at(double[] weights, double[] intercepts, boolean well) {
        finite = well && isFinite(weights) && isFinite(intercepts);
        if (finite) {
            System.arraycopy(weights, 0, point, 0, weights.length);
            System.arraycopy(intercepts, 0, point, weights.length, point.length - weights.length);
        }
    }

    /** Whether a sum of squares of these numbers is finite. */
    private static boolean isFinite(double[] numbers) {
        double sum = 0;
        for (double x : numbers) {
            sum += x * x;
        }
        return Double.isFinite(sum);
    }

    Certificate certificate() {
        return points.certify(point);
    }

    S solution() {
        return points.solution(point);
    }

    Health health() {
        return finite ? Health.WELL : Health.OVERFLOW;
    }
}
