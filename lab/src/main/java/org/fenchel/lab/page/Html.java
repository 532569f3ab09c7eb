package org.fenchel.lab.page;

import java.util.List;
import org.fenchel.lab.ResultTable;

/** Text and tables as HTML. */
final class Html {
    private Html() {}

    /** Text with the characters that mean something in HTML written out. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Text of a script, which nothing in it ends early. */
    static String script(String text) {
        return text.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    }

    /** A table that scrolls by itself where it is wider than the screen, with the numbers to the right. */
    static String table(ResultTable table, String caption) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(text(caption))
                .append("\"><table><caption>")
                .append(text(caption))
                .append("</caption><thead><tr>");
        table.columns()
                .forEach(name ->
                        html.append("<th scope=\"col\">").append(text(name)).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        for (List<Object> row : table.rows()) {
            html.append("<tr>");
            for (Object cell : row) {
                html.append(cell instanceof Number ? "<td class=\"number\">" : "<td>")
                        .append(text(ResultTable.shown(cell)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>").toString();
    }
}
