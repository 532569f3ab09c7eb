package org.fenchel.solver.factorization;

import java.util.Arrays;
import org.fenchel.data.RowEntries;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;

/**
 * A thread's rows of a round, and where it has their features: where they always are, unless another thread's rows of the round have
 * them too, or may have; then in copies of its own behind all features, so that threads are never in one another's way.
 *
 * <p>What the rows have is told to the others by a mark for each feature, at one of {@link #MARKS} places: two features at the same
 * place make a copy too many, which changes nothing. Cost: two looks at each entry, and two copies of a block for each feature that is
 * copied. Memory: that of the marks, and a few numbers for each entry of the rows.
 */
final class Share {
    /** Rows whose numbers of features are fetched from memory ahead of their use. */
    private static final int AHEAD = 8;

    /** Blocks that are fetched together before they are copied. */
    private static final int TOGETHER = 32;

    /** Places of marks, a power of two: 16 KB, which the first-level cache holds. */
    private static final int MARKS = 1 << 17;

    private static final int SPREAD = 0x9E3779B1; // 2^32 / golden ratio: spreads neighbours far apart

    private FactorizationFit problem;
    private RowEntries row;
    private final Factors factors;
    private final int room;
    private final long[] marks = new long[MARKS / Long.SIZE];
    private final int[] columns;
    private final int[] starts;
    private final int[] copied;
    private final double[] curvatures;
    private final int[] table;
    private final int shift;
    private int count;

    @SuppressWarnings("unused") // where sums of fetched entries go, or they would not be fetched
    private double unused;

    /**
     * @param factors with room for copies from the feature {@code room} on
     * @param most rows at a time
     * @param entries the most entries that these can have
     * @param copies the most features that they can have
     */
    Share(FactorizationFit problem, Factors factors, int room, int most, int entries, int copies) {
        this.problem = problem;
        row = new RowEntries(problem.rows());
        this.factors = factors;
        this.room = room;
        columns = new int[entries];
        starts = new int[most + 1];
        copied = new int[copies];
        curvatures = new double[copies];
        int bits = 34 - Integer.numberOfLeadingZeros(copies); // at most half of it is full
        table = new int[1 << bits];
        shift = Integer.SIZE - bits;
    }

    /** Turns to the rows of another part of the problem. */
    void turnTo(FactorizationFit part) {
        problem = part;
        row = new RowEntries(part.rows());
    }

    /** Where in the factors the entries of the rows have their features, row after row from {@link #start} on. */
    int[] columns() {
        return columns;
    }

    /** Where the entries of the k-th of the rows begin, and those of the one before end. */
    int start(int k) {
        return starts[k];
    }

    /** Turns to the rows {@code visits[from]} to before {@code visits[to]}, and marks what they have. */
    void read(int[] visits, int from, int to) {
        Arrays.fill(marks, 0);
        int entries = 0;
        double fetched = 0;
        for (int k = from; k < to; k++) {
            if (((k - from) & (AHEAD - 1)) == 0) {
                fetched += problem.rows().fetch(visits, k + AHEAD, Math.min(k + 2 * AHEAD, to));
            }
            row.open(visits[k]);
            starts[k - from] = entries;
            for (int e = row.at(), last = e + row.count(); e < last; e++) {
                int feature = row.columns()[e];
                int place = mark(feature);
                marks[place >> 6] |= 1L << place;
                columns[entries++] = feature;
            }
        }
        starts[to - from] = entries;
        unused = fetched;
    }

    private static int mark(int feature) {
        return feature * SPREAD >>> (Integer.SIZE - Integer.numberOfTrailingZeros(MARKS));
    }

    /** Copies what others may have too; all must have read the same rows as {@link #read} was told. */
    void copy(Share[] all, int self, int[] visits, int from, int to) {
        Arrays.fill(table, 0);
        count = 0;
        for (int k = 0; k < to - from; k++) {
            int i = visits[from + k];
            row.open(i);
            double scale = problem.scale(i);
            for (int e = starts[k], next = row.at(); e < starts[k + 1]; e++, next++) {
                int place = mark(columns[e]);
                long others = 0;
                for (int t = 0; t < all.length; t++) {
                    others |= t == self ? 0 : all[t].marks[place >> 6];
                }
                if ((others >>> place & 1) != 0) {
                    double w = row.ones() ? 1 : row.values()[next];
                    columns[e] = room + place(columns[e], scale * w * w);
                }
            }
        }
        double fetched = 0;
        for (int begin = 0; begin < count; begin += TOGETHER) {
            int end = Math.min(count, begin + TOGETHER);
            fetched += factors.fetch(copied, begin, end);
            for (int c = begin; c < end; c++) {
                factors.copy(copied[c], room + c);
            }
        }
        unused = fetched;
    }

    /** The place of a feature's copy, which is made where there is none. */
    private int place(int feature, double curvature) {
        int slot = slot(feature);
        if (table[slot] == 0) {
            copied[count] = feature;
            curvatures[count] = 0;
            table[slot] = ++count;
        }
        curvatures[table[slot] - 1] += curvature;
        return table[slot] - 1;
    }

    /** Where the table has a feature, or where it would. */
    private int slot(int feature) {
        int slot = feature * SPREAD >>> shift;
        while (table[slot] != 0 && copied[table[slot] - 1] != feature) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    /**
     * Brings back what was copied: where no other has a copy, as it is; else what {@link #ways} makes of all of them, for as many of
     * the features as everybody else. All threads may do so at once, when all have taken their steps.
     *
     * @param step what makes curvatures of a feature's squared values: the step size times the most the loss bends
     * @param sharing work space, as long as all
     */
    void settle(Share[] all, int self, double step, int[] sharing) {
        for (int c = 0; c < count; c++) {
            int feature = copied[c];
            int having = 0;
            int before = 0;
            double curvature = 0;
            for (int t = 0; t < all.length; t++) {
                int known = t == self ? c + 1 : all[t].table[all[t].slot(feature)];
                if (known > 0) {
                    curvature += all[t].curvatures[known - 1];
                    before += t < self ? 1 : 0;
                    sharing[having++] = all[t].room + known - 1;
                }
            }
            if (having == 1) {
                factors.copy(room + c, feature);
            } else if (feature % having == before) {
                factors.follow(feature, sharing, having, ways(having, step * curvature / having));
            }
        }
    }

    /**
     * The part to be gone of the sum of the ways of several threads from one place. On a quadratic of curvature c, in units of the
     * step, a proximal step leaves 1 / (1 + c) of the way to the minimum. Had threads gone one after the other, each would have gone
     * so much less than the one before: the part is the mean of the powers of that. It is nearly 1 for short ways, and the mean of
     * the ways for those that end near the minimum, however large the step.
     *
     * @param curvature of the way of a thread, all its steps taken together
     */
    static double ways(int threads, double curvature) {
        double left = 1 / (1 + curvature);
        double sum = 1;
        double power = 1;
        for (int t = 1; t < threads; t++) {
            power *= left;
            sum += power;
        }
        return sum / threads;
    }
}
