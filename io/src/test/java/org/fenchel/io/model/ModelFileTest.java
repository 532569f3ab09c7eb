package org.fenchel.io.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> models() {
        return Stream.of(
                arguments("table", Models.table()),
                arguments("counts", Models.counts()),
                arguments("plain rows", Models.rows(Scale.NONE)),
                arguments("scaled rows", Models.rows(Scale.STANDARD)));
    }

    private TrainedLinear read(Path file) {
        return ModelFile.read(file, TrainedLinear.class);
    }

    private byte[] bytes(TrainedModel model) throws IOException {
        Path file = folder.resolve("bytes.model");
        ModelFile.write(file, model);
        return Files.readAllBytes(file);
    }

    private InvalidInput refusal(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("bad.model"), bytes);
        try {
            read(file);
        } catch (InvalidInput refused) {
            return refused;
        }
        throw new AssertionError("it was read");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void whatIsWrittenIsReadBack(String name, TrainedLinear model) throws IOException {
        Path file = folder.resolve("new/folder/a.model");
        ModelFile.write(file, model);
        TrainedLinear back = read(file);
        assertThat(back.linear().weights()).isEqualTo(model.linear().weights());
        assertThat(back.linear().intercept()).isEqualTo(model.linear().intercept());
        assertThat(back.linear().loss()).isEqualTo(model.linear().loss());
        assertThat(back.featureNames()).isEqualTo(model.featureNames());
        assertThat(back.target()).isEqualTo(model.target());
        assertThat(back.training()).isEqualTo(model.training());
        assertThat(back.original().weights()).isEqualTo(model.original().weights());
        Path again = folder.resolve("again.model");
        ModelFile.write(again, back);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void theHeaderIsReadableText() throws IOException {
        String text = new String(bytes(Models.table()), StandardCharsets.ISO_8859_1);
        assertThat(text)
                .startsWith("fenchel-model 1 ")
                .contains("\"sha256\": \"ab12\"", "\"gap\": ", "\"column\": \"a\"");
    }

    @Test
    void filesWithoutAKindAreLinear() throws IOException {
        String text = new String(bytes(Models.table()), StandardCharsets.ISO_8859_1);
        String[] first = text.substring(0, text.indexOf('\n')).split(" ");
        String kind = "\"kind\": \"linear\",";
        int header = text.indexOf('\n') + 1;
        int length = Integer.parseInt(first[2]);
        String changed = text.substring(header, header + length).replaceFirst("\\s*" + kind, "");
        assertThat(changed).doesNotContain(kind).hasSizeLessThan(length);
        String body = "fenchel-model 1 " + changed.length() + " " + first[3] + "\n" + changed
                + text.substring(header + length, text.length() - 16);
        CRC32C sum = new CRC32C();
        sum.update(body.getBytes(StandardCharsets.ISO_8859_1));
        String old = body + String.format("crc32c %08x\n", sum.getValue());
        Path file = Files.write(folder.resolve("old.model"), old.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(file).linear().weights())
                .isEqualTo(Models.table().linear().weights());
    }

    @Test
    void aFileThatIsThereIsReplacedAndNothingStaysBeside() throws IOException {
        Path file = Files.writeString(folder.resolve("a.model"), "something else");
        ModelFile.write(file, Models.table());
        read(file);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void everyCutIsRefused() throws IOException {
        byte[] bytes = bytes(Models.rows(Scale.MINMAX));
        for (int length = 0; length < bytes.length; length++) {
            InvalidInput refused = refusal(Arrays.copyOf(bytes, length));
            assertThat(refused)
                    .hasMessageMatching(".*bad.model: (the model is cut short|this is not|the model is damaged).*");
        }
        assertThat(refusal(Arrays.copyOf(bytes, bytes.length - 1))).hasMessageContaining("cut short");
        assertThat(refusal(Arrays.copyOf(bytes, bytes.length + 1))).hasMessageContaining("something follows it");
    }

    @Test
    void everyChangedByteIsRefused() throws IOException {
        byte[] bytes = bytes(Models.rows(Scale.MINMAX));
        for (int k = 0; k < bytes.length; k++) {
            byte[] changed = bytes.clone();
            changed[k] ^= 1;
            assertThat(refusal(changed).getMessage()).isNotEmpty();
        }
    }

    @Test
    void whatIsNoModelOrNewerIsTold() throws IOException {
        assertThat(refusal("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not a Fenchel model");
        assertThat(refusal(new byte[500])).hasMessageContaining("not a Fenchel model");
        assertThat(refusal("fenchel-model 2 10 10\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("written by a newer Fenchel")
                .hasMessageContaining("update Fenchel");
        assertThat(refusal("fenchel-model 1 999999999999999 0\n{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("cut short");
    }

    @Test
    void aFileThatCannotBeReadOrWrittenIsTold() {
        assertThatThrownBy(() -> read(folder.resolve("none.model")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("none.model: there is no such file");
        assertThatThrownBy(() -> read(folder)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ModelFile.write(folder, Models.table()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("it is a folder");
    }
}
