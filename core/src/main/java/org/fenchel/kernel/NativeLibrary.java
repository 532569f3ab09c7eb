package org.fenchel.kernel;

import java.util.Optional;

/**
 * The door to native dense linear algebra. Asked for only where the work is worth loading the library for; where it is missing
 * or does not load on this machine, plain Java serves, and {@link #notice} says so.
 */
public final class NativeLibrary {
    /** Multiply-adds that take plain Java about as long as loading the library does. */
    private static final double WORTH_LOADING = 1e9;

    private static volatile String notice = "";

    private NativeLibrary() {}

    /** One line about a library that did not load; empty when it did, or was never wanted. */
    public static Optional<String> notice() {
        return notice.isEmpty() ? Optional.empty() : Optional.of(notice);
    }

    /**
     * Whether work of this size goes to the library. Depends on the size alone, so that equal problems give equal bits.
     *
     * @param multiplyAdds of the whole job, not of one call
     */
    public static boolean serves(double multiplyAdds) {
        return multiplyAdds >= WORTH_LOADING && Loaded.OPEN_BLAS;
    }

    /**
     * {@code a += b'b} like {@link Symmetric#addGram}, by the library; only after {@link #serves} has said yes.
     *
     * @param b k rows of length n
     * @param a lower triangle of order n
     */
    public static void addGram(int n, int k, double[] b, double[] a) {
        OpenBlas.addGram(n, k, b, a);
    }

    /** Looked up once, when first asked for. */
    private static final class Loaded {
        static final boolean OPEN_BLAS = load();

        private static boolean load() {
            if ("java".equals(System.getProperty("fenchel.blas"))) {
                return false;
            }
            try {
                OpenBlas.cholesky(1, new double[] {1});
                return true;
            } catch (LinkageError e) {
                notice = "the native OpenBLAS does not load here ("
                        + e.getClass().getSimpleName()
                        + "); dense linear algebra runs in plain Java, several times slower";
                return false;
            }
        }
    }
}
