package org.fenchel.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.problem.Certificate;
import org.fenchel.run.Trace;

/** What a training run prints for people. */
final class TrainReport {
    private static final int LINES = 10;

    private TrainReport() {}

    static void print(TrainOutcome outcome, PrintWriter out) {
        data(outcome, out);
        method(outcome, out);
        trace(outcome.fit().trace(), out);
        result(outcome, out);
        WeightTable.largest(outcome.model(), 8, out);
        test(outcome, out);
        next(outcome, out);
    }

    private static void data(TrainOutcome outcome, PrintWriter out) {
        TrainPlan plan = outcome.plan();
        Dataset dataset = outcome.data().dataset();
        String storage = dataset.rows() instanceof DenseRows
                ? ""
                : ", "
                        + Numbers.digits(
                                100.0 * dataset.rows().nonZeros() / Math.max(1.0, (double) dataset.n() * dataset.d()),
                                2)
                        + " % filled";
        out.println("Data    " + plan.data() + ": " + Numbers.count(dataset.n(), "row") + ", "
                + Numbers.count(dataset.d(), "feature") + storage + ", read in "
                + Numbers.seconds(outcome.seconds().read()));
        if (outcome.data().target() instanceof TargetEncoding.TwoClasses classes) {
            int positives = 0;
            for (int i = 0; i < dataset.n(); i++) {
                positives += dataset.target(i) > 0 ? 1 : 0;
            }
            out.println("        " + classes.positive() + " is positive (" + Numbers.count(positives, "row") + "), "
                    + classes.negative() + " negative (" + Numbers.count(dataset.n() - positives) + ")");
        }
        long filled = outcome.data().prepared().encoded().filled();
        if (filled > 0) {
            out.println("        " + Numbers.count(filled, "missing cell") + " filled in");
        }
    }

    private static void method(TrainOutcome outcome, PrintWriter out) {
        out.println("Model   " + outcome.plan().task() + ": "
                + outcome.model().training().loss() + " loss, "
                + PenaltyChoice.words(outcome.plan().penalty())
                + (outcome.plan().intercept() ? ", intercept" : ", no intercept"));
        out.println("Solver  " + outcome.model().training().solver());
        out.println();
    }

    /** Some of the points, more of them where more happened: at the beginning. */
    private static void trace(Trace trace, PrintWriter out) {
        List<Trace.Point> measured = new ArrayList<>();
        boolean online = false;
        for (Trace.Point point : trace.points()) {
            if (!Double.isNaN(point.objective())) {
                measured.add(point);
            }
            online |= !Double.isNaN(point.onlineLoss());
        }
        List<String> headings = new ArrayList<>(List.of("pass", "objective", "lower bound", "relative gap"));
        if (online) {
            headings.add("loss on the way");
        }
        headings.add("time");
        TextTable table = new TextTable(headings.toArray(String[]::new));
        int last = -1;
        for (int k = 0; k < LINES && !measured.isEmpty(); k++) {
            double share = k / (LINES - 1.0);
            int index = measured.size() <= LINES
                    ? Math.min(k, measured.size() - 1)
                    : Math.max(last + 1, (int) Math.round(Math.pow(measured.size(), share) - 1));
            if (index > last && index < measured.size()) {
                table.add(cells(measured.get(index), online));
                last = index;
            }
        }
        table.print(out, "  ");
        out.println();
    }

    private static String[] cells(Trace.Point point, boolean online) {
        List<String> cells = new ArrayList<>();
        cells.add(Numbers.digits(point.passes(), 3).replaceFirst("\\.0+$", ""));
        cells.add(Numbers.digits(point.objective(), 8));
        cells.add(Numbers.digits(point.dual(), 8));
        cells.add(Numbers.small(point.relativeGap()));
        if (online) {
            cells.add(Numbers.digits(point.onlineLoss(), 5));
        }
        cells.add(Numbers.seconds(point.seconds()));
        return cells.toArray(String[]::new);
    }

    private static void result(TrainOutcome outcome, PrintWriter out) {
        Trace trace = outcome.fit().trace();
        out.println("Fitted  objective "
                + Numbers.digits(outcome.fit().certificate().primal(), 10) + ", "
                + Proof.words(outcome.fit().certificate()));
        out.println("        stopped after " + passes(trace.last().passes()) + " ("
                + Numbers.seconds(outcome.seconds().fit()) + " with all certificates): "
                + trace.reason().words());
        if (outcome.fit().certificate() instanceof Certificate.None none
                && !none.why().isEmpty()) {
            out.println("        " + none.why());
        }
        out.println();
    }

    private static String passes(double passes) {
        String digits = Numbers.digits(passes, 3).replaceFirst("\\.0+$", "");
        return digits + (digits.equals("1") ? " pass" : " passes");
    }

    private static void test(TrainOutcome outcome, PrintWriter out) {
        if (outcome.test() == null) {
            return;
        }
        TrainPlan plan = outcome.plan();
        out.println("Test    on " + Numbers.count(outcome.test().scored().n(), "row") + " held out:");
        Metrics.table(Metrics.of(
                        plan.task().metrics(plan.loss()), outcome.test().scored(), plan.seed()))
                .print(out, "  ");
        out.println();
    }

    private static void next(TrainOutcome outcome, PrintWriter out) {
        TrainPlan plan = outcome.plan();
        if (plan.output().out == null) {
            out.println("The model was not saved; add --out FILE to keep it.");
            return;
        }
        out.println("Saved   " + plan.output().out);
        out.println("Next    fenchel evaluate " + plan.output().out + " " + plan.data());
    }
}
