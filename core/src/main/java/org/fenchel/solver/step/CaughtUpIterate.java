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
    private final int outputs;
    private final double[] values;
    private final double[] productThen;
    private final double[] sumThen;
    private double product = 1;
    private double sum;

    /** With one weight a column. */
    public CaughtUpIterate(Separable penalty, double[] start) {
        this(penalty, start, 1);
    }

    /**
     * @param outputs how many weights a column has, which stand together
     */
    public CaughtUpIterate(Separable penalty, double[] start, int outputs) {
        this.penalty = penalty;
        this.outputs = outputs;
        values = start.clone();
        productThen = new double[values.length / outputs];
        sumThen = new double[values.length / outputs];
        Arrays.fill(productThen, 1);
    }

    /** The current weights of column j, into x. */
    private void read(int j, double[] x) {
        boolean current = sumThen[j] == sum && productThen[j] == product;
        for (int at = j * outputs; at < (j + 1) * outputs; at++) {
            x[at] = current ? values[at] : penalty.catchUp(values[at], productThen[j], sumThen[j], product, sum);
        }
    }

    @Override
    public void read(int[] columns, int count, double[] x) {
        for (int k = 0; k < count; k++) {
            read(columns[k], x);
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
            System.arraycopy(x, j * outputs, values, j * outputs, outputs);
            productThen[j] = product;
            sumThen[j] = sum;
        }
        if (product > LARGEST) {
            settle();
        }
    }

    @Override
    public void settle() {
        for (int j = 0; j < productThen.length; j++) {
            read(j, values);
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
