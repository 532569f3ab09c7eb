package org.fenchel.lab.board;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fenchel.io.json.JsonObject;

/** The curves that runs write while they are at work, {@code RUN/live/CELL.csv}, read as they grow. One for each listener. */
final class LiveFiles {
    /** Points that one message holds at most. */
    private static final int MOST = 2000;

    private final Path folder;
    private final Map<Path, Long> read = new HashMap<>();

    LiveFiles(Path folder) {
        this.folder = folder;
    }

    /** What was written since the last call: an object for each file that grew, with run, cell, whether it began anew, and points. */
    List<JsonObject> news() throws IOException {
        List<JsonObject> news = new ArrayList<>();
        for (Path file : files()) {
            long from = read.getOrDefault(file, 0L);
            long size = Files.size(file);
            boolean anew = size < from;
            from = anew ? 0 : from;
            byte[] bytes = new byte[(int) Math.min(1 << 20, size - from)];
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                in.seek(from);
                in.readFully(bytes);
            }
            int end = lastLine(bytes);
            read.put(file, from + end);
            List<JsonObject> points = points(new String(bytes, 0, end, StandardCharsets.UTF_8));
            if (!points.isEmpty()) {
                news.add(new JsonObject()
                        .put("run", run(file))
                        .put("cell", cell(file))
                        .put("anew", from == 0)
                        .put("points", points));
            }
        }
        return news;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder, 3)) {
            return all.filter(file -> isLive(folder.relativize(file)) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private String cell(Path file) {
        Path within = folder.relativize(file);
        return within.getName(within.getNameCount() - 1).toString().replaceFirst("\\.csv$", "");
    }

    private static boolean isLive(Path file) {
        int names = file.getNameCount();
        return file.toString().endsWith(".csv")
                && names > 1
                && file.getName(names - 2).toString().equals("live");
    }

    /** The run's folder; the name of the folder that is watched where that is a run itself. */
    private String run(Path file) {
        Path within = folder.relativize(file);
        int names = within.getNameCount();
        return names > 2
                ? within.subpath(0, names - 2).toString()
                : folder.getName(folder.getNameCount() - 1).toString();
    }

    /** Just after the last line that is whole. */
    private static int lastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static List<JsonObject> points(String text) {
        List<JsonObject> points = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] cells = line.split(",", -1);
            if (cells.length < 5 || cells[0].equals("passes")) {
                continue;
            }
            double seconds = Double.parseDouble(cells[1]);
            double gap = Double.parseDouble(cells[3]);
            double objective = Double.parseDouble(cells[2]);
            double online = Double.parseDouble(cells[4]);
            double value = Double.isFinite(gap) ? gap : Double.isFinite(objective) ? objective : online;
            if (Double.isFinite(value)) {
                points.add(new JsonObject().put("seconds", seconds).put("value", value));
            }
        }
        return points.size() <= MOST ? points : points.subList(points.size() - MOST, points.size());
    }
}
