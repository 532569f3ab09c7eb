package org.fenchel.solver.dual;

import static org.fenchel.solver.dual.DualRows.DUAL;
import static org.fenchel.solver.dual.DualRows.OFFSET;
import static org.fenchel.solver.dual.DualRows.REACH;
import static org.fenchel.solver.dual.DualRows.SHARE;
import static org.fenchel.solver.dual.DualRows.TARGET;
import static org.fenchel.solver.dual.DualRows.WIDTH;

import java.util.Objects;
import org.fenchel.data.RowGram;
import org.fenchel.data.Rows;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;

/**
 * Coordinate ascent on the dual, a row or a block of rows at a time, with the weights kept up to date. With z_i = x_i'w + c + o_i,
 * row i's new dual is
 *
 * <pre>argmax_u  u z_i - l*(u, y_i) - (q_i / 2) (u - u_i)^2,   q_i = s_i (||x_i||^2 / modulus + eta),</pre>
 *
 * which is the {@linkplain Loss#proxDerivative dual of a proximal step} of the loss from z_i + q_i u_i: every loss that has a
 * prox has its coordinate step. The dual grows by at least s_i q_i (change of u)^2 / 2.
 *
 * <p>Cost of a row: its entries twice, and a prox. Changes its own rows' entries of {@link DualRows} and nobody else's.
 */
final class Ascent {
    private static final int LONGEST_NAP = 15;

    /**
     * Rows that are fetched from memory together, while as many before them are worked on: waiting for eight side by side takes
     * hardly longer than for one. A power of two.
     */
    private static final int AHEAD = 8;

    private final Loss loss;
    private final Rows rows;
    private final DualRows dualRows;
    private final DualWeights weights;
    private final double eta;
    private final byte @Nullable [] naps;
    private final byte @Nullable [] habits;
    private final @Nullable BlockMaximiser block;
    private final @Nullable RowGram gram;
    private final double modulus;
    private double c;
    private double gain;
    private int visited;

    @SuppressWarnings("unused") // where sums of fetched entries go, or they would not be fetched
    private double unused;

    /**
     * @param eta step size of the intercept, 0 where there is none
     * @param naps whether rows whose duals stay put are skipped in some of the following passes
     * @param blockSize rows of a step
     * @param gram inner products of rows, for blocks of more than one
     */
    Ascent(
            Rows rows,
            Loss loss,
            DualRows dualRows,
            DualWeights weights,
            double modulus,
            double eta,
            boolean naps,
            int blockSize,
            @Nullable RowGram gram) {
        this.rows = rows;
        this.loss = loss;
        this.dualRows = dualRows;
        this.weights = weights;
        this.modulus = modulus;
        this.eta = eta;
        int n = dualRows.facts.length / WIDTH;
        this.naps = naps ? new byte[n] : null;
        habits = naps ? new byte[n] : null;
        block = blockSize > 1 ? new BlockMaximiser(loss, blockSize) : null;
        this.gram = gram;
    }

    DualWeights weights() {
        return weights;
    }

    double intercept() {
        return c;
    }

    void setIntercept(double intercept) {
        c = intercept;
    }

    /** By how much the dual has grown at least since {@link #begin}, if nobody else changed anything. */
    double gain() {
        return gain;
    }

    /** How many rows were worked on since it was last asked. */
    int takeVisited() {
        int count = visited;
        visited = 0;
        return count;
    }

    /** Begins to count {@link #gain} from nothing. */
    void begin() {
        gain = 0;
    }

    /** Visits the rows {@code visits[from]} to before {@code visits[to]} in turn; ends early when the thread is interrupted. */
    void visit(int[] visits, int from, int to) {
        if (block == null) {
            double fetched = 0;
            for (int k = from; k < to; k++) {
                if (((k - from) & (AHEAD - 1)) == 0) {
                    fetched += fetch(visits, k + AHEAD, Math.min(k + 2 * AHEAD, to));
                }
                if (awake(visits[k])) {
                    single(visits[k]);
                }
                if ((k & 1023) == 1023 && Thread.currentThread().isInterrupted()) {
                    break;
                }
            }
            unused = fetched;
        } else {
            blocks(visits, from, to, block);
        }
    }

    private double fetch(int[] visits, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            int at = WIDTH * visits[k];
            sum += dualRows.facts[at] + dualRows.facts[at + WIDTH - 1];
        }
        return sum + rows.fetch(visits, from, to);
    }

    private boolean awake(int i) {
        if (naps != null && naps[i] > 0) {
            naps[i]--;
            return false;
        }
        return true;
    }

    /** A row that stays put sleeps twice as long each time, up to seven passes; one that moves is wide awake. */
    private void rest(int i, boolean moved) {
        if (naps != null && habits != null) {
            habits[i] = (byte) (moved ? 0 : Math.min(2 * habits[i] + 1, LONGEST_NAP));
            naps[i] = (byte) (habits[i] / 2);
        }
    }

    private void single(int i) {
        double[] facts = dualRows.facts;
        int at = WIDTH * i;
        double share = facts[at + SHARE];
        double reach = facts[at + REACH];
        double before = facts[at + DUAL];
        double z = weights.dot(i) + c + facts[at + OFFSET];
        double dual = loss.proxDerivative(z + reach * before, reach, facts[at + TARGET]);
        visited++;
        double change = dual - before;
        if (change != 0) {
            facts[at + DUAL] = dual;
            weights.add(i, -share * change);
            c -= eta * share * change;
            gain += 0.5 * share * reach * change * change;
        }
        rest(i, change != 0);
    }

    private void blocks(int[] visits, int from, int to, BlockMaximiser maximiser) {
        int most = maximiser.capacity();
        int k = from;
        int steps = 0;
        while (k < to) {
            int m = 0;
            while (m < most && k < to) {
                int i = visits[k++];
                if (!maximiser.holds(i, m) && awake(i)) {
                    maximiser.rows[m++] = i;
                }
            }
            if (m == 1) {
                single(maximiser.rows[0]);
            } else if (m > 1) {
                block(m, maximiser);
            }
            if ((++steps & 255) == 0 && Thread.currentThread().isInterrupted()) {
                break;
            }
        }
    }

    private void block(int m, BlockMaximiser b) {
        double[] facts = dualRows.facts;
        for (int k = 0; k < m; k++) {
            int at = WIDTH * b.rows[k];
            b.shares[k] = facts[at + SHARE];
            b.targets[k] = facts[at + TARGET];
            b.duals[k] = facts[at + DUAL];
            b.margins[k] = weights.dot(b.rows[k]) + c + facts[at + OFFSET];
            b.kernel[k * m + k] = facts[at + REACH] / facts[at + SHARE];
        }
        Objects.requireNonNull(gram).fill(b.rows, m, 1 / modulus, eta, b.kernel);
        b.maximise(m);
        visited += m;
        for (int k = 0; k < m; k++) {
            int at = WIDTH * b.rows[k];
            double change = b.duals[k] - facts[at + DUAL];
            if (change != 0) {
                facts[at + DUAL] = b.duals[k];
                weights.add(b.rows[k], -b.shares[k] * change);
                c -= eta * b.shares[k] * change;
            }
            rest(b.rows[k], change != 0);
        }
        gain += b.gain();
    }
}
