package org.fenchel.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {
    @TempDir
    private Path folder;

    private Path images(String name) {
        return IdxFiles.write(folder.resolve(name), IdxFiles.twoPictures());
    }

    private Path labels(String name, int... labels) {
        return IdxFiles.write(folder.resolve(name), IdxFiles.bytes(new int[] {labels.length}, labels));
    }

    @Test
    void filesAreFoundByTheirNames() {
        assertThat(PictureFolder.is(folder)).isFalse();
        Path train = images("train-images-idx3-ubyte");
        IdxFiles.write(folder.resolve("train-images-idx3-ubyte.gz"), IdxFiles.gzip(IdxFiles.twoPictures()));
        assertThat(PictureFolder.is(folder)).isTrue();
        assertThat(PictureFolder.of(folder).trainImages()).isEqualTo(train);
        assertThat(PictureFolder.of(folder).hasTest()).isFalse();
        assertThatThrownBy(() -> PictureFolder.of(folder).testImages())
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there is no file of images like t10k-images-idx3-ubyte");
        Path test = images("emnist-letters-test-images-idx3-ubyte");
        assertThat(PictureFolder.of(folder).testImages()).isEqualTo(test);
        images("t10k-images.idx3-ubyte");
        assertThatThrownBy(() -> PictureFolder.of(folder).testImages())
                .hasMessageContaining("more than one file of images could be meant");
    }

    @Test
    void labelsLieBesideTheirImages() {
        Path images = images("train-images-idx3-ubyte");
        assertThat(LabelledPictures.labelsBeside(images)).isEmpty();
        Path labels = labels("train-labels-idx1-ubyte", 7, 200);
        assertThat(LabelledPictures.labelsBeside(images)).contains(labels);
        Dataset dataset = LabelledPictures.read(images, labels).dataset();
        assertThat(dataset.targets()).containsExactly(7, 200);
        assertThat(dataset.featureNames()).hasSize(6).startsWith("r1c1");
        assertThat(LabelledPictures.labelsBeside(folder.resolve("other"))).isEmpty();
    }

    @Test
    void labelsMustAgreeInNumber() {
        Path images = images("train-images-idx3-ubyte");
        Path labels = labels("train-labels-idx1-ubyte", 1, 2, 3);
        assertThatThrownBy(() -> LabelledPictures.read(images, labels))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("train-labels-idx1-ubyte: there are 3 labels for the 2 pictures of ")
                .hasMessageContaining("train-images-idx3-ubyte");
        assertThatThrownBy(() -> LabelledPictures.read(images, images)).hasMessageContaining("labels have 1");
    }

    @Test
    void mnistIsRead() {
        PictureFolder mnist = PictureFolder.of(RealData.file("mnist"));
        Path images = mnist.testImages();
        LabelledPictures test = LabelledPictures.read(
                images, LabelledPictures.labelsBeside(images).orElseThrow());
        assertThat(test.pictures().n()).isEqualTo(10_000);
        assertThat(test.pictures().height()).isEqualTo(28);
        assertThat(test.dataset().d()).isEqualTo(784);
        assertThat(test.labels()).startsWith(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
        assertThat(test.pictures().rows().nonZeros()).isEqualTo(1_511_219);
    }
}
