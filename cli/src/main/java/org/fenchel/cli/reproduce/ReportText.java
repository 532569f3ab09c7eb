package org.fenchel.cli.reproduce;

import java.io.PrintWriter;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.lab.CellRun;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Report;
import org.fenchel.lab.ResultTable;

/** What an experiment found, as people read it. */
public final class ReportText {
    private ReportText() {}

    /** Prints it. */
    public static void print(Written written, PrintWriter out) {
        Report report = written.report();
        Findings findings = report.findings();
        out.println(report.name() + ": " + report.title());
        out.println("Source  " + report.source());
        for (DataUsed data : findings.data()) {
            String sum =
                    data.sha256().isEmpty() ? "" : ", sha256 " + data.sha256().substring(0, 12) + "...";
            out.println("Data    " + data.name() + ": " + Numbers.count(data.rows(), "row") + ", "
                    + Numbers.count(data.features(), "feature") + sum);
        }
        out.println();
        TextTable table = new TextTable(findings.table().columns().toArray(String[]::new));
        findings.table()
                .rows()
                .forEach(row -> table.add(row.stream().map(ResultTable::shown).toArray(String[]::new)));
        table.print(out, "  ");
        out.println();
        if (findings.answer() != null) {
            out.println("Answer  " + findings.answer());
            out.println();
        }
        findings.notes().forEach(note -> out.println("Note    " + note));
        out.println();
        for (Claim claim : findings.claims()) {
            out.println(
                    (claim.holds() ? "holds           " : "does not hold   ") + claim.text() + ": " + claim.found());
            if (claim.why() != null) {
                out.println("                " + claim.why());
            }
        }
        out.println();
        cells(report.cells(), out);
        out.println("Page    " + written.page() + " (" + Numbers.seconds(report.seconds()) + ")");
        out.println();
    }

    /** What was not measured now, since a reader would think that all was. */
    private static void cells(List<CellRun> cells, PrintWriter out) {
        for (CellRun cell : cells) {
            if (cell.state() == CellRun.State.REFUSED) {
                out.println("Refused " + cell.name() + ": " + cell.note());
            }
        }
        long kept = cells.stream()
                .filter(cell -> cell.state() == CellRun.State.KEPT)
                .count();
        if (kept > 0) {
            out.println("Kept    " + kept + " of " + Numbers.count(cells.size(), "cell")
                    + " from an earlier run; --again measures them anew");
        }
    }
}
