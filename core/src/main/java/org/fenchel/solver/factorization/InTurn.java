package org.fenchel.solver.factorization;

import org.fenchel.data.RowEntries;
import org.fenchel.data.Rows;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;

/** One row after the other, on one thread. Rows, and where they are many the parameters too, are fetched from memory ahead of their steps. */
final class InTurn implements Walk {
    /** Rows that are fetched together, while as many before them are worked on: eight take hardly longer than one. */
    private static final int AHEAD = 8;

    /** More parameters than this do not stay in the second-level cache. */
    private static final int FAR = 1 << 17;

    private final RowMethod method;
    private Rows rows;
    private RowEntries ahead;
    private final boolean far;

    @SuppressWarnings("unused") // where sums of fetched numbers go, or they would not be fetched
    private double unused;

    /** @param rows those that the method steps on */
    InTurn(RowMethod method, Rows rows) {
        this.method = method;
        this.rows = rows;
        ahead = new RowEntries(rows);
        far = (long) method.factors().features() * method.factors().stride() > FAR;
    }

    @Override
    public void turnTo(FactorizationFit part) {
        method.turnTo(part);
        rows = part.rows();
        ahead = new RowEntries(rows);
    }

    @Override
    public void beginPass(int done) {
        method.beginPass(done);
    }

    @Override
    public int over(int[] visits, double[] scores) {
        double fetched = 0;
        for (int k = 0; k < visits.length; k++) {
            if ((k & (AHEAD - 1)) == 0) {
                fetched += fetch(visits, k + AHEAD);
            }
            method.take(visits[k]);
            scores[k] = method.score();
            if ((k & 1023) == 1023 && Thread.currentThread().isInterrupted()) {
                unused = fetched;
                return k + 1;
            }
        }
        unused = fetched;
        return visits.length;
    }

    /** The parameters of the next few rows, and the features of as many after those. */
    private double fetch(int[] visits, int from) {
        double sum = rows.fetch(visits, from + AHEAD, Math.min(from + 2 * AHEAD, visits.length));
        for (int k = from, end = Math.min(from + AHEAD, visits.length); far && k < end; k++) {
            ahead.open(visits[k]);
            sum += method.factors().fetch(ahead.columns(), ahead.at(), ahead.at() + ahead.count());
        }
        return sum;
    }

    @Override
    public Factors factors() {
        return method.factors();
    }

    @Override
    public double constant() {
        return method.constant();
    }
}
