package org.fenchel.lab.factorization;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.catalogue.Described;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.ratings.MovieLens;
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
import org.fenchel.loss.Logistic;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;

/**
 * The article's comparison over step sizes: the best loss of any epoch, by proximal steps, SGD, Adagrad and Adam, with vectors frozen
 * as in its code and with vectors that move; then proximal steps alone for more epochs.
 *
 * @param sizes step sizes, from 1e-4 to 1 in equal factors
 * @param repeats starts and orders for each
 * @param epochs passes of a run of each method; 20 in the article
 * @param alone passes of a run of proximal steps alone; 50 in the article
 * @param seed of the first repeat
 */
@AutoService(Experiment.class)
@Described("best losses of a factorization machine over step sizes: proximal steps, SGD, Adagrad, Adam")
public record FmStepSizes(int sizes, int repeats, int epochs, int alone, long seed) implements Experiment {
    private static final double SMALLEST = 1e-4;
    private static final double L2_WEIGHTS = 0.004;
    private static final double L2_FACTORS = 0.02;

    /** Rows of 11 features at most: their steps are not safe beyond this. */
    private static final double BOUND = 0.1;

    private static final String FROZEN = "frozen";
    private static final String MOVING = "moving";

    /** Five sizes, twice, ten epochs and twenty. */
    public FmStepSizes() {
        this(5, 2, 10, 20, 1);
    }

    /** Checks the sizes. */
    public FmStepSizes {
        if (sizes < 2 || repeats < 1 || epochs < 1) {
            throw InvalidInput.of(
                    "sizes=" + sizes + ", repeats=" + repeats + ", epochs=" + epochs, "give 2, 1 and 1 at least");
        }
        if (alone <= epochs) {
            throw InvalidInput.of("alone=" + alone + " with epochs=" + epochs, "give more passes to the steps alone");
        }
    }

    @Override
    public Experiment full() {
        return new FmStepSizes(9, 15, 20, 50, seed);
    }

    @Override
    public String title() {
        return "Factorization machines over step sizes";
    }

    @Override
    public String source() {
        return Article.CITATION + ", its comparison of methods over step sizes";
    }

    @Override
    public List<String> data() {
        return List.of(Article.KNOWN);
    }

    @Override
    public Plan<BestLoss> plan(Shelf shelf) {
        Article.Loaded loaded = Article.load(shelf, MovieLens.Join.RIGHT);
        List<Cell<BestLoss>> cells = new ArrayList<>();
        for (String vectors : List.of(FROZEN, MOVING)) {
            for (StepMethod method : StepMethod.values()) {
                add(cells, loaded.rows(), vectors, method, epochs);
            }
            add(cells, loaded.rows(), vectors, StepMethod.PROXIMAL, alone);
            add(cells, loaded.rows(), vectors, StepMethod.FALLING, alone);
        }
        return Plan.of(List.of(loaded.used()), BestLoss.class, cells, losses -> findings(loaded, losses));
    }

    private void add(List<Cell<BestLoss>> cells, Dataset rows, String vectors, StepMethod method, int passes) {
        for (int s = 0; s < sizes; s++) {
            double step = SMALLEST * Math.pow(1 / SMALLEST, s / (sizes - 1.0));
            String name = vectors + ", " + method.words() + ", " + passes + " epochs, step " + Digits.of(step);
            double cost = passes * (vectors.equals(FROZEN) ? 1 : 2);
            cells.add(Cell.of(
                            name,
                            live -> BestLoss.of(
                                    vectors,
                                    method,
                                    passes,
                                    step,
                                    repeats,
                                    repeat -> loss(rows, vectors.equals(FROZEN), method, passes, step, seed + repeat)))
                    .costing(cost));
        }
    }

    private static double loss(Dataset rows, boolean frozen, StepMethod method, int passes, double step, long seed) {
        Factorized start = Article.start(rows.d(), Article.RANK, seed);
        FactorizationFit problem = frozen
                ? Article.frozen(rows, start)
                : FactorizationFit.of(rows, new Logistic(), Article.RANK, L2_WEIGHTS, L2_FACTORS);
        Factorized from = frozen ? Article.start(rows.d(), 0, seed) : start;
        return BestLoss.of(method.of(step, passes).start(problem, seed, from));
    }

    private Findings findings(Article.Loaded loaded, List<BestLoss> losses) {
        List<BestLoss> frozen = of(losses, FROZEN, epochs);
        List<BestLoss> moving = of(losses, MOVING, epochs);
        List<Claim> claims = new ArrayList<>(new StepClaims("frozen vectors", frozen, BOUND).all());
        claims.addAll(new StepClaims("vectors that move", moving, BOUND).all());
        return new Findings(
                claims,
                table(losses),
                List.of(
                        figure("frozen", "Vectors frozen, as in the article's code", frozen),
                        figure("moving", "Vectors that move, with a ridge", moving),
                        figure("frozen-alone", alone + " epochs, vectors frozen", of(losses, FROZEN, alone)),
                        figure("moving-alone", alone + " epochs, vectors that move", of(losses, MOVING, alone))),
                List.of(loaded.used()),
                List.of(
                        "The best of the epochs' mean losses, each row's just before its step; the mean of " + repeats
                                + " starts and orders, and in the figures a band from the lowest to the highest. A run that"
                                + " overflows has the best of the epochs before, none where the first did.",
                        "With frozen vectors the model is linear, and has no ridge, as in the article. Vectors that move have the ridge of"
                                + " the command line, " + L2_WEIGHTS + " on weights and " + L2_FACTORS
                                + " on vectors, for all methods alike.",
                        "Falling steps shrink by 0.85 from epoch to epoch. Proximal steps beyond a row's bound are shortened for that row."));
    }

    private static List<BestLoss> of(List<BestLoss> losses, String vectors, int epochs) {
        return losses.stream()
                .filter(loss -> loss.vectors().equals(vectors) && loss.epochs() == epochs)
                .toList();
    }

    private ResultTable table(List<BestLoss> losses) {
        ResultTable table =
                ResultTable.of("vectors", "method", "epochs", "least loss", "spread up to the bound", "at step 1");
        for (int passes : List.of(epochs, alone)) {
            for (String vectors : List.of(FROZEN, MOVING)) {
                for (StepMethod method : StepMethod.values()) {
                    List<BestLoss> own = BestLoss.of(of(losses, vectors, passes), method);
                    if (!own.isEmpty()) {
                        table.add(
                                vectors,
                                method.words(),
                                (double) passes,
                                BestLoss.least(own),
                                BestLoss.spread(own, BOUND),
                                BestLoss.last(own));
                    }
                }
            }
        }
        return table;
    }

    private static Figure figure(String name, String title, List<BestLoss> losses) {
        ResultTable table = ResultTable.of("step size", "best loss", "lowest", "highest", "method");
        for (BestLoss loss : losses) {
            table.add(loss.step(), loss.mean(), loss.low(), loss.high(), loss.method());
        }
        return new Figure(
                name,
                title,
                "The best loss of any epoch at each step size; flat is steady, low is good.",
                new Chart(Mark.LINES, Axis.log("step size"), Axis.log("best loss"), "method")
                        .between("lowest", "highest"),
                table);
    }
}
