package org.fenchel.solver.pointprocess;

import java.util.OptionalDouble;
import org.fenchel.kernel.Shards;
import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.ContrastFit;
import org.fenchel.solver.Run;

/**
 * Corrections theta_i -= M^-1 r_i with the gradient r_i = M theta_i - q_i / N and M = H / N + l2 I, whose factor is of M with a diagonal
 * raised by 1e-14 of itself, more where columns depend on each other.
 *
 * <p>The objective exceeds its least by r_i'M^-1 r_i / 2, summed over the nodes, and by no more than r_i'r_i / (2 l2).
 */
final class NodeCholeskyRun implements Run<Kernels> {
    private static final double WELL_CONDITIONED = 1e-14;

    /** Times the largest norm of a node's coefficients, and at least as large itself. */
    private static final double BALL = 10;

    private final ContrastFit fit;
    private final int d;
    private final double l2;
    private final double[] factor;
    private final double raised;
    private final double[][] theta;
    private final double[][] gradient;
    private final double[][] correction;
    private int steps;

    NodeCholeskyRun(ContrastFit fit) {
        this.fit = fit;
        d = fit.d();
        l2 = fit.penalty().l2();
        double[] matrix = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i * d + j] = fit.gram()[i * d + j] / fit.events();
            }
            matrix[i * d + i] += l2;
        }
        factor = new double[d * d];
        raised = Symmetric.raisedCholesky(d, matrix, factor);
        theta = new double[fit.nodes()][d];
        gradient = new double[fit.nodes()][d];
        correction = new double[fit.nodes()][d];
        refresh();
    }

    @Override
    public void step() {
        Shards.run(theta.length, i -> Vectors.axpy(d, -1, correction[i], 0, theta[i], 0));
        refresh();
        steps++;
    }

    private void refresh() {
        Shards.run(theta.length, i -> {
            fit.loss(i, theta[i], gradient[i]);
            for (int c = 0; c < d; c++) {
                gradient[i][c] = (gradient[i][c] - fit.sum(i)[c]) / fit.events() + l2 * theta[i][c];
                correction[i][c] = gradient[i][c];
            }
            Symmetric.solve(d, factor, correction[i]);
        });
    }

    @Override
    public Kernels solution() {
        double[][] copy = new double[theta.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = theta[i].clone();
        }
        return new Kernels(copy);
    }

    @Override
    public Certificate certificate() {
        double primal = fit.objective(new Kernels(theta));
        if (!Double.isFinite(primal)) {
            return new Certificate.None(primal, "the objective is not finite");
        }
        double gap = 0;
        double slope = 0;
        double largest = 0;
        for (int i = 0; i < theta.length; i++) {
            double square = Vectors.dot(d, gradient[i], 0, gradient[i], 0);
            double bound = l2 > 0 ? square / (2 * l2) : Double.POSITIVE_INFINITY;
            if (raised <= WELL_CONDITIONED) {
                // twice what it is: the factor's matrix is above M, by less than M
                bound = Math.min(bound, Vectors.dot(d, gradient[i], 0, correction[i], 0));
            }
            gap += bound;
            slope += Math.sqrt(square);
            largest = Math.max(largest, Math.sqrt(Vectors.dot(d, theta[i], 0, theta[i], 0)));
        }
        if (Double.isFinite(gap)) {
            return new Certificate.DualityGap(primal, primal - gap, Double.POSITIVE_INFINITY);
        }
        double radius = BALL * Math.max(1, largest);
        return new Certificate.DualityGap(primal, primal - slope * (radius + largest), radius);
    }

    @Override
    public double passes() {
        return steps;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    public Health health() {
        return steps < 100 ? Health.WELL : Health.EXHAUSTED;
    }
}
