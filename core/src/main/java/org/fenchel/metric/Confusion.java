package org.fenchel.metric;

/**
 * Which classes were taken for which.
 *
 * @param classes how many there are, K
 * @param weights shape (K, K): {@code weights[t K + p]} is the weight of the rows of class t that were predicted as class p. Read
 *     only
 */
public record Confusion(int classes, double[] weights) {
    /** The weight of the rows of class {@code truth} that were predicted as {@code predicted}. */
    public double at(int truth, int predicted) {
        return weights[truth * classes + predicted];
    }

    /** The weight of the rows of a class. */
    public double ofClass(int k) {
        double sum = 0;
        for (int p = 0; p < classes; p++) {
            sum += at(k, p);
        }
        return sum;
    }

    /** The weight of the rows predicted as a class. */
    public double predictedAs(int k) {
        double sum = 0;
        for (int t = 0; t < classes; t++) {
            sum += at(t, k);
        }
        return sum;
    }

    /** Share of the rows predicted as class k that are of it; NaN where none were. */
    public double precision(int k) {
        return at(k, k) / predictedAs(k);
    }

    /** Share of the rows of class k that were predicted as such; NaN where there are none. */
    public double recall(int k) {
        return at(k, k) / ofClass(k);
    }

    /** Harmonic mean of precision and recall, 0 where no row was found; NaN where no row is of class k or predicted as such. */
    public double f1(int k) {
        return 2 * at(k, k) / (ofClass(k) + predictedAs(k));
    }

    /** The mean of {@link #f1} over the classes that have one, all alike however many rows they have. */
    public double macroF1() {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < classes; k++) {
            double f1 = f1(k);
            if (!Double.isNaN(f1)) {
                sum += f1;
                count++;
            }
        }
        return sum / count;
    }
}
