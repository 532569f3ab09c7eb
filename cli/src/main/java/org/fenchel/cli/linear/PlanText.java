package org.fenchel.cli.linear;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.solver.planner.Estimate;
import org.fenchel.solver.planner.Plan;

/** How the method was chosen, as people read it. */
public final class PlanText {
    private PlanText() {}

    public static void print(Plan plan, PrintWriter out) {
        out.println("Plan    for " + Numbers.count(plan.n(), "row") + ", " + Numbers.count(plan.d(), "feature") + ", "
                + (plan.margins() > 1 ? Numbers.count(plan.margins()) + " classes, " : "")
                + Numbers.digits(100 * plan.density(), 3).replaceFirst("\\.0+$", "")
                + " % filled, and a relative gap of " + Numbers.small(plan.accuracy()));
        out.println("        "
                + plan.spectrum()
                        .map(spectrum -> "the curvature at zero has a condition number of about "
                                + Numbers.digits(spectrum.condition(), 2) + " (eigenvalues "
                                + Numbers.digits(spectrum.largest(), 2) + " to "
                                + Numbers.digits(spectrum.smallest(), 2) + ")")
                        .orElse("the condition number was not needed"));
        out.println();
        List<String[]> lines = new ArrayList<>();
        for (Plan.Candidate candidate : plan.candidates()) {
            Estimate estimate = candidate.estimate();
            lines.add(new String[] {
                SolverChoice.words(candidate.method()),
                (estimate.lowerBound() ? "> " : "") + Numbers.seconds(estimate.seconds()),
                estimate.why()
            });
        }
        for (Plan.Refusal refusal : plan.refusals()) {
            lines.add(new String[] {SolverChoice.words(refusal.method()), "-", refusal.why()});
        }
        int widest = lines.stream().mapToInt(line -> line[2].length()).max().orElse(0);
        TextTable table = new TextTable("method", "expected", pad("why", widest));
        lines.forEach(line -> table.add(line[0], line[1], pad(line[2], widest)));
        table.print(out, "  ");
        out.println();
    }

    /** Words to the left, in a table of numbers to the right. */
    private static String pad(String words, int width) {
        return words + " ".repeat(Math.max(0, width - words.length()));
    }
}
