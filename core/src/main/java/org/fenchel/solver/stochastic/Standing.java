package org.fenchel.solver.stochastic;

import org.fenchel.data.InvalidInput;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run.Health;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands between steps: its last point of finite numbers, certified on request. A run that overflows has that
 * point for its solution, never NaN. Cost: a copy of the weights a pass.
 */
final class Standing {
    private final FiniteSum problem;
    private final double[] weights;
    private double intercept;
    private double certifiedIntercept;
    private @Nullable Certifier certifier;
    private boolean finite = true;

    Standing(FiniteSum problem, Linear start) {
        this.problem = problem;
        weights = start.weights().clone();
        intercept = start.intercept();
        certifiedIntercept = intercept;
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

    /**
     * The run has come here; copied.
     *
     * @param well whether all derivatives on the way were finite: a prox may turn NaN into 0, and hide it
     */
    void at(double[] newWeights, double newIntercept, boolean well) {
        finite = well
                && Double.isFinite(newIntercept)
                && Double.isFinite(Vectors.dot(newWeights.length, newWeights, 0, newWeights, 0));
        if (finite) {
            System.arraycopy(newWeights, 0, weights, 0, weights.length);
            intercept = newIntercept;
            certifiedIntercept = newIntercept;
        }
    }

    Certificate certificate() {
        Certifier judge = certifier;
        if (judge == null) {
            judge = new Certifier(problem);
            certifier = judge;
        }
        Certificate certificate = judge.certify(weights, intercept, null);
        certifiedIntercept = judge.intercept();
        return certificate;
    }

    Linear solution() {
        return new Linear(weights.clone(), certifiedIntercept);
    }

    Health health() {
        return finite ? Health.WELL : Health.OVERFLOW;
    }
}
