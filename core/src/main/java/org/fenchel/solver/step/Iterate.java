package org.fenchel.solver.step;

/**
 * The weights between steps. Steps shrink all columns but a batch of sparse rows touches few: an iterate applies the shrinking
 * of the others when it is next asked for them.
 */
public interface Iterate {
    /** Copies the current weights of the first {@code count} of these columns into their places in x. */
    void read(int[] columns, int count, double[] x);

    /** Ends a step of size eta: these columns have new weights; all others get what the penalty does to them. */
    void write(int[] columns, int count, double[] x, double eta);

    /** Applies what is outstanding; called once a pass, keeps accumulated factors in range. */
    void settle();

    /** All weights, to be read only, current after {@link #settle}. */
    double[] weights();
}
