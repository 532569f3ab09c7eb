package org.fenchel.lab.poisson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fenchel.lab.Shelf;

/** Made-up files with the columns of the known data sets and a few dozen rows. */
final class TinyShelf implements Shelf {
    private static final int ROWS = 60;

    private final Path folder;
    private final Random random = new Random(5);

    TinyShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path file(String known) {
        Path file = folder.resolve(known + ".csv");
        if (!Files.exists(file)) {
            try {
                Files.writeString(file, text(known));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    private String text(String known) {
        return switch (known) {
            case "wine-quality-white" -> table("acidity;sugar;quality", ";", row -> List.of(u(), u(), 3 + row % 6));
            case "facebook-metrics" ->
                table(
                        "Type,Category,Post Month,Post Weekday,Post Hour,Paid,Reach,comment,like,share,Total Interactions",
                        ",",
                        row -> List.of(
                                row % 2 == 0 ? "Photo" : "Link",
                                1 + row % 3,
                                1 + row % 2,
                                1 + row % 7,
                                1 + row % 2,
                                row == 7 ? "" : row % 2,
                                u(),
                                1,
                                2,
                                row == 3 ? "" : 3,
                                row % 9 * 20));
            case "las-vegas-strip" ->
                table(
                        "Pool;Hotel stars;Member years;Score",
                        ";",
                        row -> List.of(
                                row % 3 == 0 ? "NO" : "YES",
                                row % 2 == 0 ? "3" : "4,5",
                                row == 9 ? -1806 : row % 12,
                                1 + row % 5));
            case "online-news" ->
                table("THETA_0,words,links,shares", ",", row -> List.of(1.0, u(), u(), 500.0 * (1 + row % 4)));
            case "liberty-mutual" ->
                table("Id,Hazard,T1,T2", ",", row -> List.of(row, 1 + row % 5, u(), row % 2 == 0 ? "N" : "B"));
            default -> throw new IllegalArgumentException(known);
        };
    }

    private double u() {
        return 1 + random.nextDouble();
    }

    private static String table(String header, String delimiter, IntFunction<List<?>> row) {
        return IntStream.range(0, ROWS)
                .mapToObj(k -> row.apply(k).stream().map(Object::toString).collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }
}
