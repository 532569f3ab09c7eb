package org.fenchel.solver.lowrank;

import org.fenchel.kernel.LinearMap;
import org.fenchel.kernel.Tall;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.LowRankMatrix;

/** c - x, known by its products. */
record Residual(LinearMap c, LowRankMatrix x, double[] scaled) implements LinearMap {
    Residual(LinearMap c, LowRankMatrix x) {
        this(c, x, x.scaledLeft(1));
    }

    @Override
    public int m() {
        return c.m();
    }

    @Override
    public int n() {
        return c.n();
    }

    @Override
    public void multiply(int k, double[] v, double[] out) {
        c.multiply(k, v, out);
        subtract(m(), n(), scaled, x.right(), k, v, out);
    }

    @Override
    public void transposed(int k, double[] u, double[] out) {
        c.transposed(k, u, out);
        subtract(n(), m(), x.right(), scaled, k, u, out);
    }

    private void subtract(int rows, int inner, double[] a, double[] b, int k, double[] v, double[] out) {
        int r = x.rank();
        if (r == 0) {
            return;
        }
        double[] part = Tall.cross(inner, r, k, b, v);
        double[] product = new double[rows * k];
        Tall.multiply(rows, r, k, a, part, product);
        Vectors.axpy(product.length, -1, product, 0, out, 0);
    }
}
