package org.fenchel.lab.page;

import java.util.List;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Machine;
import org.fenchel.lab.Report;
import org.fenchel.lab.ResultTable;

/** A report as one HTML file that loads nothing: the drawing library, the style and all numbers are in it. */
public final class Page {
    private Page() {}

    /** The file's text. */
    public static String of(Report report) {
        StringBuilder body = new StringBuilder();
        if (report.findings().answer() != null) {
            body.append("<p class=\"answer\">")
                    .append(Html.text(report.findings().answer()))
                    .append("</p>\n");
        }
        if (!report.findings().claims().isEmpty()) {
            claimed(body, report.findings().claims());
        }
        body.append("<section aria-labelledby=\"numbers\"><h2 id=\"numbers\">Numbers</h2>\n")
                .append(Html.table(report.findings().table(), report.title()));
        report.findings()
                .notes()
                .forEach(note -> body.append("<p>").append(Html.text(note)).append("</p>\n"));
        body.append("</section>\n");
        for (Figure figure : report.findings().figures()) {
            figure(body, figure);
        }
        origin(body, report);
        return fill(Resources.text("page.html"), body.toString(), report);
    }

    /** The template's parts in the order in which it names them: one pass, so that what is filled in is never searched. */
    private static String fill(String template, String body, Report report) {
        StringBuilder page = new StringBuilder();
        int from = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", from)) {
            int close = template.indexOf("}}", open);
            page.append(template, from, open);
            page.append(
                    switch (template.substring(open + 2, close)) {
                        case "title" -> Html.text(report.title());
                        case "name" -> Html.text(report.name());
                        case "command" -> Html.text(command(report));
                        case "source" -> Html.text(report.source());
                        case "style" -> Resources.text("page.css");
                        case "body" -> body;
                        case "vega" -> Resources.script("vega.min.js");
                        case "vega-lite" -> Resources.script("vega-lite.min.js");
                        case "script" -> Resources.script("page.js");
                        default -> throw new IllegalStateException(template.substring(open, close));
                    });
            from = close + 2;
        }
        return page.append(template, from, template.length()).toString();
    }

    /** An experiment makes claims; what makes none is the page of another command. */
    private static String command(Report report) {
        return report.findings().claims().isEmpty() ? report.call() : "fenchel reproduce " + report.name();
    }

    private static void claimed(StringBuilder body, List<Claim> claims) {
        long holding = claims.stream().filter(Claim::holds).count();
        body.append("<section aria-labelledby=\"claims\"><h2 id=\"claims\">")
                .append(holding)
                .append(" of ")
                .append(claims.size())
                .append(claims.size() == 1 ? " claim holds" : " claims hold")
                .append("</h2>\n");
        claims(body, claims);
        body.append("</section>\n");
    }

    /** The claims as a list. */
    static void claims(StringBuilder body, List<Claim> claims) {
        body.append("<ul class=\"claims\">\n");
        for (Claim claim : claims) {
            body.append("<li class=\"")
                    .append(claim.holds() ? "holds" : "fails")
                    .append("\"><strong>")
                    .append(claim.holds() ? "✓ " : "✗ ")
                    .append(claim.verdict())
                    .append("</strong> ")
                    .append(Html.text(claim.text()))
                    .append(" <span class=\"found\">")
                    .append(Html.text(claim.found()))
                    .append("</span>");
            if (claim.why() != null) {
                body.append(" <span class=\"why\">")
                        .append(Html.text(claim.why()))
                        .append("</span>");
            }
            body.append("</li>\n");
        }
        body.append("</ul>\n");
    }

    private static void figure(StringBuilder body, Figure figure) {
        String name = Html.text(figure.name());
        body.append("<figure id=\"")
                .append(name)
                .append("\"><h2>")
                .append(Html.text(figure.title()))
                .append("</h2>\n<div class=\"series\" role=\"group\" aria-label=\"")
                .append(Html.text("Series of the chart: " + figure.title()))
                .append("\"></div>\n<div class=\"chart\" role=\"img\" aria-label=\"")
                .append(Html.text("Chart: " + figure.title() + ". " + figure.reading()))
                .append("\"></div>\n<script type=\"application/json\">")
                .append(VegaLite.of(figure).toString().replace("<", "\\u003c"))
                .append("</script>\n<figcaption>")
                .append(Html.text(figure.reading()))
                .append(" <a href=\"")
                .append(name)
                .append(".csv\">CSV</a> <a href=\"")
                .append(name)
                .append(".png\">PNG</a></figcaption>\n<details><summary>The numbers behind it</summary>")
                .append(Html.table(figure.table(), figure.title()))
                .append("</details></figure>\n");
    }

    private static void origin(StringBuilder body, Report report) {
        ResultTable data = ResultTable.of("data", "rows", "features", "SHA-256");
        for (DataUsed used : report.findings().data()) {
            data.add(used.name(), used.rows(), used.features(), used.sha256().isEmpty() ? "simulated" : used.sha256());
        }
        Machine machine = report.machine();
        ResultTable made = ResultTable.of("what", "value")
                .add(report.findings().claims().isEmpty() ? "command" : "experiment, with its seed", report.call())
                .add("began", report.began().toString())
                .add("took", Digits.of(report.seconds()) + " s")
                .add("Fenchel", machine.fenchel())
                .add("Java", machine.java())
                .add("processor", machine.processor())
                .add("system", machine.system());
        body.append("<section aria-labelledby=\"origin\"><h2 id=\"origin\">How it was made</h2>\n")
                .append(Html.table(made, "The run"))
                .append(Html.table(data, "The data"))
                .append(Cells.of(report.cells()))
                .append("</section>\n");
    }
}
