package org.fenchel.solver.factorization;

import org.fenchel.kernel.Crew;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;

/**
 * Rows in rounds: each thread copies the parameters of its next rows to a {@link Stage} and takes its steps there, as if it were
 * alone; then all bring back what they moved. A feature that one thread moved is where that thread left it. One that several moved
 * goes the mean of their ways, and so does the constant: that is a point between those that exact steps found, however large the
 * steps and however many the threads, where the sum of the ways may lie beyond all of them.
 *
 * <p>The mean is taken in the threads' order, so the bits depend on their number and not on which was faster.
 */
final class Rounds implements Walk {
    /** Entries of the rows of a thread in a round: few, since threads do not see one another's steps before its end. */
    private static final int ENTRIES = 1 << 11;

    private final Stage[] stages;
    private final RowStep[] steps;
    private final Factors factors;
    private final int rowsAtATime;
    private double constant;
    private double kept;
    private volatile boolean interrupted;
    private int visited;

    /** How rows of exact steps are made for the parameters on a stage. */
    interface Steps {
        /** Steps on these parameters, from this constant. */
        RowStep on(Factors factors, double constant);
    }

    Rounds(FactorizationFit problem, Factors factors, double constant, int threads, Steps method) {
        this.factors = factors;
        this.constant = constant;
        double mean = problem.meanEntries();
        int most = Math.max(1, problem.mostEntries());
        // rows may be much longer than their mean, but not all of a round
        int some = (int) Math.min(ENTRIES / Math.max(1, mean), 16.0 * ENTRIES / most);
        rowsAtATime = Math.max(1, Math.min(some, problem.mostRows() / threads));
        stages = new Stage[threads];
        steps = new RowStep[threads];
        for (int t = 0; t < threads; t++) {
            stages[t] = new Stage(problem.rows(), factors, rowsAtATime, rowsAtATime * most);
            steps[t] = method.on(stages[t].factors(), constant);
        }
    }

    @Override
    public void turnTo(FactorizationFit part) {
        for (int t = 0; t < steps.length; t++) {
            stages[t].turnTo(part.rows());
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
        int[] at = new int[steps.length];
        int length = rowsAtATime * steps.length;
        for (int from = 0; from < visits.length; from += length) {
            // the last round is shared out evenly
            int rows = Math.min(length, visits.length - from);
            int begin = from + (int) ((long) rows * t / steps.length);
            int end = from + (int) ((long) rows * (t + 1) / steps.length);
            steps[t].setConstant(constant, kept);
            take(t, visits, begin, end, scores);
            crew.await();
            stages[t].unload(stages, t, at);
            if (t == 0) {
                settle();
                if (Thread.currentThread().isInterrupted()) {
                    visited = from + rows;
                    interrupted = true;
                }
            }
            crew.await();
            if (interrupted) {
                return;
            }
        }
    }

    private void take(int t, int[] visits, int from, int to, double[] scores) {
        Stage stage = stages[t];
        stage.load(visits, from, to);
        for (int k = from; k < to; k++) {
            steps[t].take(visits[k], stage.columns(), stage.start(k - from));
            scores[k] = steps[t].score();
        }
    }

    private void settle() {
        double moves = 0;
        double keptMoves = 0;
        for (RowStep step : steps) {
            moves += step.constant() - constant;
            keptMoves += step.constantKept() - kept;
        }
        constant += moves / steps.length;
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
