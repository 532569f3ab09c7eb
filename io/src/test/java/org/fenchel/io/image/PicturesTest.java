package org.fenchel.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.SparseRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    @TempDir
    private Path folder;

    private Path file(byte[] bytes) {
        return IdxFiles.write(folder.resolve("some-images-idx3-ubyte"), bytes);
    }

    private void refused(byte[] bytes, String... words) {
        assertThatThrownBy(() -> Pictures.read(file(bytes)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("some-images-idx3-ubyte: ")
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pixelsBecomeNumbersFromZeroToOne(boolean packed) {
        byte[] bytes = IdxFiles.twoPictures();
        Pictures pictures = Pictures.read(file(packed ? IdxFiles.gzip(bytes) : bytes));
        assertThat(pictures.n()).isEqualTo(2);
        assertThat(pictures.rows()).isInstanceOf(SparseRows.class);
        assertThat(pictures.pixelNames()).containsExactly("r1c1", "r1c2", "r1c3", "r2c1", "r2c2", "r2c3");
        assertThat(pictures.rows().dot(0, new double[] {1, 10, 100, 1000, 1e4, 1e5}))
                .isEqualTo(100 * 51 / 255.0);
        assertThat(pictures.rows().dot(1, new double[] {1, 10, 100, 1000, 1e4, 1e5}))
                .isEqualTo(1 + 1e5 * (102 / 255.0));
    }

    @Test
    void brightPicturesAreDense() {
        Pictures pictures = Pictures.read(file(IdxFiles.bytes(new int[] {1, 1, 3}, 255, 0, 128)));
        assertThat(((DenseRows) pictures.rows()).values()).containsExactly(1, 0, 128 / 255.0);
    }

    @Test
    void idxFilesAreKnownByTheirFirstBytes() {
        assertThat(Pictures.are(file(IdxFiles.twoPictures()))).isTrue();
        assertThat(Pictures.are(file(IdxFiles.gzip(IdxFiles.twoPictures())))).isTrue();
        assertThat(Pictures.are(file("0,0,8,3\n".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(Pictures.are(file(new byte[0]))).isFalse();
        assertThat(Pictures.are(folder)).isFalse();
        assertThat(Pictures.are(folder.resolve("nothing"))).isFalse();
    }

    @Test
    void mistakesAreToldWithTheirByte() {
        byte[] good = IdxFiles.twoPictures();
        for (int length = 4; length < good.length; length++) {
            refused(Arrays.copyOf(good, length), "at byte " + length + ", the file ends");
            refused(IdxFiles.gzip(Arrays.copyOf(good, length)), "at byte " + length + ", the file ends");
        }
        refused(Arrays.copyOf(good, good.length + 1), "at byte 28, something follows the last of the 12 bytes");
        byte[] floats = good.clone();
        floats[2] = 0x0d;
        refused(floats, "at byte 2, the numbers are of type 0x0d (floats)");
        refused(
                IdxFiles.bytes(new int[] {3}, 1, 2, 3),
                "at byte 3, there is 1 dimension where pictures have 3",
                "labels");
        refused(IdxFiles.bytes(new int[] {2, 0, 3}), "at byte 8, dimension 2 has length 0");
        refused(IdxFiles.bytes(new int[] {2, -1, 3}), "at byte 8, dimension 2 has length 4294967295");
        refused(IdxFiles.bytes(new int[] {60_000, 6_000, 6_000}), "at byte 12, the dimensions make more bytes");
        refused("label,pixel\n".getBytes(StandardCharsets.UTF_8), "this is no IDX file");
        refused(new byte[] {0, 0}, "this is no IDX file");
    }

    @Test
    void aHeaderThatPromisesTooMuchTakesNoMemory() {
        refused(IdxFiles.bytes(new int[] {2_000, 1_000, 1_000}, 1, 2, 3), "at byte 19, the file ends where 1999999997");
    }
}
