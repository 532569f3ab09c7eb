package org.fenchel.solver.proximal;

/** With l2 alone: x = scale * z, so that shrinking all weights is one multiplication. */
final class ScaledIterate implements Iterate {
    private static final double SMALLEST = 1e-100;

    private final double l2;
    final double[] z;
    double scale = 1;

    ScaledIterate(double l2, double[] start) {
        this.l2 = l2;
        z = start.clone();
    }

    /** Shrinks by a step of size eta; the caller adds its gradient step to z itself, divided by the new scale. */
    void shrink(double eta) {
        if (l2 > 0) {
            scale /= 1 + eta * l2;
            if (scale < SMALLEST) {
                settle();
            }
        }
    }

    @Override
    public void read(int[] columns, int count, double[] x) {
        for (int k = 0; k < count; k++) {
            x[columns[k]] = scale * z[columns[k]];
        }
    }

    @Override
    public void write(int[] columns, int count, double[] x, double eta) {
        shrink(eta);
        for (int k = 0; k < count; k++) {
            z[columns[k]] = x[columns[k]] / scale;
        }
    }

    @Override
    public void settle() {
        if (scale != 1) {
            for (int j = 0; j < z.length; j++) {
                z[j] *= scale;
            }
            scale = 1;
        }
    }

    @Override
    public double[] weights() {
        return z;
    }
}
