package org.fenchel.io.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import org.fenchel.io.RealData;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.Source;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRealDataTest {
    private static Table read(String name) {
        return CsvReader.read(RealData.file(name), CsvText.KEEP);
    }

    private static double sum(Table table, String column) {
        return Arrays.stream(CsvText.numbers(table, column))
                .filter(x -> !Double.isNaN(x))
                .sum();
    }

    /** Counts as published; the columns that are no numbers are part of what must be right. */
    @ParameterizedTest
    @CsvSource({
        "spambase/spambase.data, 4601, 58, 0",
        "uci-wine-quality-white/winequality-white.csv, 4898, 12, 0",
        "uci-facebook-metrics/dataset_Facebook.csv, 500, 19, 1",
        "uci-las-vegas-strip/LasVegasTripAdvisorReviews-Dataset.csv, 504, 20, 13",
        "uci-online-news-popularity-partial/testData.csv.gz, 7928, 60, 0",
        "kaggle-liberty-mutual/train.csv.gz, 50999, 34, 16",
        "uci-abalone/abalone.csv, 4177, 9, 1",
        "uci-breast-cancer-wisconsin/breast-cancer-wisconsin.data, 699, 11, 0",
        "uci-covtype-first20k/covtype.20k.data.gz, 20000, 55, 0",
        "uci-boston-housing/housing.data, 506, 14, 0",
        "casdatasets-claims/pg15training.derived.csv.gz, 100021, 20, 6",
        "casdatasets-claims/beMTPL97.derived.csv.gz, 163212, 18, 4",
        "casdatasets-claims/ausprivauto0405.derived.csv.gz, 67856, 9, 4",
        "casdatasets-claims/sgautonb.derived.csv.gz, 7483, 15, 2",
        "movielens-100k/u.data, 100000, 4, 0",
        "movielens-1m/ratings.derived.tsv.gz, 1000209, 3, 0",
        "lobster-aapl-sample/AAPL_2012-06-21_34200000_37800000_message_50.csv.gz, 91997, 6, 0",
        "sklearn-toy/digits.csv.gz, 1797, 65, 0",
        "sklearn-toy/diabetes_data_raw.csv.gz, 442, 10, 0",
        "sklearn-toy/diabetes_target.csv.gz, 442, 1, 0",
        "criteo-tiny/train.tiny.csv, 1999, 41, 26",
        "avazu-tiny/tr.rx.csv, 2994, 24, 9",
        "usgs-earthquakes/all_month.csv, 9847, 22, 10",
        "usgs-earthquakes/database.csv.gz, 23412, 21, 9",
        "seismic-tweet/tweet.derived.csv.gz, 15563, 2, 0",
        "snap-college-msg/CollegeMsg.txt, 59835, 3, 0",
        "ptprocess-earthquakes/Tangshan.txt.gz, 455, 10, 0"
    })
    void hasTheShape(String name, int rows, int columns, int categorical) {
        Table table = read(name);
        assertThat(table.n()).isEqualTo(rows);
        assertThat(table.columns()).hasSize(columns);
        assertThat(table.columns().stream().filter(Column.Categorical.class::isInstance))
                .hasSize(categorical);
        Source source = Source.of(RealData.file(name));
        CsvText.assertEqual(CsvReader.read(source, CsvText.KEEP, new Blocks.Plan(3, 3001)), table);
    }

    @Test
    void hasTheValues() {
        assertThat(sum(read("spambase/spambase.data"), "c58")).isEqualTo(1813);
        assertThat(sum(read("uci-abalone/abalone.csv"), "c9") / 4177).isBetween(9.933, 9.935);
        assertThat(sum(read("casdatasets-claims/pg15training.derived.csv.gz"), "Numtppd"))
                .isEqualTo(14748);
        assertThat(sum(read("casdatasets-claims/beMTPL97.derived.csv.gz"), "nclaims"))
                .isEqualTo(20215);
        assertThat(sum(read("casdatasets-claims/ausprivauto0405.derived.csv.gz"), "ClaimNb"))
                .isEqualTo(4937);
        assertThat(sum(read("casdatasets-claims/sgautonb.derived.csv.gz"), "Clm_Count"))
                .isEqualTo(523);
        assertThat(sum(read("criteo-tiny/train.tiny.csv"), "Label")).isEqualTo(418);
        assertThat(sum(read("avazu-tiny/tr.rx.csv"), "click")).isEqualTo(522);
    }

    @Test
    void keepsTheMissingCells() {
        Table facebook = read("uci-facebook-metrics/dataset_Facebook.csv");
        assertThat(missing(facebook, "Paid")).isEqualTo(1);
        assertThat(missing(facebook, "like")).isEqualTo(1);
        assertThat(missing(facebook, "share")).isEqualTo(4);
        assertThat(missing(read("uci-breast-cancer-wisconsin/breast-cancer-wisconsin.data"), "c7"))
                .isEqualTo(16);
    }

    @Test
    void refusesTheMissingCells() {
        Path file = RealData.file("uci-breast-cancer-wisconsin/breast-cancer-wisconsin.data");
        assertThatThrownBy(() -> CsvReader.read(file, new CsvFormat()))
                .hasMessageEndingWith("breast-cancer-wisconsin.data:24:7: column 'c7' has no value but '?'; "
                        + "fill it in, or use --missing mean or --missing drop");
    }

    @Test
    void readsTheDecimalComma() {
        Table hotels = read("uci-las-vegas-strip/LasVegasTripAdvisorReviews-Dataset.csv");
        assertThat(CsvText.numbers(hotels, "Hotel stars"))
                .contains(3, 3.5, 4, 4.5, 5)
                .hasSize(504);
        assertThat(Arrays.stream(CsvText.numbers(hotels, "Member years")).min()).hasValue(-1806);
        assertThat(((Column.Categorical) hotels.column("Hotel name")).levels()).hasSize(21);
    }

    @Test
    void refusesOtherEncodings() {
        Path file = RealData.file("movielens-100k/u.item");
        assertThatThrownBy(() -> CsvReader.read(file, CsvText.KEEP)).hasMessageContaining("u.item:543:2: the cell ");
    }

    private static long missing(Table table, String column) {
        return Arrays.stream(CsvText.numbers(table, column))
                .filter(Double::isNaN)
                .count();
    }
}
