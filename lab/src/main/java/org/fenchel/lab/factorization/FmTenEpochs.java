package org.fenchel.lab.factorization;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.ratings.MovieLens;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.Logistic;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.fenchel.solver.factorization.ProximalFactorization;

/**
 * The article's losses over ten epochs: those it printed, those of vectors that never move, as in its code, and those of the step it
 * describes.
 *
 * @param epochs passes over the rows; the article's figures have 10 and 50
 * @param seed of starts and orders
 */
@AutoService(Experiment.class)
@Described(
        "losses of a factorization machine epoch by epoch, with vectors frozen as in the article's code and with the true step")
public record FmTenEpochs(int epochs, long seed) implements Experiment {
    private static final double[] PRINTED = {
        0.4695, 0.4362, 0.4270, 0.4224, 0.4194, 0.4173, 0.4167, 0.4155, 0.4145, 0.4146
    };
    private static final double CLOSE = 0.004;
    private static final double L2_WEIGHTS = 0.004;
    private static final double L2_FACTORS = 0.02;
    private static final double DECAY = 0.85;

    /** Ten epochs. */
    public FmTenEpochs() {
        this(10, 5);
    }

    /** Checks the sizes. */
    public FmTenEpochs {
        if (epochs < 2) {
            throw InvalidInput.of("epochs=" + epochs, "give 2 or more");
        }
    }

    @Override
    public Experiment full() {
        return new FmTenEpochs(50, seed);
    }

    @Override
    public String title() {
        return "Ten epochs of a factorization machine by proximal steps";
    }

    @Override
    public String source() {
        return Article.CITATION + ", the losses of its first run";
    }

    @Override
    public List<String> data() {
        return List.of(Article.KNOWN);
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        Article.Loaded off = Article.load(shelf, MovieLens.Join.OFF_BY_ONE);
        Article.Loaded right = Article.load(shelf, MovieLens.Join.RIGHT);
        ProximalFactorization constant = new ProximalFactorization().withStep(Article.STEP, 1);
        Factorized start = Article.start(off.rows().d(), Article.RANK, seed);
        progress.accept("vectors frozen");
        double[] frozen = losses(
                Article.frozen(off.rows(), start),
                constant,
                Article.start(off.rows().d(), 0, seed));
        progress.accept("true steps of constant size");
        Factorized begin = Article.start(right.rows().d(), Article.RANK, seed);
        double[] rising =
                losses(FactorizationFit.of(right.rows(), new Logistic(), Article.RANK, 0, 0), constant, begin);
        progress.accept("true steps that fall, with a ridge");
        double[] held = losses(
                FactorizationFit.of(right.rows(), new Logistic(), Article.RANK, L2_WEIGHTS, L2_FACTORS),
                new ProximalFactorization().withStep(Article.STEP, DECAY),
                begin);
        return new Findings(
                claims(frozen, rising, held),
                table(frozen, rising, held),
                List.of(figure(frozen, rising, held)),
                List.of(off.used(), right.used()),
                List.of(
                        "A loss is the mean over the rows of an epoch, each just before its step. The steps are 1/23.",
                        "The article's code writes new vectors to a copy, so that its vectors stay at their random start; and it gives"
                                + " user u what is known of user u + 1, and movie m the genres of movie m + 1. Frozen vectors are run with that"
                                + " join, true steps with the right one.",
                        "A true step fits its own row well, and at a constant size nothing holds what it forgets of the others: a ridge ("
                                + L2_WEIGHTS + " on weights, " + L2_FACTORS + " on vectors) and steps that fall by "
                                + DECAY
                                + " from epoch to epoch do."));
    }

    private double[] losses(FactorizationFit problem, ProximalFactorization method, Factorized start) {
        Run<Factorized> run = method.withPasses(epochs).start(problem, seed, start);
        double[] losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            run.step();
            losses[epoch] = run.onlineLoss().orElse(Double.NaN);
        }
        return losses;
    }

    private List<Claim> claims(double[] frozen, double[] rising, double[] held) {
        double most = 0;
        for (int epoch = 0; epoch < Math.min(epochs, PRINTED.length); epoch++) {
            most = Math.max(most, Math.abs(frozen[epoch] - PRINTED[epoch]));
        }
        int last = epochs - 1;
        return List.of(
                new Claim(
                        "Vectors that never move give the printed losses to " + CLOSE,
                        most <= CLOSE,
                        "at most " + Digits.of(most) + " away"),
                new Claim(
                        "The step as it is described brings the loss down from epoch to epoch",
                        rising[last] < rising[0],
                        Digits.of(rising[0]) + " in the first, " + Digits.of(rising[last]) + " in the last"),
                new Claim(
                        "With a ridge and falling steps it does, below the last loss of frozen vectors",
                        held[last] < held[0] && held[last] < frozen[last],
                        Digits.of(held[last]) + " against " + Digits.of(frozen[last])));
    }

    private ResultTable table(double[] frozen, double[] rising, double[] held) {
        ResultTable table = ResultTable.of("epoch", "printed", "frozen", "true, constant", "true, falling, ridge");
        for (int epoch = 0; epoch < epochs; epoch++) {
            table.add(
                    epoch + 1,
                    epoch < PRINTED.length ? PRINTED[epoch] : Double.NaN,
                    frozen[epoch],
                    rising[epoch],
                    held[epoch]);
        }
        return table;
    }

    private Figure figure(double[] frozen, double[] rising, double[] held) {
        ResultTable table = ResultTable.of("epoch", "loss", "step");
        add(table, Arrays.copyOf(PRINTED, Math.min(epochs, PRINTED.length)), "printed");
        add(table, frozen, "vectors frozen");
        add(table, rising, "true step, constant");
        add(table, held, "true step, falling, with a ridge");
        return new Figure(
                "losses",
                "Loss epoch by epoch",
                "The mean loss of each row just before its step; lower is better.",
                new Chart(Mark.LINES, Axis.linear("epoch"), Axis.linear("loss"), "step"),
                table);
    }

    private static void add(ResultTable table, double[] losses, String series) {
        for (int epoch = 0; epoch < losses.length; epoch++) {
            table.add(epoch + 1, losses[epoch], series);
        }
    }
}
