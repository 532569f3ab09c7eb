package org.fenchel.lab.page;

import java.time.Instant;
import java.util.List;
import org.fenchel.lab.CellRun;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Machine;
import org.fenchel.lab.Report;
import org.fenchel.lab.ResultTable;

/** A small report with everything in it that could break a page. */
final class Reports {
    static final String HOSTILE = "a</script><!-- & \"b\" {{body}}, c";

    private Reports() {}

    static Report report() {
        ResultTable table = ResultTable.of("name", "value").add(HOSTILE, 1.5).add("none", Double.NaN);
        return new Report(
                "tiny",
                "tiny(seed=1)",
                "A title with " + HOSTILE,
                "Nobody (2026)",
                new Findings(
                        List.of(
                                new Claim("Two is more than one", true, "2 > 1"),
                                new Claim("One is more", false, "1 < 2")),
                        table,
                        List.of(lines(), dots(), banded()),
                        List.of(new DataUsed("made-up", 3, 2, "")),
                        List.of("A note with " + HOSTILE)),
                List.of(
                        new CellRun("first, " + HOSTILE, CellRun.State.KEPT, 1.5, "cells/first.json"),
                        new CellRun("second", CellRun.State.REFUSED, Double.NaN, "it has no gradient")),
                new Machine("a processor", "a system", "a java", "a version"),
                Instant.parse("2026-01-01T00:00:00Z"),
                0.5);
    }

    /** Two series, of three points and of two, and two rows that have no place on a logarithmic axis. */
    static Figure lines() {
        ResultTable table = ResultTable.of("passes", "gap", "method")
                .add(0.0, 1.0, "first")
                .add(1.0, 0.1, "first")
                .add(2.0, 0.001, "first")
                .add(3.0, 0.0, "first")
                .add(0.0, 1.0, HOSTILE)
                .add(4.0, 1e-6, HOSTILE)
                .add(5.0, Double.NaN, HOSTILE);
        return new Figure(
                "gaps",
                "The gap falls",
                "Lower is better.",
                new Chart(Mark.LINES, Axis.linear("passes"), Axis.log("gap"), "method"),
                table);
    }

    /** Two series with a band around each. */
    static Figure banded() {
        ResultTable table = ResultTable.of("step", "loss", "low", "high", "batch")
                .add(1.0, 0.5, 0.4, 0.6, "1")
                .add(2.0, 0.3, 0.2, 0.4, "1")
                .add(1.0, 0.6, 0.5, 0.7, "2")
                .add(2.0, 0.5, 0.4, 0.6, "2");
        return new Figure(
                "banded",
                "Losses",
                "The band holds all repeats.",
                new Chart(Mark.LINES, Axis.log("step"), Axis.linear("loss"), "batch").between("low", "high"),
                table);
    }

    static Figure dots() {
        ResultTable table = ResultTable.of("x", "y", "kind")
                .add(1.0, 2.0, "a")
                .add(2.0, 3.0, "a")
                .add(3.0, 1.0, "b");
        return new Figure(
                "dots",
                "Dots",
                "Just dots.",
                new Chart(Mark.POINTS, Axis.linear("x"), Axis.linear("y"), "kind"),
                table);
    }
}
