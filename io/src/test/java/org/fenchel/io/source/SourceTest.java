package org.fenchel.io.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.fenchel.data.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTest {
    @TempDir
    Path folder;

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        return packed.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(3).nextBytes(bytes);
        for (int k = 0; k < length; k++) {
            bytes[k] = (byte) ('a' + (bytes[k] & 15));
        }
        return bytes;
    }

    private static byte[] readAll(Source source) {
        byte[] into = new byte[1 << 20];
        try (TextInput in = source.open()) {
            return Arrays.copyOf(into, in.read(into, 0, into.length));
        }
    }

    private static String message(Source source) {
        try {
            readAll(source);
        } catch (InvalidInput e) {
            return e.getMessage();
        }
        throw new AssertionError("not refused");
    }

    @Test
    void unpacksGzipWhateverItsName() throws IOException {
        byte[] text = noise(100_000);
        Path file = folder.resolve("plain.txt");
        Files.write(file, gzip(text));
        assertThat(readAll(Source.of(file))).isEqualTo(text);
        Files.write(file, text);
        assertThat(readAll(Source.of(file))).isEqualTo(text);
    }

    @Test
    void readsEveryMemberOfAGzipFile() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(gzip("1,2\n".getBytes(StandardCharsets.UTF_8)));
        two.writeBytes(gzip("3,4\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(readAll(Source.of("t", two.toByteArray()))).asString().isEqualTo("1,2\n3,4\n");
    }

    @Test
    void tellsTruncatedFromCorruptGzip() throws IOException {
        byte[] packed = gzip(noise(100_000));
        assertThat(message(Source.of("t", Arrays.copyOf(packed, packed.length / 2))))
                .isEqualTo("t: the gzip data end too early, the file is truncated; fetch it again");
        assertThat(message(Source.of("t", Arrays.copyOf(packed, 5)))).contains("truncated");
        packed[packed.length / 2] ^= 0x55;
        assertThat(message(Source.of("t", packed)))
                .startsWith("t: the gzip data are corrupt (")
                .endsWith("; fetch it again");
        byte[] badHeader = gzip(noise(10));
        badHeader[2] = 77;
        assertThat(message(Source.of("t", badHeader))).contains("corrupt");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> Source.of(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(folder + ": this is a directory; name a file in it");
        Path absent = folder.resolve("absent.csv");
        assertThatThrownBy(() -> Source.of(absent))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(absent + ": there is no such file; check the path");
    }
}
