package org.fenchel.lab.hawkes;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.fenchel.catalogue.Described;
import org.fenchel.data.EventLog;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Simulator;
import org.fenchel.problem.pointprocess.ContrastFit;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.bounded.Lbfgsb;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.pointprocess.NodeByNode;
import org.fenchel.solver.pointprocess.NodeCholesky;
import org.fenchel.solver.pointprocess.NodeNewton;

/**
 * The paper's comparison on simulated Hawkes processes of 10 nodes and 3 decays: how far the kernels found are from the true ones, over
 * the time taken, where events only excite and where some inhibit.
 *
 * @param events that are simulated, about
 * @param seconds most time of a method
 * @param seed of parameters and events
 */
@AutoService(Experiment.class)
@Described("error of a Hawkes process's kernels over time, with and without inhibition (section 5)")
public record HawkesAdjacency(int events, double seconds, long seed) implements Experiment {
    private static final double L2 = 1e-4;
    private static final String EXCITATION = "excitation";
    private static final String INHIBITION = "inhibition";
    private static final String NEWTON = "newton";
    private static final String SDCA = "sdca";
    private static final String BOUNDED = "projected L-BFGS-B";
    private static final String SQUARES = "least squares";

    /** 200,000 events, 2 seconds a method: where the errors of all but ascent have long settled. */
    public HawkesAdjacency() {
        this(200_000, 2, 42);
    }

    /** Checks the sizes. */
    public HawkesAdjacency {
        if (events < 100 || !(seconds > 0)) {
            throw InvalidInput.of("events=" + events + ", seconds=" + seconds, "give 100 events or more and some time");
        }
    }

    @Override
    public Experiment full() {
        return new HawkesAdjacency(1_000_000, 120, seed);
    }

    @Override
    public String title() {
        return "Kernels of Hawkes processes found again, with and without inhibition";
    }

    @Override
    public String source() {
        return HawkesSources.PAPER + ", the experiments on Hawkes processes";
    }

    @Override
    public List<String> data() {
        return List.of();
    }

    /** What happened on one of the two processes. */
    private record Scene(String name, HawkesModel truth, EventLog log, List<AdjacencyRun> runs) {
        AdjacencyRun of(String method) {
            return runs.stream()
                    .filter(run -> run.method().equals(method))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        progress.accept("warming up");
        scene(EXCITATION, false, 10_000, 0.3);
        List<Scene> scenes = new ArrayList<>();
        for (boolean inhibition : new boolean[] {false, true}) {
            String name = inhibition ? INHIBITION : EXCITATION;
            progress.accept(name);
            scenes.add(scene(name, inhibition, events, seconds));
        }
        ResultTable table = ResultTable.of("process", "method", "error", "smallest error", "seconds", "relative gap");
        List<Figure> figures = new ArrayList<>();
        List<DataUsed> used = new ArrayList<>();
        for (Scene scene : scenes) {
            for (AdjacencyRun run : scene.runs()) {
                table.add(scene.name(), run.method(), run.last(), run.least(), run.seconds(), run.gap());
            }
            figures.add(course(scene));
            used.add(new DataUsed(
                    "simulated, " + scene.name() + ", seed " + seed,
                    (int) scene.log().events(),
                    SimulatedNodes.NODES,
                    ""));
        }
        return new Findings(claims(scenes.get(0), scenes.get(1)), table, figures, used, notes());
    }

    private Scene scene(String name, boolean inhibition, int count, double most) {
        HawkesModel truth = SimulatedNodes.model(inhibition, seed);
        Simulator simulator = Simulator.of(truth);
        double rate = simulator.sequence(0, 1000, seed).size() / 1000.0;
        EventLog log = simulator.sequences(1, 0, count / rate, seed + 1);
        KernelPenalty ridge = new KernelPenalty(L2);
        PointProcessFit free = PointProcessFit.of(log, truth.basis(), ridge);
        PointProcessFit bounded = free.withPenalty(new KernelPenalty(0, L2, true, false));
        List<AdjacencyRun> runs = new ArrayList<>();
        runs.add(AdjacencyRun.of(NEWTON, truth, () -> free, new NodeNewton(), most));
        runs.add(AdjacencyRun.of(SDCA, truth, () -> free, new NodeByNode(new Sdca()), most));
        runs.add(AdjacencyRun.of(BOUNDED, truth, () -> bounded, new NodeByNode(new Lbfgsb()), most));
        runs.add(AdjacencyRun.of(
                SQUARES, truth, () -> ContrastFit.of(log, truth.basis(), ridge), new NodeCholesky(), most));
        return new Scene(name, truth, log, runs);
    }

    private static List<Claim> claims(Scene excited, Scene inhibited) {
        double free = excited.of(NEWTON).last();
        double bounded = excited.of(BOUNDED).last();
        double newtonInhibited = inhibited.of(NEWTON).last();
        double boundedInhibited = inhibited.of(BOUNDED).last();
        AdjacencyRun newton = inhibited.of(NEWTON);
        AdjacencyRun limited = inhibited.of(BOUNDED);
        return List.of(
                new Claim(
                        "Without inhibition the bounded method finds kernels as good: its bounds hold for the true ones, too.",
                        bounded <= free,
                        "errors " + Digits.of(bounded) + " and " + Digits.of(free)),
                new Claim(
                        "With inhibition it ends, as in the paper's figure, above the error of a method whose coefficients may be negative.",
                        boundedInhibited > newtonInhibited,
                        "errors " + Digits.of(boundedInhibited) + " and " + Digits.of(newtonInhibited)),
                new Claim(
                        "With inhibition Newton's steps are within a hundredth of their final error before the bounded method is of its own.",
                        newton.settled() < limited.settled(),
                        Digits.of(newton.settled()) + " s and " + Digits.of(limited.settled()) + " s"));
    }

    private static Figure course(Scene scene) {
        ResultTable table = ResultTable.of("method", "seconds", "error");
        for (AdjacencyRun run : scene.runs()) {
            // a start that takes no time has no place on the axis
            for (AdjacencyRun.Point point : run.points()
                    .subList(
                            run.points().get(0).seconds() < 1e-3 ? 1 : 0,
                            run.points().size())) {
                table.add(run.method(), point.seconds(), point.error());
            }
        }
        return new Figure(
                scene.name(),
                "Error of the kernels over time, " + (scene.name().equals(INHIBITION) ? "with" : "without")
                        + " inhibition",
                "Root mean squared error of the 300 coefficients of kernels; lower is better, further left is quicker.",
                new Chart(Chart.Mark.LINES, Chart.Axis.log("seconds"), Chart.Axis.linear("error"), "method"),
                table);
    }

    private List<String> notes() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "l2 = %s on all coefficients. A method runs until a certified relative gap of 1e-9 or for %s s; the clock"
                                + " stands still while errors are measured. The features are made beforehand and not counted, but for"
                                + " least squares, which needs none: its time is all there is.",
                        Digits.of(L2),
                        Digits.of(seconds)),
                "The bounded method keeps coefficients at 0 or more, where every intensity is positive.");
    }
}
