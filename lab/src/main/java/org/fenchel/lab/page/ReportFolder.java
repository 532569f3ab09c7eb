package org.fenchel.lab.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fenchel.io.file.NewFile;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Report;

/** The files of a report: {@code index.html}, {@code table.csv}, and for each figure a CSV and a PNG of its name. */
public final class ReportFolder {
    private ReportFolder() {}

    /**
     * Writes them, each beside its place first; the page comes last. Folders that are missing are made.
     *
     * @return the page
     */
    public static Path write(Report report, Path folder) throws IOException {
        text(folder.resolve("table.csv"), Csv.of(report.findings().table()));
        for (Figure figure : report.findings().figures()) {
            text(folder.resolve(figure.name() + ".csv"), Csv.of(figure.table()));
            NewFile.write(folder.resolve(figure.name() + ".png"), Picture.png(figure));
        }
        Path page = folder.resolve("index.html");
        text(page, Page.of(report));
        return page;
    }

    private static void text(Path file, String text) throws IOException {
        NewFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
