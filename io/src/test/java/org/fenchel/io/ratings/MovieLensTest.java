package org.fenchel.io.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.RealData;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLensTest {
    private static final String NO_GENRES = "|0".repeat(17);

    @TempDir
    Path folder;

    private Path write(String ratings) throws IOException {
        Files.writeString(folder.resolve("u.user"), "1|24|M|artist|00000\n2|53|F|other|11111\n");
        Files.writeString(
                folder.resolve("u.item"),
                "1|Heat (1995)|||" + "|0|1" + NO_GENRES + "\n2|Heat (1995)|||" + "|1|0" + NO_GENRES + "\n");
        return Files.writeString(folder.resolve("u.data"), ratings);
    }

    private static String word(Table table, String name, int row) {
        Column.Categorical words = (Column.Categorical) table.column(name);
        return words.levels().get(words.codes()[row]);
    }

    @Test
    void eachRatingGetsItsOwnUserAndMovie() throws IOException {
        Path ratings = write("2\t1\t5\t881250949\n1\t2\t3\t881250950\n");
        assertThat(MovieLens.is(ratings)).isTrue();
        Table table = MovieLens.read(ratings);
        assertThat(word(table, "user", 0)).isEqualTo("2");
        assertThat(word(table, "age", 0)).isEqualTo("53");
        assertThat(word(table, "occupation", 1)).isEqualTo("artist");
        assertThat(word(table, "movie", 0)).isEqualTo("Heat (1995) [1]");
        assertThat(((Column.Numeric) table.column("action")).values()).containsExactly(1, 0);
        assertThat(((Column.Numeric) table.column("unknown")).values()).containsExactly(0, 1);
        assertThat(((Column.Numeric) table.column("rating")).values()).containsExactly(5, 3);
    }

    @Test
    void brokenFilesAreToldWithTheirLine() throws IOException {
        Path unknown = write("1\t1\t5\t1\n3\t1\t5\t1\n");
        assertThatThrownBy(() -> MovieLens.read(unknown))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("u.data:2")
                .hasMessageContaining("user 3");
        Path shorter = write("1\t1\n");
        assertThatThrownBy(() -> MovieLens.read(shorter)).hasMessageContaining("u.data:1");
        assertThat(MovieLens.is(folder.resolve("u.item"))).isFalse();
    }

    /** Counts as GroupLens states them in u.info, and those of its README. */
    @Test
    void wholeDataSet() {
        Table table = MovieLens.read(RealData.file("movielens-100k/u.data"));
        assertThat(table.n()).isEqualTo(100_000);
        assertThat(((Column.Categorical) table.column("user")).levels()).hasSize(943);
        assertThat(((Column.Categorical) table.column("movie")).levels()).hasSize(1682);
        assertThat(((Column.Categorical) table.column("occupation")).levels()).hasSize(21);
    }
}
