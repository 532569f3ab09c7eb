package org.fenchel.solver.proximal;

/**
 * The columns that a Newton model with kinks is minimised over: all that are away from their kinks and bounds, and of the others that
 * would move, those whose slopes exceed the kink by most, as many as the former, but {@value #LEAST} at least. At the start, where l1
 * holds all weights at 0 and most of them would move, and at solutions with few weights, this saves most of a model that is made from
 * scratch at every step; a column that is left out this time comes in a step or two later.
 *
 * <p>Cost: linear in the columns, on the mean. Source: M. Massias, A. Gramfort, J. Salmon, "Celer: a fast solver for the Lasso with dual
 * extrapolation", ICML 2018, for sets of twice the support.
 */
final class WorkingSet {
    private static final int LEAST = 100;

    private double[] excess = new double[0];
    private int[] columns = new int[0];
    private int size;
    private int inside;

    /**
     * Chooses from the batch's columns.
     *
     * @param x the iterate, by column
     * @param slope of the smooth part, by column
     * @param most columns wanted, at most
     */
    void choose(SeparableTerm term, int[] from, int count, double[] x, double[] slope, int most) {
        if (columns.length < count) {
            columns = new int[count];
            excess = new double[count];
        }
        inside = 0;
        int waiting = 0;
        for (int k = 0; k < count; k++) {
            int j = from[k];
            if (!term.model.moves(x[j], slope[j])) {
                continue;
            }
            if (term.inside(x[j])) {
                inside++;
            } else {
                excess[waiting++] = Math.abs(slope[j]);
            }
        }
        int room = Math.max(0, Math.min(Math.max(LEAST, inside), most - inside));
        double least = room >= waiting ? 0 : room == 0 ? Double.POSITIVE_INFINITY : largest(room, waiting);
        size = 0;
        for (int k = 0; k < count; k++) {
            int j = from[k];
            boolean wanted = term.inside(x[j]) || Math.abs(slope[j]) >= least;
            if (wanted && term.model.moves(x[j], slope[j])) {
                columns[size++] = j;
            }
        }
    }

    /** Chooses the columns with the largest violations of optimality, wherever they are: so many at most. */
    void chooseWorst(SeparableTerm term, int[] from, int count, double[] x, double[] slope, int most) {
        inside = 0;
        for (int k = 0; k < count; k++) {
            excess[k] = term.violation(x[from[k]], slope[from[k]]);
        }
        double least = most >= count ? 0 : largest(most, count);
        size = 0;
        for (int k = 0; k < count && size < most; k++) {
            double violation = term.violation(x[from[k]], slope[from[k]]);
            if (violation > 0 && violation >= least) {
                columns[size++] = from[k];
            }
        }
    }

    /** The columns chosen, ascending; the first {@link #size} count. */
    int[] columns() {
        return columns;
    }

    int size() {
        return size;
    }

    /** The k-th largest of the first so many numbers, which change places. */
    private double largest(int k, int count) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            double pivot = excess[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (excess[i] > pivot) {
                    i++;
                }
                while (excess[j] < pivot) {
                    j--;
                }
                if (i <= j) {
                    double other = excess[i];
                    excess[i++] = excess[j];
                    excess[j--] = other;
                }
            }
            if (k - 1 <= j) {
                high = j;
            } else if (k - 1 >= i) {
                low = i;
            } else {
                break;
            }
        }
        return excess[k - 1];
    }
}
