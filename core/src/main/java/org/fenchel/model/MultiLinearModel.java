package org.fenchel.model;

import java.util.List;
import java.util.stream.IntStream;
import org.fenchel.data.MatrixProducts;
import org.fenchel.data.Rows;
import org.fenchel.loss.VectorLoss;
import org.fenchel.problem.Solution;

/** A fitted linear model of several classes: immutable, thread-safe, scoring single rows. */
public final class MultiLinearModel {
    private final VectorLoss loss;
    private final double[] weights;
    private final double[] intercepts;
    private final List<String> featureNames;
    private final List<String> classNames;

    private MultiLinearModel(
            VectorLoss loss,
            double[] weights,
            double[] intercepts,
            List<String> featureNames,
            List<String> classNames) {
        this.loss = loss;
        this.weights = weights;
        this.intercepts = intercepts;
        this.featureNames = featureNames;
        this.classNames = classNames;
    }

    /**
     * A model that scores class k by {@code x'b_k + c_k}.
     *
     * @param loss the loss it was fitted with, which turns margins into probabilities
     * @param solution weights and intercepts; copied
     * @param featureNames d of them
     * @param classNames K of them, in the order of the class numbers
     */
    public static MultiLinearModel of(
            VectorLoss loss, Solution.MultiLinear solution, List<String> featureNames, List<String> classNames) {
        if (classNames.size() != solution.classes()) {
            throw new IllegalArgumentException(classNames.size() + " names for " + solution.classes() + " classes");
        }
        if ((long) featureNames.size() * classNames.size() != solution.weights().length) {
            throw new IllegalArgumentException(featureNames.size() + " features of " + classNames.size()
                    + " classes for " + solution.weights().length + " weights");
        }
        return new MultiLinearModel(
                loss,
                solution.weights().clone(),
                solution.intercepts().clone(),
                List.copyOf(featureNames),
                List.copyOf(classNames));
    }

    /**
     * The margins of one row, one for each class.
     *
     * @param x length d
     */
    public double[] margins(double[] x) {
        int k = intercepts.length;
        double[] z = intercepts.clone();
        for (int j = 0; j < featureNames.size(); j++) {
            if (x[j] != 0) {
                for (int c = 0; c < k; c++) {
                    z[c] += weights[j * k + c] * x[j];
                }
            }
        }
        return z;
    }

    /**
     * The probability of each class; they add up to 1.
     *
     * @param x length d
     */
    public double[] probabilities(double[] x) {
        return probabilitiesOf(margins(x));
    }

    /**
     * The probabilities of each class for many rows, shape (n, K). Cost: K times one pass over the rows.
     *
     * @param rows shape (n, d)
     */
    public double[] probabilities(Rows rows) {
        int k = intercepts.length;
        double[] numbers = new double[Math.multiplyExact(rows.n(), k)];
        int[] all = IntStream.range(0, rows.n()).toArray();
        MatrixProducts.multiply(rows, all, all.length, k, weights, numbers);
        for (int at = 0; at < numbers.length; at += k) {
            for (int c = 0; c < k; c++) {
                numbers[at + c] += intercepts[c];
            }
            loss.probabilities(k, numbers, at, numbers, at);
        }
        return numbers;
    }

    /** The same from margins, which are not changed. */
    public double[] probabilitiesOf(double[] margins) {
        double[] out = new double[margins.length];
        loss.probabilities(margins.length, margins, 0, out, 0);
        return out;
    }

    /**
     * The number of the most probable class, the first of several.
     *
     * @param x length d
     */
    public int predict(double[] x) {
        return largest(margins(x));
    }

    /** The position of the largest number, the first of several: the class that margins or probabilities point to. */
    public static int largest(double[] numbers) {
        int best = 0;
        for (int k = 1; k < numbers.length; k++) {
            best = numbers[k] > numbers[best] ? k : best;
        }
        return best;
    }

    /** The loss it was fitted with. */
    public VectorLoss loss() {
        return loss;
    }

    /** Number of classes, K. */
    public int classes() {
        return intercepts.length;
    }

    /** The weights, copied: {@code weights[j K + k]} of feature j and class k. */
    public double[] weights() {
        return weights.clone();
    }

    /** The intercepts, length K, copied; 0 where it has none. */
    public double[] intercepts() {
        return intercepts.clone();
    }

    /** Names of the features, length d. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Names of the classes, length K. */
    public List<String> classNames() {
        return classNames;
    }
}
