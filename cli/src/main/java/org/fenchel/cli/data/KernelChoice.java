package org.fenchel.cli.data;

import org.fenchel.data.Rows;

/**
 * Keeps small fits from paying for vector instructions: bringing the module in and compiling its loops costs a tenth of a second
 * and more. Goes by the shape of the data alone, so that a fit can be repeated.
 */
public final class KernelChoice {
    private static final String PROPERTY = "fenchel.kernel";
    private static final long SMALL = 4_000_000;

    private KernelChoice() {}

    /** To be called before anything is computed with the rows. */
    public static void suit(Rows rows) {
        if (rows.nonZeros() < SMALL && System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, "scalar");
        }
    }
}
