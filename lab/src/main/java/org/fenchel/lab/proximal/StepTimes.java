package org.fenchel.lab.proximal;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Cell;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Plan;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.proximal.ProximalPoint;

/**
 * How long an exact step takes, dual problem and all, as batches become large.
 *
 * @param passes that are timed for each batch, of which the middle one counts
 * @param step the step size
 * @param seed of the orders
 */
@AutoService(Experiment.class)
@Described("time of an exact step on a mini-batch, for batches of 1 to 256 rows")
public record StepTimes(int passes, double step, long seed) implements Experiment {
    private static final int[] BATCHES = {1, 2, 4, 8, 16, 32, 64, 128, 256};
    private static final double FEW_MILLISECONDS = 5;
    private static final String BATCH = "rows of a step";
    private static final String TIME = "milliseconds";

    /** Fifteen passes with steps of 1. */
    public StepTimes() {
        this(15, 1, 1);
    }

    /** Checks the sizes. */
    public StepTimes {
        if (passes < 1 || !(step > 0)) {
            throw InvalidInput.of("passes=" + passes + ", step=" + step, "give 1 pass or more, and a step above 0");
        }
    }

    @Override
    public Experiment full() {
        return new StepTimes(101, step, seed);
    }

    @Override
    public String title() {
        return "How long an exact step on a mini-batch takes";
    }

    @Override
    public String source() {
        return Spambase.CITATION + ", time of a step";
    }

    @Override
    public List<String> data() {
        return List.of(Spambase.KNOWN);
    }

    /**
     * The times of passes with one size of batch.
     *
     * @param milliseconds of a step on the average of each pass, sorted
     */
    record Times(int batch, double[] milliseconds) {
        static Times of(Run<Linear> run, int batch, int n, int passes) {
            double steps = Math.ceil(n / (double) batch);
            double[] times = new double[passes];
            for (int pass = 0; pass < passes; pass++) {
                long began = System.nanoTime();
                run.step();
                times[pass] = (System.nanoTime() - began) * 1e-6 / steps;
            }
            Arrays.sort(times);
            return new Times(batch, times);
        }

        double middle() {
            return milliseconds[(milliseconds.length - 1) / 2];
        }
    }

    @Override
    public Plan<Times> plan(Shelf shelf) {
        Spambase spambase = Spambase.load(shelf);
        List<Cell<Times>> cells = new ArrayList<>();
        for (int batch : BATCHES) {
            cells.add(Cell.of("batch " + batch, live -> times(spambase, batch)).alone());
        }
        return Plan.of(
                        List.of(spambase.used()),
                        Times.class,
                        cells,
                        rows -> new Findings(
                                claims(rows),
                                table(rows),
                                List.of(figure(rows)),
                                List.of(spambase.used()),
                                List.of(
                                        "Logistic loss, steps of " + Digits.of(step)
                                                + " with proof of exactness. The average over a pass, the middle one of "
                                                + passes
                                                + " passes; the band holds all of them but the fastest and the slowest tenth.")))
                .after(() -> Arrays.stream(BATCHES).forEach(batch -> times(spambase, batch)));
    }

    private Times times(Spambase spambase, int batch) {
        Run<Linear> run = new ProximalPoint(batch, step).start(spambase.problem(), seed, null);
        return Times.of(run, batch, spambase.problem().n(), passes);
    }

    private static List<Claim> claims(List<Times> rows) {
        Times largest = rows.get(rows.size() - 1);
        Times single = rows.get(0);
        double rowOfSingle = single.middle() / single.batch;
        double rowOfLargest = largest.middle() / largest.batch;
        return List.of(
                new Claim(
                        "A solver made for the purpose takes a few milliseconds (" + Digits.of(FEW_MILLISECONDS)
                                + " at most) for a batch of " + largest.batch,
                        largest.middle() <= FEW_MILLISECONDS,
                        Digits.of(largest.middle()) + " ms"),
                new Claim("It takes less than one", largest.middle() < 1, Digits.of(largest.middle()) + " ms"),
                new Claim(
                        "A row costs more in a batch of " + largest.batch + " than alone",
                        rowOfLargest > rowOfSingle,
                        Digits.of(1000 * rowOfLargest) + " against " + Digits.of(1000 * rowOfSingle)
                                + " microseconds"));
    }

    private static ResultTable table(List<Times> rows) {
        ResultTable table = ResultTable.of(BATCH, "milliseconds a step", "microseconds a row");
        rows.forEach(row -> table.add(row.batch, row.middle(), 1000 * row.middle() / row.batch));
        return table;
    }

    private static Figure figure(List<Times> rows) {
        ResultTable table = ResultTable.of(BATCH, TIME, "low", "high", "of");
        for (Times row : rows) {
            int tenth = row.milliseconds.length / 10;
            table.add(
                    row.batch,
                    row.middle(),
                    row.milliseconds[tenth],
                    row.milliseconds[row.milliseconds.length - 1 - tenth],
                    "a step");
        }
        for (Times row : rows) {
            double each = row.middle() / row.batch;
            table.add(row.batch, each, each, each, "a row of it");
        }
        return new Figure(
                "times",
                "Time of an exact step",
                "Lower is faster.",
                new Chart(Mark.LINES, Axis.log(BATCH), Axis.log(TIME), "of").between("low", "high"),
                table);
    }
}
