package org.fenchel.inference;

import java.util.Arrays;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Likelihood;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;

/**
 * The covariance of the weights of an unpenalised fit, as it is in many rows. With w the sample weights, l' and l'' the losses'
 * derivatives at the fitted margins, x the rows with a 1 for the intercept:
 *
 * <pre>information  I = sum_i w_i l''_i x_i x_i'
 * model        V = f I^-1,   f = 1, or sum_i w_i l'_i^2 / (n - p) where the dispersion is estimated (least squares)
 * robust       V = n / (n - p) I^-1 (sum_i w_i^2 l'_i^2 x_i x_i') I^-1</pre>
 *
 * <p>n counts the rows of positive weight, p the weights with the intercept. The information is the observed one, which for
 * losses whose link is the canonical one (least squares, logistic, Poisson with the logarithm) is Fisher's. Cost: n p^2 / 2 + p^3
 * multiply-adds.
 */
public final class Covariance {
    private final Solution.Linear solution;
    private final int front;
    private final double[][] matrix;
    private final double degrees;
    private final double distance;

    private Covariance(Solution.Linear solution, int front, double[][] matrix, double degrees, double distance) {
        this.solution = solution;
        this.front = front;
        this.matrix = matrix;
        this.degrees = degrees;
        this.distance = distance;
    }

    /**
     * Computes it at a solution.
     *
     * @param featureNames for messages, length d
     * @throws InvalidInput if it does not exist: with a penalty or a constraint, for losses with kinks, with fewer rows than
     *     weights, or where columns depend on one another
     */
    public static Covariance of(
            FiniteSum problem, Solution.Linear solution, Estimator estimator, List<String> featureNames) {
        requireDefined(problem, estimator);
        int n = problem.n();
        int front = problem.intercept() ? 1 : 0;
        int p = problem.d() + front;
        if (n <= p) {
            throw InvalidInput.of(
                    "no standard errors: " + n + " rows for " + p + " weights leave nothing to judge them by",
                    "give more rows or fewer features");
        }
        double[] margins = new double[n];
        problem.margins(solution, margins);
        double[] first = new double[n];
        double[] second = new double[n];
        problem.loss().derivatives(n, margins, problem.targets(), first, second);
        double total = problem.totalWeight();
        double spread = 0;
        for (int i = 0; i < n; i++) {
            double weight = total * problem.shares()[i];
            second[i] *= weight;
            first[i] *= weight;
            spread += first[i] * first[i] / weight;
        }
        Information information = Information.factor(
                p,
                problem.intercept(),
                Information.gram(problem.rows(), problem.intercept(), second),
                new ColumnNames(featureNames));
        boolean estimated = problem.loss().likelihood() == Likelihood.ESTIMATED_DISPERSION;
        double dispersion = estimated ? spread / (n - p) : 1;
        double[][] matrix = information.inverse();
        double distance = Math.sqrt(decrement(problem, information, first) / dispersion);
        if (estimator == Estimator.ROBUST) {
            matrix = sandwich(problem, information, first, (double) n / (n - p));
        } else {
            for (double[] row : matrix) {
                for (int j = 0; j < p; j++) {
                    row[j] *= dispersion;
                }
            }
        }
        return new Covariance(solution, front, matrix, estimated ? n - p : Double.POSITIVE_INFINITY, distance);
    }

    private static void requireDefined(FiniteSum problem, Estimator estimator) {
        if (!free(problem.penalty())) {
            throw InvalidInput.of(
                    "standard errors are those of a fit without a penalty or constraint, and this one has "
                            + problem.penaltyInWords() + ", which draws the weights to where it wants them",
                    "leave it out, or leave --standard-errors out");
        }
        if (!problem.loss().differentiable()) {
            throw InvalidInput.of(
                    "no standard errors for the " + problem.lossInWords()
                            + " loss, which has kinks and no curvature to judge the weights by",
                    "choose a smooth loss, or leave --standard-errors out");
        }
        if (estimator == Estimator.MODEL && problem.loss().likelihood() == Likelihood.NONE) {
            throw InvalidInput.of(
                    "the " + problem.lossInWords()
                            + " loss is no likelihood, so that no model says how its weights vary",
                    "take --standard-errors robust, which needs none");
        }
    }

    private static boolean free(Penalty penalty) {
        return penalty instanceof Separable parts
                && parts.l1() == 0
                && parts.l2() == 0
                && parts.low() == Double.NEGATIVE_INFINITY
                && parts.high() == Double.POSITIVE_INFINITY;
    }

    /** g'I^-1 g for the gradient g of the sum of the weighted losses: the squared distance to the optimum in standard errors. */
    private static double decrement(FiniteSum problem, Information information, double[] slopes) {
        int n = problem.n();
        double[] features = new double[problem.d()];
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        problem.rows().addTransposed(all, n, slopes, features);
        double[] gradient = new double[information.order()];
        System.arraycopy(features, 0, gradient, information.place(0), features.length);
        if (problem.intercept()) {
            gradient[0] = Arrays.stream(slopes).sum();
        }
        double[] step = gradient.clone();
        information.solve(step);
        double sum = 0;
        for (int i = 0; i < step.length; i++) {
            sum += step[i] * gradient[i];
        }
        return Math.max(0, sum);
    }

    private static double[][] sandwich(FiniteSum problem, Information information, double[] slopes, double correction) {
        double[] squares = new double[slopes.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = correction * slopes[i] * slopes[i];
        }
        double[] meat = Information.gram(problem.rows(), problem.intercept(), squares);
        int p = information.order();
        double[][] matrix = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = meat[i * p + j];
                matrix[j][i] = meat[i * p + j];
            }
        }
        information.solveAll(matrix);
        // Rows are now I^-1 times columns of the middle; turned, they are its product from the other side.
        double[][] turned = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                turned[i][j] = matrix[j][i];
            }
        }
        information.solveAll(turned);
        return turned;
    }

    /** Degrees of freedom of the t distribution; infinite where the statistics are normal. */
    public double degrees() {
        return degrees;
    }

    /**
     * How far the solution may be from the exact optimum, in standard errors: no combination of its weights is off by more, to
     * first order. Above a hundredth or so a fit deserves a smaller tolerance.
     */
    public double distance() {
        return distance;
    }

    /** Feature j's weight. */
    public Coefficient weight(int j) {
        return coefficient(solution.weights()[j], matrix[front + j][front + j]);
    }

    /** The intercept, where the problem has one. */
    public Coefficient intercept() {
        return combination(new double[solution.weights().length], 1);
    }

    /**
     * A combination of weights and intercept, {@code c'b + s * intercept}: an intercept in other units, say.
     *
     * @param c length d
     * @param s 0 where the problem has no intercept
     */
    public Coefficient combination(double[] c, double s) {
        double[] full = new double[matrix.length];
        System.arraycopy(c, 0, full, front, c.length);
        double estimate = s * solution.intercept();
        if (front == 1) {
            full[0] = s;
        }
        for (int j = 0; j < c.length; j++) {
            estimate += c[j] * solution.weights()[j];
        }
        double variance = 0;
        for (int i = 0; i < full.length; i++) {
            if (full[i] != 0) {
                for (int j = 0; j < full.length; j++) {
                    variance += full[i] * matrix[i][j] * full[j];
                }
            }
        }
        return coefficient(estimate, variance);
    }

    private Coefficient coefficient(double estimate, double variance) {
        return Coefficient.of(estimate, Math.sqrt(variance), degrees);
    }
}
