package org.fenchel.cli.train;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.fenchel.cli.console.Metrics;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.Proof;
import org.fenchel.cli.console.TextTable;
import org.fenchel.cli.select.Judged;
import org.fenchel.cli.select.SelectedReport;
import org.fenchel.problem.Certificate;
import org.fenchel.run.Trace;
import org.jspecify.annotations.Nullable;

/** What a training run prints for people. */
final class TrainReport {
    private static final int LINES = 10;

    private TrainReport() {}

    static void print(TrainOutcome outcome, PrintWriter out) {
        Learned<?> learned = outcome.learned();
        out.println("Data    " + outcome.plan().data() + ": " + learned.dataSize() + ", read in "
                + Numbers.seconds(outcome.seconds().read()));
        learned.dataNotes().forEach(note -> out.println("        " + note));
        out.println("Model   " + learned.task() + ": " + learned.words());
        out.println("Solver  " + learned.model().training().solver());
        out.println();
        learned.printChoice(out);
        if (learned.selected() != null) {
            SelectedReport.print(learned.selected(), learned.penaltyAt(), out);
        }
        trace(learned.trace(), learned.judged(), out);
        result(outcome, out);
        learned.printParameters(out);
        test(outcome, out);
        next(outcome, out);
    }

    /** Some of the points, more of them where more happened: at the beginning. */
    private static void trace(Trace trace, @Nullable Judged judged, PrintWriter out) {
        List<Trace.Point> shown = new ArrayList<>();
        boolean online = false;
        boolean bounded = false;
        for (Trace.Point point : trace.points()) {
            if (!Double.isNaN(point.objective()) || judged != null) {
                shown.add(point);
            }
            bounded |= Double.isFinite(point.dual());
            online |= !Double.isNaN(point.onlineLoss());
        }
        List<String> headings = new ArrayList<>(List.of("pass", "objective"));
        if (bounded) {
            headings.addAll(List.of("lower bound", "relative gap"));
        }
        if (online) {
            headings.add("loss on the way");
        }
        if (judged != null) {
            headings.add("validation " + judged.metric());
        }
        headings.add("time");
        TextTable table = new TextTable(headings.toArray(String[]::new));
        int best = judged == null ? -1 : best(shown);
        for (int index : lines(shown.size(), best)) {
            table.add(cells(shown.get(index), bounded, online, judged, index == best));
        }
        table.print(out, "  ");
        if (judged != null) {
            out.println("  * kept: the best on the rows held out");
        }
        out.println();
    }

    /** Which points to show: some, and the one that has to be among them. */
    private static SortedSet<Integer> lines(int count, int needed) {
        SortedSet<Integer> lines = new TreeSet<>();
        int last = -1;
        for (int k = 0; k < LINES && count > 0; k++) {
            double share = k / (LINES - 1.0);
            int index = count <= LINES
                    ? Math.min(k, count - 1)
                    : Math.max(last + 1, (int) Math.round(Math.pow(count, share) - 1));
            if (index > last && index < count) {
                lines.add(index);
                last = index;
            }
        }
        if (needed >= 0) {
            lines.add(needed);
        }
        return lines;
    }

    private static int best(List<Trace.Point> points) {
        int best = -1;
        for (int k = 0; k < points.size(); k++) {
            double score = points.get(k).validation();
            if (!Double.isNaN(score) && (best < 0 || score < points.get(best).validation())) {
                best = k;
            }
        }
        return best;
    }

    private static String[] cells(
            Trace.Point point, boolean bounded, boolean online, @Nullable Judged judged, boolean best) {
        List<String> cells = new ArrayList<>();
        cells.add(Numbers.digits(point.passes(), 3).replaceFirst("\\.0+$", ""));
        cells.add(Numbers.digits(point.objective(), 8));
        if (bounded) {
            cells.add(Numbers.digits(point.dual(), 8));
            cells.add(Numbers.small(point.relativeGap()));
        }
        if (online) {
            cells.add(Numbers.digits(point.onlineLoss(), 5));
        }
        if (judged != null) {
            cells.add((best ? "* " : "") + Numbers.digits(judged.value(point.validation()), 5));
        }
        cells.add(Numbers.seconds(point.seconds()));
        return cells.toArray(String[]::new);
    }

    private static void result(TrainOutcome outcome, PrintWriter out) {
        Trace trace = outcome.learned().trace();
        Certificate certificate = outcome.learned().model().training().certificate();
        out.println("Fitted  objective " + Numbers.digits(certificate.primal(), 10) + ", " + Proof.words(certificate));
        out.println("        stopped after " + passes(trace.last().passes()) + " ("
                + Numbers.seconds(outcome.seconds().fit()) + " with all certificates): "
                + trace.reason().words());
        if (certificate instanceof Certificate.None none && !none.why().isEmpty()) {
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
        out.println("Test    on " + outcome.test().size() + " " + outcome.testWords() + ":");
        Metrics.table(outcome.test().metrics()).print(out, "  ");
        outcome.test().printTables(out);
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
