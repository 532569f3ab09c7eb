package org.fenchel.solver.planner;

import org.fenchel.penalty.Separable;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Solver;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.newton.NewtonCg;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.smooth.Accepts;

/**
 * The method for a model of several classes, by the kind of penalty: Newton steps without a matrix where it is smooth, the proximal
 * point method where it is a sum over weights and the data are small, accelerated gradients otherwise.
 */
final class VectorPlan {
    /** From so many multiply-adds a pass on, many cheap steps come nearer in the same time than few dear ones. */
    private static final double LARGE = 1e7;

    private VectorPlan() {}

    static Solver<VectorSum, MultiLinear> choose(VectorSum problem) {
        if (Accepts.isSquares(problem.penalty())) {
            return new NewtonCg().onVectors();
        }
        double products = (double) problem.rows().nonZeros() * problem.classes();
        return problem.penalty() instanceof Separable && products < LARGE
                ? new ProximalPoint().onVectors()
                : new Fista().onVectors();
    }
}
