package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.fenchel.cli.console.Exit;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of pictures in IDX files. */
class PicturesCommandTest {
    private static final int SIDE = 4;

    @TempDir
    Path folder;

    /** Pictures of 4 x 4 pixels whose bright corner is their label. */
    private void pictures(String part, int n, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        ByteBuffer images = ByteBuffer.allocate(16 + n * SIDE * SIDE);
        images.putInt(0x803).putInt(n).putInt(SIDE).putInt(SIDE);
        ByteBuffer labels = ByteBuffer.allocate(8 + n);
        labels.putInt(0x801).putInt(n);
        int[] corners = {0, SIDE - 1, SIDE * (SIDE - 1), SIDE * SIDE - 1};
        for (int i = 0; i < n; i++) {
            byte[] pixels = new byte[SIDE * SIDE];
            pixels[5] = (byte) random.nextInt(256);
            pixels[corners[i % 4]] = (byte) (128 + random.nextInt(128));
            images.put(pixels);
            labels.put((byte) (i % 4));
        }
        Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
        Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Outcome good(String... args) {
        Outcome outcome = Outcome.of(args);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome;
    }

    @Test
    void aFolderHasPicturesToTrainOnAndToTestWith() throws IOException {
        pictures("train", 80, 1);
        pictures("t10k", 20, 2);
        String model = path("corners.fenchel");
        Outcome trained =
                good("train", "multinomial", folder.toString(), "--l2", "1e-3", "--solver", "lbfgs", "--out", model);
        assertThat(trained.out())
                .contains("80 rows, 16 features", "r1c4", "Test    on 20 rows of t10k-images-idx3-ubyte:");
        JsonObject json = good("evaluate", model, folder.toString(), "--json").json();
        assertThat(json.whole("n")).isEqualTo(20);
        assertThat(json.object("metrics").object("accuracy").number("value")).isEqualTo(1);
        JsonObject onTrain = good("evaluate", model, path("train-images-idx3-ubyte"), "--json")
                .json();
        assertThat(onTrain.whole("n")).isEqualTo(80);
        assertThat(good("inspect", model, "--json").json().object("provenance").text("data"))
                .isEqualTo("train-images-idx3-ubyte");
    }

    @Test
    void onePictureIsNamed() throws IOException {
        pictures("train", 80, 1);
        pictures("t10k", 20, 2);
        String model = path("corners.fenchel");
        good("train", "multinomial", folder.toString(), "--l2", "1e-3", "--quiet", "--out", model);
        List<String> lines =
                good("predict", model, folder.toString(), "--rows", "7").outLines();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("label,0,1,2,3");
        assertThat(lines.get(1)).startsWith("2,0.");
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
        String images = path("t10k-images-idx3-ubyte");
        assertThat(good("predict", model, images).outLines()).hasSize(21).contains(lines.get(1));
        Outcome evaluated = Outcome.of("evaluate", model, images);
        assertThat(evaluated.exit()).isEqualTo(Exit.DATA);
        assertThat(evaluated.err()).contains("t10k-images-idx3-ubyte: these pictures have no labels");
    }

    @Test
    void aShareMayBeHeldOutInstead() throws IOException {
        pictures("train", 80, 1);
        pictures("t10k", 20, 2);
        JsonObject json = good(
                        "train", "multinomial", folder.toString(), "--l2", "1e-3", "--test-split", "0.5", "--json")
                .json();
        assertThat(json.object("test").whole("n")).isEqualTo(40);
    }

    @Test
    void twoClassesOfPicturesSuitTheOtherTasks() throws IOException {
        pictures("train", 2, 1);
        JsonObject json = good("train", "logistic", path("train-images-idx3-ubyte"), "--l2", "1e-3", "--json")
                .json();
        assertThat(json.text("positive")).isEqualTo("1");
        assertThat(json.whole("d")).isEqualTo(16);
    }

    @Test
    void whatDoesNotFitIsTold() throws IOException {
        pictures("train", 80, 1);
        String model = path("corners.fenchel");
        good("train", "multinomial", folder.toString(), "--l2", "1e-3", "--quiet", "--out", model);
        Outcome noTest = Outcome.of("evaluate", model, folder.toString());
        assertThat(noTest.exit()).isEqualTo(Exit.DATA);
        assertThat(noTest.err()).contains("there is no file of images like t10k-images-idx3-ubyte in this folder");
        ByteBuffer large = ByteBuffer.allocate(16 + 25);
        large.putInt(0x803).putInt(1).putInt(5).putInt(5);
        Files.write(folder.resolve("large-images-idx3-ubyte"), large.array());
        assertThat(Outcome.of("predict", model, path("large-images-idx3-ubyte")).err())
                .contains("the pictures have 5 x 5 pixels where the model has 16 features");
        assertThat(Outcome.of("train", "multinomial", path("train-images-idx3-ubyte"), "--weight", "w")
                        .err())
                .contains("is a file of pictures, which has no columns for --weight");
        Files.write(folder.resolve("train-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 1, 5});
        Outcome disagree = Outcome.of("train", "multinomial", folder.toString());
        assertThat(disagree.exit()).isEqualTo(Exit.DATA);
        assertThat(disagree.err())
                .contains("there is 1 label for the 80 pictures of ")
                .hasLineCount(1);
    }

    @Test
    void digitsAreToldApart() {
        String mnist = ExampleFiles.data("mnist").toString();
        JsonObject json = good("train", "multinomial", mnist, "--l2", "1e-4", "--epochs", "10", "--json")
                .json();
        assertThat(json.whole("n")).isEqualTo(60_000);
        assertThat(json.object("test").whole("n")).isEqualTo(10_000);
        JsonObject accuracy = json.object("test").object("metrics").object("accuracy");
        assertThat(accuracy.number("value")).isGreaterThan(0.88);
    }
}
