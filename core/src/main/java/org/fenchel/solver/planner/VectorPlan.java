package org.fenchel.solver.planner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.newton.NewtonCg;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.quasinewton.ProjectedLbfgs;
import org.fenchel.solver.smooth.Accepts;

/**
 * The plan for a model of several classes: that of a stand-in of one margin, the most frequent class against the others, on the same rows.
 * At weights 0 the curvature of the K margins is that of the rows times a matrix of the loss's, so that with a penalty in the same
 * proportion the stand-in has the same condition number, and methods that take whole passes about as many of them. A pass costs
 * nearly K of its passes.
 */
final class VectorPlan {
    /** What a pass over K margins side by side costs of K passes over one: MNIST, ten classes. */
    private static final double SIDE_BY_SIDE = 0.7;

    private VectorPlan() {}

    /**
     * Makes the plan.
     *
     * @param accuracy relative gap to be reached
     */
    static Plan of(VectorSum problem, double accuracy) {
        return Plan.of(
                new Facts(standIn(problem), accuracy),
                problem.classes(),
                SIDE_BY_SIDE * problem.classes(),
                method -> refusal(method, problem));
    }

    /** The method; where all refuse, one that says why. */
    static Solver<VectorSum, MultiLinear> choose(VectorSum problem, double accuracy) {
        return VectorForm.of(of(problem, accuracy).chosen().orElse(new Fista()));
    }

    private static Optional<String> refusal(Solver<FiniteSum, Linear> method, VectorSum problem) {
        if (!(method instanceof VectorForm form)) {
            return Optional.of("it knows one margin a row only");
        }
        Optional<String> why = form.onVectors().refusal(problem);
        boolean byRows = method instanceof Sdca || method instanceof ProximalPoint;
        // under kinks its passes are not those of the stand-in: to six digits it took half as many again as
        // projected-lbfgs
        boolean kinked = method instanceof NewtonCg && !Accepts.isSquares(problem.penalty());
        return why.isPresent() || !byRows && !kinked
                ? why
                : Optional.of("its steps on K margins are not compared; name it with --solver to take it");
    }

    private static FiniteSum standIn(VectorSum problem) {
        int classes = problem.classes();
        double[] targets = problem.targets();
        double[] weights = problem.shares();
        double[] total = new double[classes];
        for (int i = 0; i < targets.length; i++) {
            total[(int) targets[i]] += weights[i];
        }
        int frequent = 0;
        for (int k = 1; k < classes; k++) {
            frequent = total[k] > total[frequent] ? k : frequent;
        }
        int one = frequent;
        double[] signs =
                Arrays.stream(targets).map(y -> (int) y == one ? 1 : -1).toArray();
        double l1 = problem.penalty() instanceof Separable separable ? separable.l1() : 0;
        double scale = new Logistic().secondDerivative(0, 1) / curvature(problem);
        return FiniteSum.of(
                Dataset.of(problem.rows(), signs).withWeights(weights),
                new Logistic(),
                new ElasticNet(l1 * scale, problem.penalty().l2() * scale),
                problem.intercept());
    }

    /** Mean curvature along one of the margins where all are 0. */
    private static double curvature(VectorSum problem) {
        int classes = problem.classes();
        double[] state = new double[classes];
        double[] diagonal = new double[classes];
        problem.loss().gradient(classes, new double[classes], 0, 0, state, 0);
        problem.loss().diagonal(classes, state, 0, 0, diagonal, 0);
        return Arrays.stream(diagonal).average().orElse(1);
    }

    /** Why nothing can solve a problem, in words; empty where something can. Cheap, unlike the plan. */
    static Optional<String> refusal(VectorSum problem) {
        List<Solver<VectorSum, MultiLinear>> all =
                List.of(new Fista().onVectors(), new ProjectedLbfgs().onVectors(), new NewtonCg().onVectors());
        return all.stream().anyMatch(method -> method.refusal(problem).isEmpty())
                ? Optional.empty()
                : all.get(0).refusal(problem);
    }
}
