package org.fenchel.problem.links;

/** A full matrix of which rows are read into an array and written back; arithmetic is in double precision, whatever is stored. */
sealed interface StoredMatrix {
    /** Up to so many numbers are stored in full precision, 32 MB of them. */
    int FULL_PRECISION = 1 << 22;

    /** Bytes that a matrix of this shape takes. */
    static double bytes(int m, int n) {
        double count = (double) m * n;
        return count * (count <= FULL_PRECISION ? Double.BYTES : Float.BYTES);
    }

    /** Zeros; in single precision where the matrix is large. */
    static StoredMatrix of(int m, int n) {
        return (double) m * n <= FULL_PRECISION ? new Doubles(new double[m][n]) : new Floats(new float[m][n]);
    }

    /** Reads row i. */
    void read(int i, double[] out, int at);

    /** Overwrites row i. */
    void write(int i, double[] in, int at);

    /** Eight bytes a number. */
    record Doubles(double[][] rows) implements StoredMatrix {
        @Override
        public void read(int i, double[] out, int at) {
            System.arraycopy(rows[i], 0, out, at, rows[i].length);
        }

        @Override
        public void write(int i, double[] in, int at) {
            System.arraycopy(in, at, rows[i], 0, rows[i].length);
        }
    }

    /** Four bytes a number. */
    record Floats(float[][] rows) implements StoredMatrix {
        @Override
        public void read(int i, double[] out, int at) {
            float[] row = rows[i];
            for (int j = 0; j < row.length; j++) {
                out[at + j] = row[j];
            }
        }

        @Override
        public void write(int i, double[] in, int at) {
            float[] row = rows[i];
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) in[at + j];
            }
        }
    }
}
