package org.fenchel.io.libsvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.fenchel.data.Dataset;
import org.fenchel.io.RealData;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibsvmRealDataTest {
    /** Counts as published. */
    @ParameterizedTest
    @CsvSource({
        "libsvm-a9a/a9a.gz, 32561, 123, 7841, 451592, IndicatorRows",
        "libsvm-a9a/a9a.t.gz, 16281, 122, 3846, 225731, IndicatorRows",
        "libsvm-w8a/w8a.gz, 49749, 300, 1479, 579586, IndicatorRows",
        "reuters-money-lasvm/reuters.trn.gz, 7770, 8315, 538, 339837, SparseRows",
        "reuters-money-lasvm/reuters.tst.gz, 3299, 8315, 179, 136821, SparseRows",
        "libsvm-german-scale/german_scale.txt, 1000, 24, 300, 23001, SparseRows",
        "libsvm-abalone-scale/abalone_scale, 4177, 8, 1, 32080, SparseRows"
    })
    void hasTheShape(String name, int n, int d, int ones, long nonZeros, String storage) {
        Dataset data = LibsvmReader.read(RealData.file(name), 0);
        assertThat(data.n()).isEqualTo(n);
        assertThat(data.d()).isEqualTo(d);
        assertThat(Arrays.stream(data.targets()).filter(y -> y == 1)).hasSize(ones);
        assertThat(data.rows().nonZeros()).isEqualTo(nonZeros);
        assertThat(data.rows().getClass().getSimpleName()).isEqualTo(storage);
        Source source = Source.of(RealData.file(name));
        LibsvmData.assertEqual(LibsvmReader.read(source, 0, new Blocks.Plan(3, 3001)), data);
    }

    @Test
    void keepsRowsWithoutFeatures() {
        Dataset data = LibsvmReader.read(RealData.file("libsvm-w8a/w8a.gz"), 0);
        int empty = 0;
        for (int i = 0; i < data.n(); i++) {
            empty += data.rows().squaredNorm(i) == 0 ? 1 : 0;
        }
        assertThat(empty).isEqualTo(4203);
    }
}
