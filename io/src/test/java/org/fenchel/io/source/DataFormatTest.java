package org.fenchel.io.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFormatTest {
    private static DataFormat detect(String text) {
        return DataFormat.detect(Source.of("t", text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
                    LIBSVM % 1 1:1 2:0.5;-1 3:1
                    LIBSVM % -1;-1;+1 4:1
                    LIBSVM % # comment; ;3.5 1:-1
                    LIBSVM % 1 1:abc;1 2:1
                    LIBSVM % 1 1:1 x
                    LIBSVM % spam 1:1 2:1
                    LIBSVM % 1:1 2:1
                    LIBSVM % 1 qid:1 1:1
                    LIBSVM % 1 0:1
                    LIBFFM % 0 1:7759:0.3651 2:7921:0.36
                    LIBFFM % 0 1:7:1;1 1:1;1 2:9:1
                    LIBSVM % 0 1:1;1 1:2:3
                    CSV    % a,b;1,2
                    CSV    % 1;2;3
                    CSV    % 1 2 3
                    CSV    % date time x;2012-06-21 13:44 3;2012-06-21 13:45 4
                    CSV    % when,x;13:44,1;13:45,2
                    CSV    % words in a row
                    """)
    void tellsTextFormats(DataFormat format, String lines) {
        assertThat(detect(lines.strip().replace(';', '\n') + "\n")).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
                    -1 |f 9:6.26e-02 14:3.3e-02 % t: this is Vowpal Wabbit's format ('label |namespace index:value ...')
                    PAR1x                       % t: this is a Parquet file
                    \\211HDF\\r\\n\\032\\n       % t: this is an HDF5 file
                    <!DOCTYPE html>             % t: this is a web page; download the data file itself
                    version https://git-lfs.github.com/spec/v1 % t: this is a Git LFS pointer
                    """)
    void refusesOthers(String text, String message) {
        assertThatThrownBy(() -> detect(text.translateEscapes()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> detect("")).hasMessage("t: the file is empty; give a file with data");
    }

    @ParameterizedTest
    @CsvSource({
        "LIBSVM, libsvm-a9a/a9a.gz",
        "LIBSVM, libsvm-w8a/w8a.gz",
        "LIBSVM, reuters-money-lasvm/reuters.tst.gz",
        "LIBSVM, libsvm-abalone-scale/abalone_scale",
        "LIBSVM, libsvm-german-scale/german_scale.txt",
        "LIBFFM, criteo-ffm-sample/small_train.txt",
        "CSV, spambase/spambase.data",
        "CSV, uci-boston-housing/housing.data",
        "CSV, usgs-earthquakes/all_month.csv",
        "CSV, sklearn-toy/diabetes_target.csv.gz",
        "CSV, uci-las-vegas-strip/LasVegasTripAdvisorReviews-Dataset.csv"
    })
    void tellsRealFiles(DataFormat format, String name) {
        assertThat(DataFormat.detect(RealData.file(name))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "rcv1-vw-sample/rcv1_small.dat, Vowpal Wabbit",
        "uci-bike-sharing/Bike-Sharing-Dataset.zip, zip archive",
        "movielens-1m/total_data.hdf5, HDF5",
        "seismic-tweet/tweet.rda, R data",
        "mnist/train-labels-idx1-ubyte.gz, byte 1 is zero",
        "spambase, directory"
    })
    void refusesRealFilesOfOtherFormats(String name, String what) {
        Path file = RealData.file(name); // outside, where it may skip the test
        assertThatThrownBy(() -> DataFormat.detect(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(what);
    }
}
