package org.fenchel.solver.factorization;

import org.fenchel.kernel.Crew;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;

/**
 * Rows in rounds: each thread takes the steps on its {@link Share} of the round's rows, features that no other thread has in the
 * round where they are, the others in copies of its own, as if it were alone. Then what several have moved is brought together, and
 * so is the constant: about as far as if the threads had gone one after the other, see {@link Share#ways}.
 *
 * <p>All is brought together in the threads' order, so the bits depend on their number and not on which was faster.
 */
final class Rounds implements Walk {
    /** Rows of a thread in a round: many, so that what all rows have is copied rarely. */
    private static final int ROWS = 512;

    /** Entries of these rows: as many as have their parameters in the second-level cache. */
    private static final int ENTRIES = 1 << 14;

    /** Rows whose parameters are fetched together, while as many before them are worked on. */
    private static final int AHEAD = 8;

    private final Share[] shares;
    private final RowStep[] steps;
    private final Factors roomy;
    private final Factors factors;
    private final int rowsAtATime;
    private final double smoothness;
    private double constant;
    private double kept;
    private volatile boolean interrupted;
    private int visited;

    @SuppressWarnings("unused") // where sums of fetched numbers go, or they would not be fetched
    private double unused;

    /** How rows of exact steps are made. */
    interface Steps {
        /** Steps on these parameters, from this constant. */
        RowStep on(Factors factors, double constant);
    }

    /** @param roomy the parameters to be moved, with {@link #room} behind them */
    Rounds(FactorizationFit problem, Factors roomy, double constant, int threads, Steps method) {
        this.roomy = roomy;
        this.constant = constant;
        factors = roomy.first(problem.d());
        smoothness = problem.loss().smoothness();
        rowsAtATime = rows(problem, threads);
        int entries = rowsAtATime * Math.max(1, problem.mostEntries());
        int copies = Math.min(entries, problem.d());
        shares = new Share[threads];
        steps = new RowStep[threads];
        for (int t = 0; t < threads; t++) {
            shares[t] = new Share(problem, roomy, problem.d() + t * copies, rowsAtATime, entries, copies);
            steps[t] = method.on(roomy, constant);
        }
    }

    /** How many features more than the problem's own the factors must have. */
    static int room(FactorizationFit problem, int threads) {
        int entries = rows(problem, threads) * Math.max(1, problem.mostEntries());
        return threads * Math.min(entries, problem.d());
    }

    /** Rows of a thread in a round. Rows may be much longer than their mean, but not all of a round. */
    private static int rows(FactorizationFit problem, int threads) {
        double some = Math.min(
                ENTRIES / Math.max(1, problem.meanEntries()), 16.0 * ENTRIES / Math.max(1, problem.mostEntries()));
        return Math.max(1, (int) Math.min(Math.min(some, ROWS), problem.mostRows() / threads));
    }

    @Override
    public void turnTo(FactorizationFit part) {
        for (int t = 0; t < steps.length; t++) {
            shares[t].turnTo(part);
            steps[t].turnTo(part);
        }
    }

    @Override
    public void beginPass(int done) {
        for (RowStep step : steps) {
            step.beginPass(done);
        }
    }

    @Override
    public int over(int[] visits, double[] scores) {
        visited = visits.length;
        interrupted = false;
        Crew.run(steps.length, (t, crew) -> together(t, crew, visits, scores));
        return visited;
    }

    private void together(int t, Crew crew, int[] visits, double[] scores) {
        int[] sharing = new int[steps.length];
        int length = rowsAtATime * steps.length;
        for (int from = 0; from < visits.length; from += length) {
            // the last round is shared out evenly
            int rows = Math.min(length, visits.length - from);
            int begin = from + (int) ((long) rows * t / steps.length);
            int end = from + (int) ((long) rows * (t + 1) / steps.length);
            shares[t].read(visits, begin, end);
            crew.await();
            if (interrupted) {
                return;
            }
            steps[t].setConstant(constant, kept);
            shares[t].copy(shares, t, visits, begin, end);
            take(t, visits, begin, end, scores);
            crew.await();
            double bend = steps[t].eta() * smoothness;
            shares[t].settle(shares, t, bend, sharing);
            if (t == 0) {
                settle(bend * rows / steps.length);
                if (Thread.currentThread().isInterrupted()) {
                    visited = from + rows;
                    interrupted = true;
                }
            }
        }
    }

    private void take(int t, int[] visits, int from, int to, double[] scores) {
        Share share = shares[t];
        double fetched = 0;
        for (int k = 0; k < to - from; k++) {
            if ((k & (AHEAD - 1)) == 0) {
                int first = share.start(Math.min(k + AHEAD, to - from));
                fetched += roomy.fetch(share.columns(), first, share.start(Math.min(k + 2 * AHEAD, to - from)));
            }
            steps[t].take(visits[from + k], share.columns(), share.start(k));
            scores[from + k] = steps[t].score();
        }
        unused = fetched;
    }

    private void settle(double curvature) {
        double moves = 0;
        double keptMoves = 0;
        for (RowStep step : steps) {
            moves += step.constant() - constant;
            keptMoves += step.constantKept() - kept;
        }
        constant += moves * Share.ways(steps.length, curvature);
        kept += keptMoves;
    }

    @Override
    public Factors factors() {
        return factors;
    }

    @Override
    public double constant() {
        return constant;
    }
}
