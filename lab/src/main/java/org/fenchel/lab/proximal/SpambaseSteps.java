package org.fenchel.lab.proximal;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
import org.fenchel.solver.proximal.ProximalPoint;

/**
 * The article's picture of stability: the best loss of any epoch over step sizes from 0.001 to 100, for batches of 1 to 6 rows.
 *
 * @param batches largest batch
 * @param sizes step sizes, in equal factors
 * @param repeats orders of the rows
 * @param epochs passes of a run
 * @param seed of the first order
 */
@AutoService(Experiment.class)
@Described("best losses of mini-batch proximal steps over step sizes, for batches of 1 to 6 rows")
public record SpambaseSteps(int batches, int sizes, int repeats, int epochs, long seed) implements Experiment {
    private static final double SMALLEST = 1e-3;
    private static final double LARGEST = 100;

    /** Steps up to this count as small. */
    private static final double SMALL = 0.1;

    private static final double LOW = 0.3;
    private static final String STEP = "step size";
    private static final String LOSS = "best loss";
    private static final String ROWS = "rows of a step";

    /** The article's grid with 2 orders instead of 10. */
    public SpambaseSteps() {
        this(6, 10, 2, 10, 1);
    }

    /** Checks the sizes. */
    public SpambaseSteps {
        if (batches < 2 || sizes < 2 || repeats < 1 || epochs < 1) {
            throw InvalidInput.of(
                    "batches=" + batches + ", sizes=" + sizes + ", repeats=" + repeats + ", epochs=" + epochs,
                    "give 2, 2, 1 and 1 at least");
        }
    }

    @Override
    public Experiment full() {
        return new SpambaseSteps(batches, sizes, 10, epochs, seed);
    }

    @Override
    public String title() {
        return "Proximal steps on mini-batches over five decades of step sizes";
    }

    @Override
    public String source() {
        return Spambase.CITATION + ", figure of step sizes";
    }

    @Override
    public List<String> data() {
        return List.of(Spambase.KNOWN);
    }

    /**
     * What one size of batch and step gave.
     *
     * @param best the lowest loss of any epoch, for each order
     */
    record Stability(int batch, int size, double[] best) {
        double mean() {
            return Arrays.stream(best).average().orElseThrow();
        }
    }

    private double step(int size) {
        return SMALLEST * Math.pow(LARGEST / SMALLEST, size / (sizes - 1.0));
    }

    @Override
    public Plan<Stability> plan(Shelf shelf) {
        Spambase spambase = Spambase.load(shelf);
        List<Cell<Stability>> cells = new ArrayList<>();
        for (int batch = 1; batch <= batches; batch++) {
            for (int size = 0; size < sizes; size++) {
                int rows = batch;
                int place = size;
                cells.add(Cell.of(
                        "batch " + batch + ", step " + Digits.of(step(size)),
                        live -> new Stability(
                                rows,
                                place,
                                IntStream.range(0, repeats)
                                        .mapToDouble(k -> EpochLosses.of(
                                                        new ProximalPoint(rows, step(place))
                                                                .start(spambase.problem(), seed + k, null),
                                                        epochs,
                                                        live)
                                                .least())
                                        .toArray())));
            }
        }
        return Plan.of(
                List.of(spambase.used()),
                Stability.class,
                cells,
                rows -> new Findings(
                        claims(rows),
                        table(rows),
                        List.of(figure(rows)),
                        List.of(spambase.used()),
                        List.of("The lowest mean loss of any of " + epochs
                                + " epochs, each row's loss taken just before its" + " step; the mean of " + repeats
                                + " orders of the rows.")));
    }

    private List<Claim> claims(List<Stability> rows) {
        double lowestOfSmall = rows.stream()
                .filter(row -> step(row.size) <= SMALL)
                .mapToDouble(Stability::mean)
                .min()
                .orElseThrow();
        double most = rows.stream()
                .flatMapToDouble(row -> Arrays.stream(row.best))
                .max()
                .orElseThrow();
        double single = at(rows, 1, sizes - 1);
        double several = at(rows, batches, sizes - 1);
        return List.of(
                new Claim(
                        "Steps up to " + SMALL + " do not get below a loss of " + LOW,
                        lowestOfSmall >= LOW,
                        Digits.of(lowestOfSmall) + " at the lowest"),
                new Claim(
                        "At the largest step a batch of " + batches + " rows does better than single rows",
                        several < single,
                        Digits.of(several) + " against " + Digits.of(single)),
                new Claim(
                        "At the smallest step single rows do better, since they take more steps",
                        at(rows, 1, 0) < at(rows, batches, 0),
                        Digits.of(at(rows, 1, 0)) + " against " + Digits.of(at(rows, batches, 0))),
                new Claim(
                        "Nothing diverges up to a step of " + Digits.of(LARGEST)
                                + ": no best loss is above that of weights of 0, ln 2",
                        most <= Math.log(2) + 1e-3,
                        Digits.of(most) + " at the highest"));
    }

    private static double at(List<Stability> rows, int batch, int size) {
        return rows.stream()
                .filter(row -> row.batch == batch && row.size == size)
                .findFirst()
                .orElseThrow()
                .mean();
    }

    private ResultTable table(List<Stability> rows) {
        String[] columns = new String[batches + 1];
        columns[0] = STEP;
        for (int batch = 1; batch <= batches; batch++) {
            columns[batch] = "batch " + batch;
        }
        ResultTable table = ResultTable.of(columns);
        for (int size = 0; size < sizes; size++) {
            Object[] cells = new Object[batches + 1];
            cells[0] = step(size);
            for (int batch = 1; batch <= batches; batch++) {
                cells[batch] = at(rows, batch, size);
            }
            table.add(cells);
        }
        return table;
    }

    private Figure figure(List<Stability> rows) {
        ResultTable table = ResultTable.of(STEP, LOSS, "low", "high", ROWS);
        for (Stability row : rows) {
            table.add(
                    step(row.size),
                    row.mean(),
                    Arrays.stream(row.best).min().orElseThrow(),
                    Arrays.stream(row.best).max().orElseThrow(),
                    Integer.toString(row.batch));
        }
        return new Figure(
                "stability",
                "The best loss at each step size",
                "Flat is steady, low is good; the band reaches from the best order of the rows to the worst.",
                new Chart(Mark.LINES, Axis.log(STEP), Axis.linear(LOSS), ROWS).between("low", "high"),
                table);
    }
}
