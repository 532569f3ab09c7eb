package org.fenchel.lab.proximal;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * The article's losses epoch by epoch: mini-batches of 4 rows with a step of 1, each loss taken just before its row's step.
 *
 * @param epochs passes over the rows
 * @param repeats orders of the rows
 * @param batch rows of a step
 * @param step the step size
 * @param seed of the first order
 */
@AutoService(Experiment.class)
@Described("losses of mini-batch proximal steps epoch by epoch, beside those that the article printed")
public record SpambaseLosses(int epochs, int repeats, int batch, double step, long seed) implements Experiment {
    /** What the article printed, by epoch. */
    private static final Map<Integer, Double> PRINTED =
            new TreeMap<>(Map.of(1, 0.4978, 2, 0.3772, 38, 0.2413, 39, 0.2409, 40, 0.2404));

    private static final double CLOSE = 0.0006;
    private static final String PRINT = "the article's print";
    private static final String EPOCH = "epoch";
    private static final String LOSS = "mean loss before each step";
    private static final String FROM = "from";

    /** The article's 40 epochs, eight times. */
    public SpambaseLosses() {
        this(40, 8, 4, 1, 1);
    }

    /** Checks the sizes. */
    public SpambaseLosses {
        if (epochs < 2 || repeats < 1 || batch < 1) {
            throw InvalidInput.of(
                    "epochs=" + epochs + ", repeats=" + repeats + ", batch=" + batch, "give 2, 1 and 1 at least");
        }
    }

    @Override
    public Experiment full() {
        return new SpambaseLosses(epochs, 20, batch, step, seed);
    }

    @Override
    public String title() {
        return "Losses of proximal steps on mini-batches, epoch by epoch";
    }

    @Override
    public String source() {
        return Spambase.CITATION + ", figure of losses";
    }

    @Override
    public List<String> data() {
        return List.of(Spambase.KNOWN);
    }

    @Override
    public Plan<EpochLosses> plan(Shelf shelf) {
        Spambase spambase = Spambase.load(shelf);
        List<Cell<EpochLosses>> cells = new ArrayList<>();
        for (int k = 0; k < repeats; k++) {
            long own = seed + k;
            cells.add(Cell.of(
                    "order " + own,
                    live -> EpochLosses.of(
                            new ProximalPoint(batch, step).start(spambase.problem(), own, null), epochs, live)));
        }
        return Plan.of(
                List.of(spambase.used()),
                EpochLosses.class,
                cells,
                rows -> new Findings(
                        claims(rows), table(rows), List.of(figure(rows)), List.of(spambase.used()), notes()));
    }

    private List<Claim> claims(List<EpochLosses> rows) {
        List<Claim> claims = new ArrayList<>();
        PRINTED.forEach((epoch, printed) -> {
            if (epoch <= epochs) {
                double found = mean(rows, epoch);
                claims.add(new Claim(
                                "Epoch " + epoch + " has a mean loss of " + printed + ", to " + Digits.of(CLOSE),
                                Math.abs(found - printed) <= CLOSE,
                                Digits.of(found) + " in the mean, from " + Digits.of(least(rows, epoch)) + " to "
                                        + Digits.of(most(rows, epoch)))
                        .otherwise("The article's program starts from memory that was never set; from zero the first"
                                + " epochs are lower, in independent code too."));
            }
        });
        claims.add(new Claim(
                "The loss sinks from the first epoch to the last",
                mean(rows, epochs) < mean(rows, 1),
                Digits.of(mean(rows, 1)) + " in the first, " + Digits.of(mean(rows, epochs)) + " in the last"));
        return claims;
    }

    private static double mean(List<EpochLosses> rows, int epoch) {
        return rows.stream()
                .mapToDouble(row -> row.losses()[epoch - 1])
                .average()
                .orElseThrow();
    }

    private static double least(List<EpochLosses> rows, int epoch) {
        return rows.stream().mapToDouble(row -> row.losses()[epoch - 1]).min().orElseThrow();
    }

    private static double most(List<EpochLosses> rows, int epoch) {
        return rows.stream().mapToDouble(row -> row.losses()[epoch - 1]).max().orElseThrow();
    }

    private ResultTable table(List<EpochLosses> rows) {
        ResultTable table = ResultTable.of(EPOCH, "printed", "mean", "least", "most");
        for (int epoch = 1; epoch <= epochs; epoch++) {
            table.add(
                    epoch,
                    PRINTED.getOrDefault(epoch, Double.NaN),
                    mean(rows, epoch),
                    least(rows, epoch),
                    most(rows, epoch));
        }
        return table;
    }

    private Figure figure(List<EpochLosses> rows) {
        ResultTable table = ResultTable.of(EPOCH, LOSS, "low", "high", FROM);
        PRINTED.forEach((epoch, printed) -> {
            if (epoch <= epochs) {
                table.add(epoch, printed, printed, printed, PRINT);
            }
        });
        for (int epoch = 1; epoch <= epochs; epoch++) {
            table.add(epoch, mean(rows, epoch), least(rows, epoch), most(rows, epoch), "exact steps, from zero");
        }
        return new Figure(
                "losses",
                "Loss epoch by epoch",
                "The mean of " + rows.size()
                        + " orders of the rows, and a band from the least to the most; lower is better.",
                new Chart(Mark.LINES, Axis.linear(EPOCH), Axis.linear(LOSS), FROM)
                        .between("low", "high")
                        .withOtherwise(PRINT),
                table);
    }

    private List<String> notes() {
        return List.of("Batches of " + batch + " rows in a new random order each epoch, steps of " + Digits.of(step)
                + ", " + Arrays.toString(PRINTED.keySet().toArray())
                + " are the epochs whose losses the article prints.");
    }
}
