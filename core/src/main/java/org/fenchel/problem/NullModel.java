package org.fenchel.problem;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.MatrixProducts;
import org.fenchel.loss.Loss;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.Penalty;

/**
 * The model without weights: the best intercept alone, or the best ones of several classes. It is where every path of penalties begins, since its duals a_i, the
 * losses' derivatives at its margins, bound what any weights can gain under a penalty r:
 *
 * <pre>P(0) - P(b) &le; r*(v),   v = -X'(s a),   s the shares of the rows,</pre>
 *
 * by Fenchel-Young with equality at the margins. So all weights are 0 where r*(v) = 0: for the l1 norm, where l1 is at least the
 * largest |v_j|.
 *
 * <p>At a kink of the loss any subgradient in between will do; all such rows take the same part of the way, the one that makes the
 * duals balance. Cost: the exact intercept and one pass over the data.
 */
public final class NullModel {
    private static final double BESIDE = 1e-9;
    private static final double LARGEST = 1e150;

    private final double[] intercepts;
    private final double objective;
    private final double excess;
    private final double[] correlation;

    private NullModel(double[] intercepts, double objective, double excess, double[] correlation) {
        this.intercepts = intercepts;
        this.objective = objective;
        this.excess = excess;
        this.correlation = correlation;
    }

    /**
     * Fits it.
     *
     * @throws InvalidInput if there is no best intercept (one class only, say), or a loss is infinite there
     */
    public static NullModel of(FiniteSum problem) {
        int n = problem.n();
        boolean endless = Recession.alongIntercept(problem);
        double[] margins = problem.offsets().clone();
        double intercept = problem.intercept() ? new ExactIntercept(problem).minimise(margins, 0) : 0;
        for (int i = 0; i < n; i++) {
            margins[i] += intercept;
        }
        double objective = problem.meanLoss(margins);
        if (endless || !Double.isFinite(intercept) || !Double.isFinite(objective)) {
            throw InvalidInput.of(
                    "without weights the " + problem.lossInWords() + " loss has no finite minimum on these rows",
                    problem.intercept() ? "all targets are on one side: give others, too" : "fit an intercept");
        }
        double[] duals = duals(problem, margins);
        double excess = objective;
        for (int i = 0; i < n; i++) {
            excess -= problem.shares()[i] * least(problem.loss(), problem.targets()[i]);
            duals[i] *= -problem.shares()[i];
        }
        double[] correlation = new double[problem.d()];
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        problem.rows().addTransposed(all, n, duals, correlation);
        return new NullModel(new double[] {intercept}, objective, excess, correlation);
    }

    /**
     * Fits the intercepts of several classes.
     *
     * @throws InvalidInput if there are no best ones, since no row is of some class
     */
    public static NullModel of(VectorSum problem) {
        int n = problem.n();
        int classes = problem.classes();
        VectorLoss loss = problem.loss();
        int empty = VectorRecession.emptyClass(problem);
        if (empty >= 0) {
            throw InvalidInput.of(
                    "without weights the " + problem.lossInWords() + " loss has no finite minimum on these rows",
                    "no row is of class " + empty + ": give some, or fit no intercepts");
        }
        double[] intercepts = new double[classes];
        double[] margins = new double[n * classes];
        double[] duals = new double[n * classes];
        if (problem.intercept()) {
            new ExactIntercepts(problem).minimise(new double[n * classes], intercepts, margins, duals);
        } else {
            loss.gradients(0, n, classes, margins, problem.targets(), duals, new double[n]);
        }
        double objective = problem.meanLoss(margins);
        double excess = objective;
        double[] nothing = new double[classes];
        for (int i = 0; i < n; i++) {
            double share = problem.shares()[i];
            excess += share * loss.conjugate(classes, nothing, 0, problem.targets()[i]);
            for (int k = i * classes; k < (i + 1) * classes; k++) {
                duals[k] *= -share;
            }
        }
        double[] correlation = new double[problem.d() * classes];
        MatrixProducts.addTransposed(problem.rows(), problem.all(), n, classes, duals, correlation);
        return new NullModel(intercepts, objective, excess, correlation);
    }

    /** The least value of a loss; of one that falls for ever, as that of no counts with an identity link, the value at 0. */
    private static double least(Loss loss, double y) {
        double conjugate = loss.conjugate(0, y);
        return conjugate < Double.POSITIVE_INFINITY ? -conjugate : loss.value(0, y);
    }

    private static double[] duals(FiniteSum problem, double[] margins) {
        Loss loss = problem.loss();
        int n = margins.length;
        double[] duals = new double[n];
        if (loss.differentiable()) {
            loss.derivatives(n, margins, problem.targets(), duals, new double[n]);
            return duals;
        }
        double[] jump = new double[n];
        double sum = 0;
        double height = 0;
        for (int i = 0; i < n; i++) {
            double beside = BESIDE * Math.max(1, Math.abs(margins[i]));
            duals[i] = loss.derivative(margins[i] - beside, problem.targets()[i]);
            jump[i] = loss.derivative(margins[i] + beside, problem.targets()[i]) - duals[i];
            sum += problem.shares()[i] * duals[i];
            height += problem.shares()[i] * jump[i];
        }
        double part = !problem.intercept() ? 0.5 : height > 0 ? Math.min(Math.max(-sum / height, 0), 1) : 0;
        for (int i = 0; i < n; i++) {
            duals[i] += part * jump[i];
        }
        return duals;
    }

    /** The best intercept, of the first class where there are several; 0 where the problem has none. */
    public double intercept() {
        return intercepts[0];
    }

    /** The best intercepts, one a class or the only one; 0 where the problem has none. Copied. */
    public double[] intercepts() {
        return intercepts.clone();
    }

    /** The mean loss of the rows. */
    public double objective() {
        return objective;
    }

    /** By how much it exceeds the mean of the rows' least losses, which is all that any model could gain. */
    public double excess() {
        return excess;
    }

    /** v_j, minus the derivative of the mean loss in each weight; length d, or d K for several classes, copied. */
    public double[] correlation() {
        return correlation.clone();
    }

    /**
     * The smallest factor of a family of penalties from which on no weights gain more than a share of the {@link #excess}, by r*(v),
     * to rounding. With share 0 all weights are 0 there, and where the loss has no kinks this is the smallest such factor.
     *
     * @param family a penalty that grows with its factor, which is above 0
     * @param share 0 or more; 0 has an answer for norms, and none for l2 alone
     * @return 0 where not even the smallest factor leaves any more to gain
     * @throws InvalidInput if no factor is large enough, as for l2 and share 0, or a constraint forbids weights of 0
     */
    public double factor(DoubleFunction<? extends Penalty> family, double share) {
        double most = share == 0 ? 0 : share * excess;
        double high = 1;
        if (Double.isInfinite(family.apply(high).value(new double[correlation.length]))) {
            throw InvalidInput.of(
                    "the constraint forbids weights of 0", "give one that allows 0, for a path to begin there");
        }
        while (gains(family, high) > most) {
            high *= 16;
            if (high > LARGEST) {
                throw InvalidInput.of(
                        "no penalty of this kind makes all weights 0",
                        "take one with l1, and a constraint that allows 0");
            }
        }
        double low = high / 16;
        while (gains(family, low) <= most) {
            high = low;
            low /= 16;
            if (high < 1 / LARGEST) {
                return 0;
            }
        }
        // To neighbouring numbers: the middle of their logarithms first, of themselves later.
        while (Math.nextUp(low) < high) {
            double middle = high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
            if (gains(family, middle) > most) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private double gains(DoubleFunction<? extends Penalty> family, double factor) {
        return family.apply(factor).conjugate(correlation);
    }
}
