package org.fenchel.lab.classical;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Described;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.hash.Sha256;
import org.fenchel.io.image.LabelledPictures;
import org.fenchel.io.image.PictureFolder;
import org.fenchel.lab.Cell;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Plan;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.Softmax;
import org.fenchel.penalty.None;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.Listener;
import org.fenchel.run.Trace;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.proximal.RowOrder;
import org.fenchel.solver.proximal.StepSchedule;
import org.fenchel.solver.stochastic.Adagrad;
import org.fenchel.solver.stochastic.Adam;
import org.fenchel.solver.stochastic.Sgd;

/**
 * The sheet's exercise on handwritten digits: softmax regression by stochastic gradients on single rows, mini-batches and all rows,
 * with momentum, and by Adagrad and Adam, over six epochs.
 *
 * @param rows pictures to train on, drawn at random; 0 for all
 * @param epochs passes over them
 * @param batch pictures of a mini-batch
 * @param seed of draws and orders
 */
@AutoService(Experiment.class)
@Described("handwritten digits by stochastic gradients: single rows, mini-batches, all rows, momentum, Adagrad, Adam")
public record DigitsBySgd(int rows, int epochs, int batch, long seed) implements Experiment {
    private static final String KNOWN = "mnist";
    private static final int CLASSES = 10;
    private static final double REACHED = 0.92;
    private static final String METHOD = "method";
    private static final String SINGLE = "sgd, single rows";
    private static final String MINI = "sgd, mini-batches";
    private static final String WHOLE = "sgd, all rows";
    private static final String ADAM = "adam, mini-batches";

    /** 20,000 pictures, six epochs, mini-batches of 64. */
    public DigitsBySgd() {
        this(20_000, 6, 64, 1);
    }

    /** Checks the sizes. */
    public DigitsBySgd {
        if (rows < 0 || epochs < 1 || batch < 2) {
            throw InvalidInput.of(
                    "rows=" + rows + ", epochs=" + epochs + ", batch=" + batch, "give 0, 1 and 2 at least");
        }
    }

    @Override
    public Experiment full() {
        return new DigitsBySgd(0, epochs, batch, seed);
    }

    @Override
    public String title() {
        return "Handwritten digits by stochastic gradients";
    }

    @Override
    public String source() {
        return Course.CITATION + ", digits";
    }

    @Override
    public List<String> data() {
        return List.of(KNOWN);
    }

    /** A method under its name. */
    private record Method(String name, VectorForm form) {}

    private List<Method> methods() {
        Sgd steady = new Sgd().withStep(0.1, StepSchedule.CONSTANT).withBatch(batch);
        return List.of(
                new Method(SINGLE, new Sgd().withStep(0.01, StepSchedule.CONSTANT)),
                new Method(MINI, steady),
                new Method(WHOLE, steady.withBatch(0)),
                new Method(
                        "momentum, mini-batches",
                        steady.withStep(0.02, StepSchedule.CONSTANT).withMomentum(0.9, false)),
                new Method(
                        "nesterov, mini-batches",
                        steady.withStep(0.02, StepSchedule.CONSTANT).withMomentum(0.9, true)),
                new Method("adagrad, mini-batches", new Adagrad(batch, new Adagrad().step(), RowOrder.SHUFFLED)),
                new Method(ADAM, new Adam().withBatch(batch)));
    }

    /**
     * What a method did.
     *
     * @param losses mean loss of each epoch, each row's taken just before its step
     * @param accuracies on the test pictures after each epoch
     */
    record Learnt(String method, String call, double[] losses, double[] accuracies, double seconds) {
        double accuracy() {
            return accuracies[accuracies.length - 1];
        }

        double loss() {
            return losses[losses.length - 1];
        }
    }

    @Override
    public Plan<Learnt> plan(Shelf shelf) {
        Path images = shelf.file(KNOWN);
        PictureFolder folder = PictureFolder.of(images.toAbsolutePath().resolveSibling(""));
        Dataset all = read(images);
        Dataset train = rows > 0 && rows < all.n() ? all.select(drawn(all.n())) : all;
        Dataset test = read(folder.testImages());
        VectorSum problem = VectorSum.of(train, new Softmax(), new None(), CLASSES, true);
        List<DataUsed> used = List.of(new DataUsed(KNOWN, train.n(), train.d(), sum(images)));
        List<Cell<Learnt>> cells = new ArrayList<>();
        for (Method method : methods()) {
            cells.add(Cell.<Learnt>of(method.name, live -> learnt(problem, test, method, live))
                    .unless(method.form.onVectors().refusal(problem)));
        }
        return Plan.of(
                used,
                Learnt.class,
                cells,
                runs -> new Findings(
                        claims(runs),
                        table(runs),
                        List.of(
                                figure(
                                        "losses",
                                        "mean loss",
                                        "The mean loss of an epoch, each row's just before its step; lower is better.",
                                        runs),
                                figure(
                                        "accuracies",
                                        "accuracy on test pictures",
                                        "The share of 10,000 test pictures named rightly; higher is better.",
                                        runs)),
                        used,
                        List.of(
                                "Softmax regression without a penalty on brightness from 0 to 1. Steps of .1 with mini-batches of "
                                        + batch
                                        + ", .01 with single rows, .02 with momentum .9; Adagrad and Adam with their own.",
                                "Gradient descent on all rows takes one step an epoch.")));
    }

    private Learnt learnt(VectorSum problem, Dataset test, Method method, Listener live) {
        Run<MultiLinear> run = method.form.onVectors().start(problem, seed, null);
        double[] losses = new double[epochs];
        double[] accuracies = new double[epochs];
        double seconds = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            long began = System.nanoTime();
            run.step();
            seconds += (System.nanoTime() - began) * 1e-9;
            losses[epoch] = run.onlineLoss().orElseGet(() -> run.certificate().primal());
            accuracies[epoch] = accuracy(test, run.solution());
            live.probed(new Trace.Point(epoch + 1.0, seconds, Double.NaN, Double.NaN, Double.NaN, losses[epoch]));
        }
        return new Learnt(method.name, words(method.form), losses, accuracies, seconds);
    }

    private static double accuracy(Dataset test, MultiLinear solution) {
        VectorSum shape = VectorSum.of(test, new Softmax(), new None(), CLASSES, true);
        double[] margins = new double[test.n() * CLASSES];
        shape.margins(solution.weights(), solution.intercepts(), margins);
        int right = 0;
        for (int i = 0; i < test.n(); i++) {
            int best = 0;
            for (int k = 1; k < CLASSES; k++) {
                best = margins[i * CLASSES + k] > margins[i * CLASSES + best] ? k : best;
            }
            right += best == (int) test.target(i) ? 1 : 0;
        }
        return right / (double) test.n();
    }

    private static Dataset read(Path images) {
        Path labels = LabelledPictures.labelsBeside(images)
                .orElseThrow(() -> InvalidInput.at(
                        images.toString(), 0, 0, "there are no labels beside it", "get the data again"));
        return LabelledPictures.read(images, labels).dataset();
    }

    private int[] drawn(int n) {
        int[] places = PermutationSampler.natural(n);
        PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(seed), places);
        return Arrays.copyOf(places, rows);
    }

    private static String sum(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String words(VectorForm form) {
        return form instanceof Solver<?, ?> solver ? Catalogue.of(Solver.class).print(solver) : form.toString();
    }

    private static Learnt of(List<Learnt> runs, String method) {
        return runs.stream()
                .filter(run -> run.method.equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static List<Claim> claims(List<Learnt> runs) {
        double best = runs.stream().mapToDouble(Learnt::accuracy).max().orElseThrow();
        Learnt mini = of(runs, MINI);
        Learnt whole = of(runs, WHOLE);
        Learnt adam = of(runs, ADAM);
        return List.of(
                new Claim(
                                "Softmax regression names " + REACHED + " of the test pictures rightly, or more",
                                best >= REACHED,
                                Digits.of(best) + " at best")
                        .otherwise("With fewer pictures than all 60,000 it has less to learn from."),
                new Claim(
                        "After as many epochs mini-batches are far ahead of gradient descent on all rows",
                        mini.loss() < whole.loss(),
                        "losses " + Digits.of(mini.loss()) + " and " + Digits.of(whole.loss())),
                new Claim(
                        "Adam learns as much as stochastic gradients on mini-batches, to .01 of the accuracy",
                        adam.accuracy() >= mini.accuracy() - 0.01,
                        Digits.of(adam.accuracy()) + " and " + Digits.of(mini.accuracy())));
    }

    private static ResultTable table(List<Learnt> runs) {
        ResultTable table = ResultTable.of(METHOD, "with", "loss of the last epoch", "accuracy", "seconds");
        runs.forEach(run -> table.add(run.method, run.call, run.loss(), run.accuracy(), run.seconds));
        return table;
    }

    private static Figure figure(String name, String measure, String reading, List<Learnt> runs) {
        ResultTable table = ResultTable.of("epoch", measure, METHOD);
        for (Learnt run : runs) {
            double[] values = name.equals("losses") ? run.losses : run.accuracies;
            for (int epoch = 0; epoch < values.length; epoch++) {
                table.add(epoch + 1, values[epoch], run.method);
            }
        }
        return new Figure(
                name,
                "Epoch by epoch: " + measure,
                reading,
                new Chart(Mark.LINES, Axis.linear("epoch"), Axis.linear(measure), METHOD),
                table);
    }
}
