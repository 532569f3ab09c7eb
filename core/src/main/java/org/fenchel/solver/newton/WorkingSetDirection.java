package org.fenchel.solver.newton;

import java.util.Arrays;
import org.fenchel.data.ColumnGram;
import org.fenchel.kernel.Symmetric;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.smooth.DescentPoint;
import org.fenchel.solver.smooth.PenalisedQuadratic;
import org.fenchel.solver.smooth.ScalarPart;

/**
 * The minimiser of the model under l1 norm and bounds by a matrix over the weights that the slope moves: those it holds at 0 or a
 * bound stay there in this step, and join the next one if they should not have. Where the weights are too many for a matrix, from products.
 *
 * <p>Cost: n q^2 / 2 multiply-adds for q such weights, and {@link PenalisedQuadratic}'s.
 *
 * <p>Source: C.-J. Hsieh, M. Sustik, I. Dhillon and P. Ravikumar, "QUIC: quadratic approximation for sparse inverse covariance
 * estimation", JMLR 15 (2014), for the weights left out.
 */
final class WorkingSetDirection implements PenalisedDirection {
    /** Models are solved no more exactly than this: a matrix is dear, and its solution cheap. */
    private static final double ACCURACY = 1e-3;

    private static final double EXACT = 1e-10;

    private final ScalarPart smooth;
    private final FiniteSum problem;
    private final PenalisedQuadratic quadratic;
    private final PenalisedDirection products;
    private final ColumnGram gram;
    private final int largest;
    private final int[] moving;
    private final double[] curvatures;
    private double[] matrix = new double[0];
    private double[] right = new double[0];

    /**
     * @param products for more weights than a matrix may have
     * @param largest most of them
     */
    WorkingSetDirection(ScalarPart smooth, Separable penalty, PenalisedDirection products, int largest) {
        this.smooth = smooth;
        this.products = products;
        this.largest = largest;
        problem = smooth.problem();
        quadratic = new PenalisedQuadratic(penalty);
        gram = new ColumnGram(problem.rows(), problem.intercept());
        moving = new int[problem.d()];
        curvatures = new double[smooth.n()];
    }

    @Override
    public double solve(DescentPoint at, double closeness, double damping, double[] out) {
        double[] gradient = at.gradient();
        int number = 0;
        for (int j = 0; j < problem.d(); j++) {
            if (quadratic.moves(at.x()[j], gradient[j])) {
                moving[number++] = j;
            }
        }
        int order = number + (problem.intercept() ? 1 : 0);
        if (order > largest) {
            return products.solve(at, closeness, damping, out);
        }
        if (matrix.length < order * order) {
            matrix = new double[order * order];
            right = new double[order];
        }
        Symmetric.clear(order, matrix);
        smooth.curvatures(at.margins(), curvatures);
        gram.add(smooth.all(), smooth.n(), curvatures, moving, number, matrix);
        double most = 0;
        for (int p = 0; p < order; p++) {
            right[p] = -gradient[p < number ? moving[p] : problem.d()];
            matrix[p * order + p] += p < number ? problem.penalty().l2() : 0;
            most = Math.max(most, matrix[p * order + p]);
        }
        double least = most > 0 ? 1e-12 * most : 1;
        for (int p = 0; p < order; p++) {
            matrix[p * order + p] = Math.max(matrix[p * order + p], least) * (1 + damping);
        }
        Arrays.fill(out, 0);
        double exact = Math.min(ACCURACY, Math.max(EXACT, closeness));
        double intercept = quadratic.minimise(order, number, moving, matrix, right, at.x(), out, exact);
        if (problem.intercept()) {
            out[problem.d()] = intercept;
        }
        return 1;
    }
}
