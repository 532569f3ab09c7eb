package org.fenchel.solver.bounded;

import java.util.Arrays;
import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Vectors;

/**
 * The limited-memory BFGS matrix in compact form, B = theta I - W M W', from the last c changes of the point (columns of S) and of the
 * gradient (columns of Y):
 *
 * <pre>W = (Y, theta S),   M^-1 = ( -D   L'        )   D, L: diagonal and strictly lower triangle of S'Y,
 *                                ( L    theta S'S )   theta = y'y / s'y of the newest.</pre>
 *
 * <p>Cost of a new pair: 3c products of the length; of a product with M: 2 c^2. Source: R. Byrd, J. Nocedal and R. Schnabel,
 * "Representations of quasi-Newton matrices and their use in limited memory methods", Math. Programming 63 (1994).
 */
final class CompactHessian {
    private static final double ROUNDING = 0x1p-52;

    private final int most;
    private final double[][] s;
    private final double[][] y;
    /** Inner products of pairs i and j at {@code i * most + j}, the oldest pair first. */
    private final double[] ss;

    private final double[] sy;
    private final double[] yy;
    /** Cholesky's factor of theta S'S + L D^-1 L', of order c. */
    private final double[] factor;

    private final double[] half;
    private int count;
    private double theta = 1;

    CompactHessian(int most, int length) {
        this.most = most;
        s = new double[most][length];
        y = new double[most][length];
        ss = new double[most * most];
        sy = new double[most * most];
        yy = new double[most * most];
        factor = new double[most * most];
        half = new double[most];
    }

    /** How many pairs there are. */
    int count() {
        return count;
    }

    /** Twice the number of pairs: the columns of W, the order of M. */
    int order() {
        return 2 * count;
    }

    /** The factor of the identity. */
    double theta() {
        return theta;
    }

    /** Change k of the point, the oldest first. */
    double[] s(int k) {
        return s[k];
    }

    /** Change k of the gradient, the oldest first. */
    double[] y(int k) {
        return y[k];
    }

    double ss(int i, int j) {
        return ss[i * most + j];
    }

    double sy(int i, int j) {
        return sy[i * most + j];
    }

    double yy(int i, int j) {
        return yy[i * most + j];
    }

    /** Forgets all: B is a multiple of the identity. */
    void reset(double multiple) {
        count = 0;
        theta = multiple;
    }

    /** Learns from a move of the point, unless its curvature s'y is lost in rounding. */
    void add(double[] x, double[] xBefore, double[] gradient, double[] gradientBefore) {
        if (count == most) {
            dropOldest();
        }
        double[] move = s[count];
        double[] change = y[count];
        for (int j = 0; j < x.length; j++) {
            move[j] = x[j] - xBefore[j];
            change[j] = gradient[j] - gradientBefore[j];
        }
        double curvature = dot(move, change);
        double square = dot(change, change);
        if (!(curvature > ROUNDING * square) || Double.isInfinite(square)) {
            return;
        }
        int newest = count++;
        for (int k = 0; k <= newest; k++) {
            ss[newest * most + k] = dot(move, s[k]);
            ss[k * most + newest] = ss[newest * most + k];
            yy[newest * most + k] = dot(change, y[k]);
            yy[k * most + newest] = yy[newest * most + k];
            sy[newest * most + k] = dot(move, y[k]);
            sy[k * most + newest] = dot(s[k], change);
        }
        theta = square / curvature;
        if (!decompose()) {
            reset(theta);
        }
    }

    private void dropOldest() {
        double[] oldS = s[0];
        double[] oldY = y[0];
        System.arraycopy(s, 1, s, 0, most - 1);
        System.arraycopy(y, 1, y, 0, most - 1);
        s[most - 1] = oldS;
        y[most - 1] = oldY;
        for (double[] products : new double[][] {ss, sy, yy}) {
            for (int i = 1; i < most; i++) {
                System.arraycopy(products, i * most + 1, products, (i - 1) * most, most - 1);
            }
        }
        count--;
    }

    private boolean decompose() {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = theta * ss(i, j);
                for (int k = 0; k < j; k++) {
                    sum += sy(i, k) * sy(j, k) / sy(k, k);
                }
                factor[i * count + j] = sum;
            }
        }
        return Symmetric.cholesky(count, factor);
    }

    /** {@code out = W'v}. */
    void transposed(double[] v, double[] out) {
        for (int k = 0; k < count; k++) {
            out[k] = dot(y[k], v);
            out[count + k] = theta * dot(s[k], v);
        }
    }

    /** Row j of W. */
    void row(int j, double[] out) {
        for (int k = 0; k < count; k++) {
            out[k] = y[k][j];
            out[count + k] = theta * s[k][j];
        }
    }

    /** {@code out = M v}, by M^-1's block factors; v and out are different arrays. */
    void middle(double[] v, double[] out) {
        // from -D p + L'q = v_1 and L p + theta S'S q = v_2: p = D^-1 (L'q - v_1)
        for (int i = 0; i < count; i++) {
            double sum = v[count + i];
            for (int k = 0; k < i; k++) {
                sum += sy(i, k) * v[k] / sy(k, k);
            }
            half[i] = sum;
        }
        Symmetric.solve(count, factor, half);
        for (int k = 0; k < count; k++) {
            double sum = -v[k];
            for (int i = k + 1; i < count; i++) {
                sum += sy(i, k) * half[i];
            }
            out[k] = sum / sy(k, k);
        }
        System.arraycopy(half, 0, out, count, count);
        Arrays.fill(half, 0);
    }

    private static double dot(double[] a, double[] b) {
        return Vectors.dot(a.length, a, 0, b, 0);
    }
}
