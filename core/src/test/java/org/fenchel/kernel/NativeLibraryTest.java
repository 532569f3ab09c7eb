package org.fenchel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NativeLibraryTest {
    @Test
    void givesTheGramMatrixOfPlainJava() {
        int n = 37;
        int k = 50;
        SplittableRandom random = new SplittableRandom(5);
        double[] b = random.doubles((long) 52 * n, -1, 1).toArray();
        double[] plain = new double[n * n];
        Symmetric.addGram(n, k, b, plain);
        assertThat(NativeLibrary.serves(1e12))
                .as("the library loads on this platform")
                .isTrue();
        double[] fast = new double[n * n];
        NativeLibrary.addGram(n, k, b, fast);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                // 50 products of at most 1: rounding is below 50 ulps of 50
                assertThat(fast[i * n + j]).isCloseTo(plain[i * n + j], within(1e-12));
            }
        }
    }

    @Test
    void factorsLikePlainJava() {
        int n = 33;
        double[] b = new SplittableRandom(7).doubles((long) 44 * n, -1, 1).toArray();
        double[] a = new double[n * n];
        Symmetric.addGram(n, 40, b, a);
        for (int i = 0; i < n; i++) {
            a[i * n + i] += 1;
        }
        double[] fast = a.clone();
        assertThat(Symmetric.cholesky(n, a)).isTrue();
        assertThat(NativeLibrary.serves(1e12) && OpenBlas.cholesky(n, fast)).isTrue();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                assertThat(fast[i * n + j]).isCloseTo(a[i * n + j], within(1e-12));
            }
        }
    }

    @Test
    void isNotAskedForSmallWork() {
        assertThat(NativeLibrary.serves(1e6)).isFalse();
    }

    /** Another platform, as it were: a class path on which the library is not to be found. */
    @Test
    void givesWayToPlainJavaWithOneLineOfNotice() throws ReflectiveOperationException, IOException {
        URL[] classes = Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> !entry.contains("bytedeco"))
                .map(entry -> {
                    try {
                        return Path.of(entry).toUri().toURL();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(URL[]::new);
        try (URLClassLoader elsewhere = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            Class<?> library = elsewhere.loadClass(NativeLibrary.class.getName());
            assertThat(library.getMethod("serves", double.class).invoke(null, 1e12))
                    .isEqualTo(false);
            Optional<?> notice = (Optional<?>) library.getMethod("notice").invoke(null);
            assertThat(notice).isPresent();
            assertThat((String) notice.orElseThrow()).contains("OpenBLAS").doesNotContain("\n");
            // and the work is done all the same
            double[] a = {4, 0, 2, 5};
            Object factored = elsewhere
                    .loadClass(Symmetric.class.getName())
                    .getMethod("cholesky", int.class, double[].class)
                    .invoke(null, 2, a);
            assertThat(factored).isEqualTo(true);
            assertThat(a).containsExactly(2, 0, 1, 2);
        }
    }
}
