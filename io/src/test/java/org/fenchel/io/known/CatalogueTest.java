package org.fenchel.io.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The entries of the catalogue itself, and the real files where the machine has them. */
class CatalogueTest {
    static Stream<String> names() {
        return KnownData.standard().list().stream().map(KnownDataset::name);
    }

    @Test
    void namesAreDistinctAndSpoken() {
        assertThat(names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9-]+"));
        assertThat(names()).contains("spambase", "a9a", "w8a", "reuters-money", "german", "abalone", "mnist");
        assertThatThrownBy(() -> KnownData.standard().named("spamase"))
                .hasMessageContaining("no data set is named 'spamase'; the known ones are spambase, a9a");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyEntryIsComplete(String name) {
        KnownDataset set = KnownData.standard().named(name);
        assertThat(set.licence()).isNotBlank();
        assertThat(set.page()).startsWith("http");
        assertThat(set.status()).isIn("complete", "partial", "sample", "derived");
        assertThat(set.main().sha256()).matches("[0-9a-f]{64}");
        if (!set.status().equals("complete")) {
            assertThat(set.files()).allMatch(file -> file.sources().isEmpty());
        }
        if (Set.of("two classes", "numbers", "counts").contains(set.task())
                && set.format().equals("csv")) {
            assertThat(set.target()).isNotNull();
        }
        assertThat(set.files().stream().flatMap(file -> file.sources().stream()))
                .allMatch(source -> source.uri().getScheme().equals("https"));
    }

    /** Read only: it must not download, nor write where FENCHEL_DATA points. */
    @ParameterizedTest
    @MethodSource("names")
    void filesAtHandHaveTheirChecksums(String name) throws IOException {
        String folder = System.getenv("FENCHEL_DATA");
        assumeTrue(folder != null, "FENCHEL_DATA is not set: no real files to check");
        KnownDataset set = KnownData.standard().named(name);
        CacheFolders folders = new CacheFolders(List.of(Path.of(folder)));
        for (KnownFile file : set.files()) {
            Path path = folders.find(set.folder(), file.name()).orElse(null);
            if (path != null && file.sha256() != null) {
                assertThat(Contents.sha256(path)).as(file.name()).isEqualTo(file.sha256());
                assertThat(Contents.right(path, file)).isTrue();
            }
        }
    }
}
