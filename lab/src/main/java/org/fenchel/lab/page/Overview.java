package org.fenchel.lab.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.fenchel.io.file.NewFile;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Report;

/** A page over several reports: each claim of each source with its verdict and number, and the way to the report's own page. */
public final class Overview {
    private Overview() {}

    /**
     * Writes {@code index.html} into the folder that holds a folder for each report.
     *
     * @return the page
     */
    public static Path write(List<Report> reports, Path folder) throws IOException {
        Path page = folder.resolve("index.html");
        NewFile.write(page, of(reports).getBytes(StandardCharsets.UTF_8));
        return page;
    }

    static String of(List<Report> reports) {
        List<Claim> all = reports.stream()
                .flatMap(report -> report.findings().claims().stream())
                .toList();
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n")
                .append("<title>Published figures, made again</title>\n<style>\n")
                .append(Resources.text("page.css"))
                .append("</style>\n</head>\n<body>\n<main>\n<h1>Published figures, made again</h1>\n<p>")
                .append(all.stream().filter(Claim::holds).count())
                .append(" of ")
                .append(all.size())
                .append(" claims hold, in ")
                .append(reports.size())
                .append(reports.size() == 1 ? " experiment" : " experiments")
                .append(".</p>\n");
        for (Report report : reports) {
            String name = Html.text(report.name());
            html.append("<section><h2><a href=\"")
                    .append(name)
                    .append("/index.html\">")
                    .append(name)
                    .append("</a>: ")
                    .append(Html.text(report.title()))
                    .append("</h2>\n<p>")
                    .append(Html.text(report.source()))
                    .append("</p>\n");
            Page.claims(html, report.findings().claims());
            html.append("</section>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }
}
