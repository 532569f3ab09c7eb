package org.fenchel.solver.factorization;

import org.fenchel.data.RowEntries;
import org.fenchel.data.Rows;
import org.fenchel.problem.Factors;

/**
 * The parameters of the features that some rows use, copied from those of the whole machine to a place of their own that the
 * second-level cache holds. Copies do not depend on one another, so that many are on their way from memory at once; and threads with a stage each are not in one another's way.
 *
 * <p>Cost: two copies of a block for each feature that is used. Memory: besides the copies a number for each feature, of which
 * only those in use mean something.
 */
final class Stage {
    /** Rows whose numbers of features are fetched from memory ahead of their use. */
    private static final int AHEAD = 8;

    /** Blocks that are fetched together before they are copied. */
    private static final int TOGETHER = 64;

    private Rows rows;
    private RowEntries row;
    private final Factors whole;
    private final Factors staged;
    private final int[] features;
    private final int[] placeOf;
    private final int[] columns;
    private final int[] starts;
    private int count;

    @SuppressWarnings("unused") // where sums of fetched entries go, or they would not be fetched
    private double unused;

    /**
     * @param most rows at a time
     * @param entries the most entries that these can have
     */
    Stage(Rows rows, Factors whole, int most, int entries) {
        this.rows = rows;
        this.whole = whole;
        row = new RowEntries(rows);
        int distinct = Math.min(entries, whole.features());
        staged = Factors.zero(distinct, whole.rank(), whole.single());
        features = new int[distinct];
        placeOf = new int[whole.features()];
        columns = new int[entries];
        starts = new int[most];
    }

    /** Turns to other rows. */
    void turnTo(Rows others) {
        rows = others;
        row = new RowEntries(others);
    }

    /** The parameters on the stage. */
    Factors factors() {
        return staged;
    }

    /** Where in {@link #factors} the entries of the rows have their features, row after row from {@link #start} on. */
    int[] columns() {
        return columns;
    }

    /** Where the entries of the k-th of the rows begin. */
    int start(int k) {
        return starts[k];
    }

    /** Copies the parameters that the rows {@code visits[from]} to before {@code visits[to]} use. */
    void load(int[] visits, int from, int to) {
        count = 0;
        int entries = 0;
        double fetched = 0;
        for (int k = from; k < to; k++) {
            if (((k - from) & (AHEAD - 1)) == 0) {
                fetched += rows.fetch(visits, k + AHEAD, Math.min(k + 2 * AHEAD, to));
            }
            row.open(visits[k]);
            starts[k - from] = entries;
            int last = row.at() + row.count();
            for (int e = row.at(); e < last; e++) {
                fetched += placeOf[
                        row.columns()[e]]; // all at once: whether one is known is a branch that nothing foretells
            }
            for (int e = row.at(); e < last; e++) {
                columns[entries++] = place(row.columns()[e]);
            }
        }
        for (int begin = 0; begin < count; begin += TOGETHER) {
            int end = Math.min(count, begin + TOGETHER);
            fetched += whole.fetch(features, begin, end);
            for (int c = begin; c < end; c++) {
                staged.copyBlock(c, whole, features[c]);
            }
        }
        unused = fetched;
    }

    private int place(int feature) {
        int known = placeOf[feature];
        if (known < count && features[known] == feature) {
            return known;
        }
        placeOf[feature] = count;
        features[count] = feature;
        return count++;
    }

    /** Where on the stage a feature is, -1 if it is not. */
    private int find(int feature) {
        int known = placeOf[feature];
        return known < count && features[known] == feature ? known : -1;
    }

    /**
     * Brings back the parameters of features that no stage before this one has; where later stages have them too, the mean of all
     * moves, and the sum of what methods keep with them. All stages may do so at once.
     *
     * @param at work space, as long as stages
     */
    void unload(Stage[] stages, int self, int[] at) {
        for (int c = 0; c < count; c++) {
            int sharing = 0;
            boolean first = true;
            for (int t = 0; t < stages.length && first; t++) {
                at[t] = t == self ? c : stages[t].find(features[c]);
                first = t >= self || at[t] < 0;
                sharing += at[t] < 0 ? 0 : 1;
            }
            if (first && sharing == 1) {
                whole.copyBlock(features[c], staged, c);
            } else if (first) {
                settle(stages, features[c], at, sharing);
            }
        }
    }

    private void settle(Stage[] stages, int feature, int[] at, int sharing) {
        for (int p = 0; p < whole.stride(); p++) {
            double before = whole.number(feature, p);
            double moves = 0;
            for (int t = 0; t < stages.length; t++) {
                if (at[t] >= 0) {
                    moves += stages[t].staged.number(at[t], p) - before;
                }
            }
            whole.setNumber(feature, p, before + (p == whole.keptPlace() ? moves : moves / sharing));
        }
    }
}
