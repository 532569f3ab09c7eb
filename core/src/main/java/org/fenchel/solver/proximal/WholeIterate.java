package org.fenchel.solver.proximal;

import org.fenchel.solver.step.Iterate;

/** For penalties that tie columns together: every step reads and writes all of them. */
final class WholeIterate implements Iterate {
    private final double[] values;

    WholeIterate(double[] start) {
        values = start.clone();
    }

    @Override
    public void read(int[] columns, int count, double[] x) {
        for (int k = 0; k < count; k++) {
            x[columns[k]] = values[columns[k]];
        }
    }

    @Override
    public void write(int[] columns, int count, double[] x, double eta) {
        for (int k = 0; k < count; k++) {
            values[columns[k]] = x[columns[k]];
        }
    }

    @Override
    public void settle() {
        // nothing is ever outstanding
    }

    @Override
    public double[] weights() {
        return values;
    }
}
