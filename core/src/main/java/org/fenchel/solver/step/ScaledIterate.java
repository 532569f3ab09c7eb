package org.fenchel.solver.step;

/** With l2 alone: x = scale * z, so that shrinking all weights is one multiplication. */
public final class ScaledIterate implements Iterate {
    private static final double SMALLEST = 1e-100;

    private final double l2;
    private final int outputs;
    private final double[] z;
    private double scale = 1;

    /** With one weight a column. */
    public ScaledIterate(double l2, double[] start) {
        this(l2, start, 1);
    }

    /**
     * @param outputs how many weights a column has, which stand together
     */
    public ScaledIterate(double l2, double[] start, int outputs) {
        this.l2 = l2;
        this.outputs = outputs;
        z = start.clone();
    }

    /** Shrinks by a proximal step of size eta; the caller adds its gradient step to z itself, divided by the new scale. */
    public void shrink(double eta) {
        if (l2 > 0) {
            scale /= 1 + eta * l2;
            keepInRange();
        }
    }

    /** Multiplies all weights. */
    public void multiply(double factor) {
        scale *= factor;
        keepInRange();
    }

    private void keepInRange() {
        if (scale < SMALLEST) {
            settle();
        }
    }

    /** The factor of {@link #z}. */
    public double scale() {
        return scale;
    }

    /** The weights divided by {@link #scale}, for the caller to add to. */
    public double[] z() {
        return z;
    }

    @Override
    public void read(int[] columns, int count, double[] x) {
        for (int k = 0; k < count; k++) {
            for (int at = columns[k] * outputs; at < (columns[k] + 1) * outputs; at++) {
                x[at] = scale * z[at];
            }
        }
    }

    @Override
    public void write(int[] columns, int count, double[] x, double eta) {
        shrink(eta);
        for (int k = 0; k < count; k++) {
            for (int at = columns[k] * outputs; at < (columns[k] + 1) * outputs; at++) {
                z[at] = x[at] / scale;
            }
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
