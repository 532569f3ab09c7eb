package org.fenchel.io.libsvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.SparseRows;

/** Compares data sets entry by entry. */
final class LibsvmData {
    private LibsvmData() {}

    static void assertEqual(Dataset actual, Dataset expected) {
        assertThat(actual.targets()).isEqualTo(expected.targets());
        assertThat(actual.d()).isEqualTo(expected.d());
        assertThat(actual.rows()).hasSameClassAs(expected.rows());
        if (actual.rows() instanceof SparseRows one && expected.rows() instanceof SparseRows two) {
            assertThat(one.starts()).isEqualTo(two.starts());
            assertThat(one.columns()).isEqualTo(two.columns());
            assertThat(one.values()).isEqualTo(two.values());
        } else if (actual.rows() instanceof IndicatorRows one && expected.rows() instanceof IndicatorRows two) {
            assertThat(one.starts()).isEqualTo(two.starts());
            assertThat(one.columns()).isEqualTo(two.columns());
        }
    }
}
