package org.fenchel.kernel;

/** Plain Java, four coordinates at a time. */
final class ScalarBlockKernel implements BlockKernel {
    @Override
    public double gather(
            int m, int[] columns, int at, int stride, int width, double[] store, double[] buffer, double[] sum) {
        for (int i = 0; i < m; i++) {
            System.arraycopy(store, columns[at + i] * stride, buffer, i * width, width);
        }
        return sums(m, width, buffer, sum);
    }

    @Override
    public double gather(
            int m, int[] columns, int at, int stride, int width, float[] store, double[] buffer, double[] sum) {
        for (int i = 0; i < m; i++) {
            int from = columns[at + i] * stride;
            int to = i * width;
            for (int f = 0; f < width; f++) {
                buffer[to + f] = store[from + f];
            }
        }
        return sums(m, width, buffer, sum);
    }

    private static double sums(int m, int width, double[] buffer, double[] sum) {
        double squares = 0;
        for (int f = 0; f < width; f += 4) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            double q0 = 0;
            double q1 = 0;
            double q2 = 0;
            double q3 = 0;
            for (int i = 0, b = f; i < m; i++, b += width) {
                double v0 = buffer[b];
                double v1 = buffer[b + 1];
                double v2 = buffer[b + 2];
                double v3 = buffer[b + 3];
                s0 += v0;
                s1 += v1;
                s2 += v2;
                s3 += v3;
                q0 += v0 * v0;
                q1 += v1 * v1;
                q2 += v2 * v2;
                q3 += v3 * v3;
            }
            sum[f] = s0;
            sum[f + 1] = s1;
            sum[f + 2] = s2;
            sum[f + 3] = s3;
            squares += (q0 + q1) + (q2 + q3);
        }
        return squares;
    }

    @Override
    public void scatter(
            int m,
            int[] columns,
            int at,
            int stride,
            int width,
            double[] buffer,
            double[] keep,
            double[] pull,
            double[] sum,
            double[] store) {
        for (int i = 0; i < m; i++) {
            int to = columns[at + i] * stride;
            int from = i * width;
            for (int f = 0; f < width; f++) {
                store[to + f] = keep[i] * buffer[from + f] + pull[i] * sum[f];
            }
        }
    }

    @Override
    public void scatter(
            int m,
            int[] columns,
            int at,
            int stride,
            int width,
            double[] buffer,
            double[] keep,
            double[] pull,
            double[] sum,
            float[] store) {
        for (int i = 0; i < m; i++) {
            int to = columns[at + i] * stride;
            int from = i * width;
            for (int f = 0; f < width; f++) {
                store[to + f] = (float) (keep[i] * buffer[from + f] + pull[i] * sum[f]);
            }
        }
    }

    @Override
    public void squaredNorms(int m, int width, double[] buffer, double[] out) {
        for (int i = 0; i < m; i++) {
            double q0 = 0;
            double q1 = 0;
            double q2 = 0;
            double q3 = 0;
            for (int b = i * width, end = b + width; b < end; b += 4) {
                q0 += buffer[b] * buffer[b];
                q1 += buffer[b + 1] * buffer[b + 1];
                q2 += buffer[b + 2] * buffer[b + 2];
                q3 += buffer[b + 3] * buffer[b + 3];
            }
            out[i] = (q0 + q1) + (q2 + q3);
        }
    }

    @Override
    public void combine(int m, int width, double[] buffer, double[] weights, double[] out) {
        for (int f = 0; f < width; f += 4) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int i = 0, b = f; i < m; i++, b += width) {
                double w = weights[i];
                s0 += w * buffer[b];
                s1 += w * buffer[b + 1];
                s2 += w * buffer[b + 2];
                s3 += w * buffer[b + 3];
            }
            out[f] = s0;
            out[f + 1] = s1;
            out[f + 2] = s2;
            out[f + 3] = s3;
        }
    }

    @Override
    public void copy(int stride, double[] from, int at, double[] to, int toAt) {
        System.arraycopy(from, at, to, toAt, stride);
    }

    @Override
    public void copy(int stride, float[] from, int at, float[] to, int toAt) {
        System.arraycopy(from, at, to, toAt, stride);
    }
}
