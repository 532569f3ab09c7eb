package org.fenchel.lab.page;

import java.util.List;
import java.util.Locale;
import org.fenchel.lab.CellRun;
import org.fenchel.lab.Digits;

/** What was measured for a report: a line for each cell with a link to its row, and the refused ones with their reasons. */
final class Cells {
    private Cells() {}

    static String of(List<CellRun> cells) {
        if (cells.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder();
        List<CellRun> refused = cells.stream()
                .filter(cell -> cell.state() == CellRun.State.REFUSED)
                .toList();
        if (!refused.isEmpty()) {
            html.append("<p>Not run, since the mathematics does not exist:</p><ul>\n");
            refused.forEach(cell -> html.append("<li>")
                    .append(Html.text(cell.name()))
                    .append(": ")
                    .append(Html.text(cell.note()))
                    .append("</li>\n"));
            html.append("</ul>\n");
        }
        html.append("<details><summary>The ")
                .append(cells.size() - refused.size())
                .append(" cells that were measured</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\"")
                .append(" aria-label=\"Cells\"><table><caption>Cells, with their rows</caption>")
                .append("<thead><tr><th scope=\"col\">cell</th><th scope=\"col\">seconds</th>")
                .append("<th scope=\"col\">state</th></tr></thead><tbody>\n");
        cells.stream().filter(cell -> cell.state() != CellRun.State.REFUSED).forEach(cell -> line(html, cell));
        return html.append("</tbody></table></div></details>\n").toString();
    }

    private static void line(StringBuilder html, CellRun cell) {
        String name = Html.text(cell.name());
        html.append("<tr><td>")
                .append(cell.note().isEmpty() ? name : "<a href=\"" + Html.text(cell.note()) + "\">" + name + "</a>")
                .append("</td><td class=\"number\">")
                .append(Digits.of(cell.seconds()))
                .append("</td><td>")
                .append(cell.state().name().toLowerCase(Locale.ROOT))
                .append("</td></tr>\n");
    }
}
