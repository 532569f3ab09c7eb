package org.fenchel.solver.step;

import java.util.Arrays;
import org.fenchel.penalty.Separable;

/**
 * With any separable penalty: a column keeps the value it had when it was last written, and the proximal steps it has missed
 * since are applied in closed form when it is read, from the running factors P = prod (1 + eta l2) and C = sum P eta l1.
 */
public final class CaughtUpIterate implements Iterate {
    private static final double LARGEST = 1e50;

    private final Separable penalty;
    private final double[] values;
    private final double[] productThen;
    private final double[] sumThen;
    private double product = 1;
    private double sum;

    public CaughtUpIterate(Separable penalty, double[] start) {
        this.penalty = penalty;
        values = start.clone();
        productThen = new double[values.length];
        sumThen = new double[values.length];
        Arrays.fill(productThen, 1);
    }

    private double current(int j) {
        return sumThen[j] == sum && productThen[j] == product
                ? values[j]
                : penalty.catchUp(values[j], productThen[j], sumThen[j], product, sum);
    }

    @Override
    public void read(int[] columns, int count, double[] x) {
        for (int k = 0; k < count; k++) {
            x[columns[k]] = current(columns[k]);
        }
    }

    @Override
    public void write(int[] columns, int count, double[] x, double eta) {
        write(columns, count, x, eta * penalty.l1(), 1 + eta * penalty.l2());
    }

    /**
     * Ends a step that takes the size m of all other columns to (m - threshold) / divisor, as long as that is positive, and then
     * into the penalty's bounds.
     *
     * @param divisor at least 1
     */
    public void write(int[] columns, int count, double[] x, double threshold, double divisor) {
        sum += product * threshold;
        product *= divisor;
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            values[j] = x[j];
            productThen[j] = product;
            sumThen[j] = sum;
        }
        if (product > LARGEST) {
            settle();
        }
    }

    @Override
    public void settle() {
        for (int j = 0; j < values.length; j++) {
            values[j] = current(j);
        }
        Arrays.fill(productThen, 1);
        Arrays.fill(sumThen, 0);
        product = 1;
        sum = 0;
    }

    @Override
    public double[] weights() {
        return values;
    }
}
