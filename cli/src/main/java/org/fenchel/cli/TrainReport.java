package org.fenchel.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.problem.Certificate;
import org.fenchel.run.Trace;

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
        trace(learned.trace(), out);
        result(outcome, out);
        learned.printParameters(out);
        test(outcome, out);
        next(outcome, out);
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
