package org.fenchel.io.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.hash.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KnownDataTest {
    private static final byte[] TEXT = text();

    private final Map<String, byte[]> served = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    /** How many bytes of a body the server sends before it breaks the connection; -1 for all. */
    private volatile int breakAfter = -1;

    private HttpServer server;

    @TempDir
    private Path cache;

    private static byte[] text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(i).append(",").append(i % 7).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(exchange.getRequestURI().getPath() + (range == null ? "" : " " + range));
        byte[] body = served.get(exchange.getRequestURI().getPath());
        if (body == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
        if (from >= body.length) {
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        if (range != null) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + (body.length - 1) + "/" + body.length);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, body.length - from);
        try (OutputStream out = exchange.getResponseBody()) {
            int to = breakAfter < 0 ? body.length : Math.min(body.length, from + breakAfter);
            out.write(body, from, to - from);
            out.flush();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String sum(byte[] bytes) {
        return Sha256.hex(Sha256.digest().digest(bytes));
    }

    private KnownFile file(String name, String... sources) {
        List<Source> found = Arrays.stream(sources)
                .map(source -> source.split("!"))
                .map(parts -> new Source(
                        URI.create("http://localhost:" + server.getAddress().getPort() + parts[0]),
                        parts.length > 1 ? parts[1] : null))
                .toList();
        byte[] lines =
                new String(TEXT, StandardCharsets.US_ASCII).stripTrailing().getBytes(StandardCharsets.US_ASCII);
        return new KnownFile(name, "data", 0, TEXT.length, sum(TEXT), sum(lines), found);
    }

    private KnownData data(KnownFile... files) {
        return data(List.of(cache), files);
    }

    private static KnownData data(List<Path> roots, KnownFile... files) {
        KnownDataset set = new KnownDataset(
                "toy",
                "toy-folder",
                "A toy",
                "https://example.org/toy",
                "none",
                "complete",
                "counts",
                "csv",
                null,
                List.of(),
                0,
                "",
                List.of(files));
        return new KnownData(List.of(set), new CacheFolders(roots));
    }

    @Test
    void aFileIsDownloadedOnceWithProgress() throws IOException {
        served.put("/toy.csv", TEXT);
        KnownData data = data(file("toy.csv", "/toy.csv"));
        assertThat(data.locate("toy")).isEmpty();
        List<Long> told = new ArrayList<>();
        Path path = data.get("toy", (name, done, total) -> {
            assertThat(total).isEqualTo(TEXT.length);
            told.add(done);
        });
        assertThat(path).isEqualTo(cache.resolve("toy-folder/toy.csv")).hasBinaryContent(TEXT);
        assertThat(told).isSorted().first().isEqualTo(0L);
        assertThat(told).last().isEqualTo((long) TEXT.length);
        assertThat(data.get("toy/toy.csv", Progress.NONE)).isEqualTo(path);
        assertThat(data.locate("toy")).contains(path);
        assertThat(asked).containsExactly("/toy.csv");
        assertThat(Files.exists(cache.resolve("toy-folder/toy.csv.part"))).isFalse();
    }

    @Test
    void aBrokenDownloadGoesOnWhereItStopped() {
        served.put("/toy.csv", TEXT);
        KnownData data = data(file("toy.csv", "/toy.csv"));
        breakAfter = 100_000;
        assertThatThrownBy(() -> data.get("toy", Progress.NONE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/toy.csv (")
                .hasMessageContaining("goes on where it stopped")
                .hasMessageContaining("get it from https://example.org/toy and put it at");
        assertThat(data.locate("toy")).isEmpty();
        breakAfter = -1;
        assertThat(data.get("toy", Progress.NONE)).hasBinaryContent(TEXT);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).matches("/toy.csv bytes=[1-9][0-9]*-");
    }

    @Test
    void halvesThatDoNotFitAreFetchedAnew() throws IOException {
        served.put("/toy.csv", TEXT);
        Path part = Files.createDirectories(cache.resolve("toy-folder")).resolve("toy.csv.part");
        Files.writeString(part, "of another version");
        assertThat(data(file("toy.csv", "/toy.csv")).get("toy", Progress.NONE)).hasBinaryContent(TEXT);
        Files.delete(cache.resolve("toy-folder/toy.csv"));
        Files.write(part, Arrays.copyOf(TEXT, TEXT.length + 10));
        assertThat(data(file("toy.csv", "/toy.csv")).get("toy", Progress.NONE)).hasBinaryContent(TEXT);
    }

    @Test
    void gzipIsKeptAndCheckedUnpacked() throws IOException {
        served.put("/toy.csv.gz", gzip(TEXT));
        Path path = data(file("toy.csv", "/toy.csv.gz")).get("toy", Progress.NONE);
        assertThat(path).isEqualTo(cache.resolve("toy-folder/toy.csv.gz")).hasBinaryContent(gzip(TEXT));
        byte[] cut = Arrays.copyOf(gzip(TEXT), 1000);
        served.put("/cut.csv.gz", cut);
        assertThatThrownBy(() -> data(file("cut.csv", "/cut.csv.gz")).get("toy", Progress.NONE))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void otherLineEndsAreTheSameText() {
        String windows = new String(TEXT, StandardCharsets.US_ASCII).replace("\n", "\r\n") + "\r\n";
        served.put("/toy.csv", windows.getBytes(StandardCharsets.US_ASCII));
        assertThat(data(file("toy.csv", "/toy.csv")).get("toy", Progress.NONE)).exists();
    }

    @Test
    void anotherContentIsRefusedAndNotKept() {
        byte[] other = TEXT.clone();
        other[500] ^= 1;
        served.put("/toy.csv", other);
        assertThatThrownBy(() -> data(file("toy.csv", "/toy.csv")).get("toy", Progress.NONE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("its SHA-256 is " + sum(other) + ", not " + sum(TEXT));
        assertThat(cache.resolve("toy-folder")).isEmptyDirectory();
    }

    @Test
    void theNextSourceIsTriedAndEachFailureNamed() {
        served.put("/second", TEXT);
        assertThat(data(file("toy.csv", "/first", "/second")).get("toy", Progress.NONE))
                .hasBinaryContent(TEXT);
        assertThatThrownBy(() -> data(file("b.csv", "/b1", "/b2")).get("toy", Progress.NONE))
                .hasMessageContaining("/b1 (the server answered 404) or http://")
                .hasMessageContaining("/b2 (the server answered 404)");
    }

    @Test
    void archivesAreFetchedOnceForAllTheirMembers() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("in/a.csv", "in/b.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TEXT);
            }
        }
        served.put("/all.zip", bytes.toByteArray());
        KnownData data = data(
                file("a.csv", "/all.zip!in/a.csv"),
                file("b.csv", "/all.zip!in/b.csv"),
                file("c.csv", "/all.zip!in/c.csv"));
        assertThat(data.get("toy", Progress.NONE)).hasBinaryContent(TEXT);
        assertThat(data.get("toy/b.csv", Progress.NONE)).hasBinaryContent(TEXT);
        assertThat(asked).containsExactly("/all.zip");
        assertThatThrownBy(() -> data.get("toy/c.csv", Progress.NONE)).hasMessageContaining("holds no in/c.csv");
    }

    @Test
    void anInterruptStopsADownloadAndIsKept() {
        served.put("/toy.csv", TEXT);
        KnownData data = data(file("toy.csv", "/toy.csv"));
        Throwable stopped = catchThrowable(() -> data.get("toy", (name, done, total) -> {
            if (done > 0) {
                Thread.currentThread().interrupt();
            }
        }));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped).isInstanceOf(InvalidInput.class).hasMessageContaining("was interrupted");
        assertThat(data.get("toy", Progress.NONE)).hasBinaryContent(TEXT);
    }

    @Test
    void withoutAServerItSaysWhereToPutTheFile() {
        KnownData data = data(file("toy.csv", "/toy.csv"));
        server.stop(0);
        assertThatThrownBy(() -> data.get("toy", Progress.NONE))
                .hasMessageContaining("no connection")
                .hasMessageContaining("put it at " + cache.resolve("toy-folder/toy.csv"));
    }

    @Test
    void aFileWithoutSourceSaysWhereToGetIt() {
        assertThatThrownBy(() -> data(file("toy.csv")).get("toy", Progress.NONE))
                .hasMessageContaining("cannot be downloaded by itself; get it from https://example.org/toy");
    }

    @Test
    void aWrongFileInTheCacheIsLeftAlone() throws IOException {
        Path path = Files.createDirectories(cache.resolve("toy-folder")).resolve("toy.csv");
        Files.writeString(path, "mine");
        assertThatThrownBy(() -> data(file("toy.csv", "/toy.csv")).get("toy", Progress.NONE))
                .hasMessageContaining("is not the one of data set 'toy'");
        assertThat(path).hasContent("mine");
    }

    @Test
    void aReadOnlyFolderServesAndDownloadsGoElsewhere() throws IOException {
        Path locked = cache.resolve("locked");
        Path mine = cache.resolve("mine");
        Files.createDirectories(locked.resolve("toy-folder"));
        Files.write(locked.resolve("toy-folder/a.csv"), TEXT);
        served.put("/b.csv", TEXT);
        for (Path folder : List.of(locked.resolve("toy-folder"), locked)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        try {
            KnownData data = data(List.of(locked, mine), file("a.csv", "/a.csv"), file("b.csv", "/b.csv"));
            assertThat(data.get("toy", Progress.NONE)).isEqualTo(locked.resolve("toy-folder/a.csv"));
            assertThat(data.get("toy/b.csv", Progress.NONE)).isEqualTo(mine.resolve("toy-folder/b.csv"));
        } finally {
            for (Path folder : List.of(locked, locked.resolve("toy-folder"))) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    @Test
    void foldersFollowTheEnvironment() {
        assertThat(CacheFolders.of(Map.of(), "/h").roots()).containsExactly(Path.of("/h/.cache/fenchel"));
        assertThat(CacheFolders.of(Map.of("XDG_CACHE_HOME", "/x", "FENCHEL_DATA", "/d"), "/h")
                        .roots())
                .containsExactly(Path.of("/d"), Path.of("/x/fenchel"));
        assertThat(CacheFolders.of(Map.of("XDG_CACHE_HOME", "relative"), "/h").roots())
                .containsExactly(Path.of("/h/.cache/fenchel"));
    }
}
