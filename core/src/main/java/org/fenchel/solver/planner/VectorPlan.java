package org.fenchel.solver.planner;

import org.fenchel.penalty.Separable;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Solver;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.newton.NewtonCg;
import org.fenchel.solver.quasinewton.ProjectedLbfgs;
import org.fenchel.solver.smooth.Accepts;

/**
 * The method for a model of several classes, by the kind of penalty: Newton steps without a matrix where it is smooth, projected
 * quasi-Newton steps where it is a sum over weights, accelerated gradients otherwise.
 */
final class VectorPlan {
    private VectorPlan() {}

    static Solver<VectorSum, MultiLinear> choose(VectorSum problem) {
        if (Accepts.isSquares(problem.penalty())) {
            return new NewtonCg().onVectors();
        }
        return problem.penalty() instanceof Separable ? new ProjectedLbfgs().onVectors() : new Fista().onVectors();
    }
}
