package org.fenchel.cli.hawkes;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.EventLog;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.ContrastFit;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Solver;
import org.fenchel.solver.pointprocess.DecaySearch;
import org.fenchel.solver.pointprocess.NodeByNode;
import org.fenchel.solver.pointprocess.NodeCholesky;
import org.fenchel.solver.pointprocess.NodeNewton;
import org.fenchel.solver.pointprocess.PlannedNodes;
import org.fenchel.solver.pointprocess.SelectedColumns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What intensities are made of, and how their coefficients are held back. */
final class HawkesOptions {
    private static final String LIKELIHOOD = "likelihood";
    private static final String LEAST_SQUARES = "least-squares";

    @Option(
            names = "--decays",
            paramLabel = "B",
            split = ",",
            description = {
                "Rates at which effects decay, one over their lengths, such as 0.5,2,10",
                "(default: one, found by the likelihood)."
            })
    private List<Double> decays = new ArrayList<>();

    @Option(names = "--find-decays", paramLabel = "N", description = "Find so many decays by the likelihood instead.")
    private @Nullable Integer find;

    @Option(
            names = "--baseline-pieces",
            paramLabel = "N",
            defaultValue = "1",
            description = "Baselines constant in each of so many pieces of the window or period (default: 1).")
    private int pieces = 1;

    @Option(
            names = "--baseline-period",
            paramLabel = "T",
            description = "The pieces come back after this time, as after 24 hours.")
    private @Nullable Double period;

    @Option(names = "--l2", paramLabel = "X", description = "Weight of the squares of all coefficients (default: 0).")
    private double l2;

    @Option(names = "--l1", paramLabel = "X", description = "Weight of their absolute values (default: 0).")
    private double l1;

    @Option(
            names = "--group-pairs",
            description = "Put --l1 on pairs of nodes: all kernels of one on another become 0 together.")
    private boolean grouped;

    @Option(names = "--nonnegative", description = "No inhibition: coefficients of 0 or more.")
    private boolean nonNegative;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            defaultValue = LIKELIHOOD,
            description = {
                "likelihood, or least-squares: quicker by far, and less precise",
                "(default: ${DEFAULT-VALUE})."
            })
    private String loss = LIKELIHOOD;

    /** The loss's name. */
    String loss() {
        return loss;
    }

    /** The problem of fitting a log by the loss. */
    NodewiseFit problem(EventLog log, KernelBasis basis) {
        return loss.equals(LIKELIHOOD)
                ? PointProcessFit.of(log, basis, penalty())
                : ContrastFit.of(log, basis, penalty());
    }

    /** @throws InvalidInput if weights make no sense */
    KernelPenalty penalty() {
        if (grouped && l1 == 0) {
            throw InvalidInput.of("--group-pairs has nothing to weigh", "add --l1, such as --l1 1e-3");
        }
        return new KernelPenalty(l1, l2, nonNegative, grouped);
    }

    /**
     * The baseline over a window.
     *
     * @throws InvalidInput if pieces make no sense
     */
    Baseline baseline(double start, double end) {
        if (pieces < 1 || period != null && !(period > 0)) {
            throw InvalidInput.of(
                    "a baseline of " + pieces + " pieces" + (period == null ? "" : " in a period of " + period)
                            + " is none",
                    "give at least one piece, and a positive period");
        }
        if (period == null) {
            return Baseline.pieces(pieces, start, end);
        }
        return pieces == 1 ? Baseline.CONSTANT : Baseline.cyclic(pieces, period);
    }

    /**
     * The decays given, or those found.
     *
     * @throws InvalidInput if both were asked for
     */
    double[] decays(EventLog log, Baseline baseline) {
        return decays.isEmpty()
                ? DecaySearch.find(log, find == null ? 1 : find, baseline, penalty())
                : decays.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** @throws InvalidInput if decays are both given and to be found, or the loss is unknown */
    void check() {
        if (!loss.equals(LIKELIHOOD) && !loss.equals(LEAST_SQUARES)) {
            throw InvalidInput.of("--loss '" + loss + "' is unknown", "give " + LIKELIHOOD + " or " + LEAST_SQUARES);
        }
        if (find != null && (find < 1 || !decays.isEmpty())) {
            throw InvalidInput.of(
                    find < 1 ? "--find-decays is " + find : "--decays and --find-decays contradict each other",
                    find < 1 ? "give 1 or more" : "give one of them");
        }
    }

    /** The method: auto, newton, cholesky, selected-columns, or a method of linear models that solves node by node. */
    @SuppressWarnings("unchecked") // a solver of another problem refuses in words
    static Solver<NodewiseFit, Kernels> solver(@Nullable String spec) {
        if (spec == null || spec.equals("auto")) {
            return new PlannedNodes();
        }
        if (spec.equals("cholesky")) {
            return new NodeCholesky();
        }
        if (spec.equals("selected-columns")) {
            return new SelectedColumns();
        }
        return spec.equals("newton")
                ? new NodeNewton()
                : new NodeByNode(
                        (Solver<FiniteSum, Linear>) Catalogue.of(Solver.class).parse(spec));
    }

    /** The method as it is written on the command line. */
    static String words(Solver<NodewiseFit, Kernels> solver) {
        if (solver instanceof NodeByNode nodes) {
            return Catalogue.of(Solver.class).print(nodes.method()) + ", node by node";
        }
        if (solver instanceof SelectedColumns) {
            return "selected-columns, node by node";
        }
        return solver instanceof NodeNewton
                ? "newton, all nodes at once"
                : solver instanceof NodeCholesky ? "cholesky, one factor for all nodes" : "auto";
    }
}
