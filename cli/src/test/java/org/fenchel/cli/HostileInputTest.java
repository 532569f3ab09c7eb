package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fenchel.io.hash.Sha256;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a user gives, by mistake or on purpose: one clear line that names the place and a cure, exit code 2 (the command
 * line) or 3 (the data), no stack trace, and every file as it was.
 */
class HostileInputTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void writeFiles() throws IOException {
        new HostileFiles(folder).write();
    }

    /**
     * One bad command.
     *
     * @param exit the code it must end with
     * @param says what the line must hold, separated by {@code |}
     * @param command words separated by blanks, {@code @} before the names of files
     */
    record Case(int exit, String says, String command) {
        @Override
        public String toString() {
            return command;
        }
    }

    static Stream<Case> cases() {
        List<Case> all = new ArrayList<>();
        tables(all);
        bytes(all);
        libsvm(all);
        counts(all);
        roles(all);
        groups(all);
        options(all);
        losses(all);
        solvers(all);
        places(all);
        models(all);
        commands(all);
        return all.stream();
    }

    private static void tables(List<Case> all) {
        String linear = "train linear @%s --target y";
        add(all, 3, "empty.csv", linear);
        add(all, 3, "blank-lines.csv", linear);
        add(all, 3, "header-only.csv", linear);
        add(all, 3, "ragged-short.csv:3|2|3", linear);
        add(all, 3, "ragged-long.csv:3|4|3", linear);
        add(all, 3, "nan.csv:3:1|'a'|missing", linear);
        add(all, 3, "inf.csv:3:2", linear);
        add(all, 3, "minus-infinity.csv:3:2", linear);
        add(all, 3, "overflow.csv:3:2", linear);
        add(all, 3, "missing-cell.csv:3:2|'b'|drop", linear);
        add(all, 3, "word-among-numbers.csv:3:2|oops", linear + " --numeric b");
        add(all, 3, "target-missing-cell.csv:3:3|'y'", linear);
        add(all, 3, "target-missing-cell.csv:3:3|'y'", linear + " --missing mean");
        add(all, 3, "target-all-missing.csv:2", linear);
        add(all, 3, "target-all-missing.csv", linear + " --missing drop");
        add(all, 3, "column-all-missing.csv|'b'|exclude", linear + " --missing mean");
        add(all, 3, "target-words.csv:2:3|low", linear);
        add(all, 3, "one-class.csv|one class only", "train logistic @%s --target y");
        add(all, 3, "three-classes.csv|3 classes", "train logistic @%s --target y");
        add(all, 3, "good.csv|4 classes", "train svm @%s --target y");
        add(all, 3, "open-quote.csv:2", linear);
        add(all, 3, "after-quote.csv:2", linear);
        add(all, 3, "same-names.csv:1|'a'", linear);
        add(all, 3, "only-target.csv|feature", linear);
        add(all, 3, "good.csv|'z'|a, b, y", "train linear @%s --target z");
        add(all, 3, "good.csv|'Y'|did you mean 'y'", "train linear @%s --target Y");
        add(all, 3, "good.csv|7|3", "train linear @%s --target 7");
        add(all, 3, "good.csv|-9|3", "train linear @%s --target -9");
        add(all, 3, "good.csv", "train linear @%s --target 0");
        add(all, 2, "good.csv|--target|a, b, y", "train linear @%s");
        add(all, 3, "good.csv|'q'", linear + " --exclude q");
        add(all, 3, "good.csv|'q'", linear + " --categorical q");
        add(all, 3, "good.csv|'q'", linear + " --numeric q");
        add(all, 3, "good.csv|feature", linear + " --exclude a,b");
        add(all, 3, "good.csv|0.01", linear + " --test-split 0.01");
        add(all, 3, "classes.csv|'perhaps'|no, yes", "train logistic @%s --target class --positive perhaps");
    }

    private static void bytes(List<Case> all) {
        String linear = "train linear @%s --target y";
        for (String name : List.of(
                "truncated.csv.gz",
                "head-only.csv.gz",
                "wrong-checksum.csv.gz",
                "junk-inside.csv.gz",
                "junk.csv",
                "utf16.csv",
                "latin1.csv",
                "nul.csv",
                "picture.png",
                "table.parquet",
                "book.xlsx",
                "page.html",
                "object.json",
                "model-truncated.fenchel",
                "good.fenchel")) {
            add(all, 3, name, linear);
        }
        add(all, 3, "utf16.csv|UTF-16", linear);
        add(all, 3, "latin1.csv:1|UTF-8", linear);
        add(all, 3, "no-such-file.csv|no such file", linear);
        all.add(new Case(3, "folder", "train linear @. --target y"));
        all.add(new Case(3, "no-such-set|data list", "train linear no-such-set --target y"));
    }

    private static void libsvm(List<Case> all) {
        String logistic = "train logistic @%s --l2 1";
        for (String name : List.of(
                "twice",
                "descending",
                "index-zero",
                "index-negative",
                "index-overflow",
                "index-word",
                "no-colon",
                "no-value",
                "value-nan",
                "value-inf",
                "value-word",
                "value-overflow",
                "label-word",
                "label-nan",
                "label-missing")) {
            add(all, 3, name + ".libsvm:2", logistic);
        }
        add(all, 3, "two-colons.libsvm:2:6|not LIBSVM", logistic);
        add(all, 3, "one-class.libsvm|one class only", logistic);
        add(all, 3, "three-classes.libsvm|3 classes", logistic);
        add(all, 3, "truncated.libsvm.gz", logistic);
        add(all, 2, "good.libsvm|--weight", logistic + " --weight w");
        add(all, 2, "good.libsvm|--exclude", logistic + " --exclude x1");
    }

    private static void counts(List<Case> all) {
        String poisson = "train poisson @%s --target y --l2 1";
        add(all, 3, "count-negative.csv:3:2|-1", poisson);
        add(all, 3, "count-negative.csv:3:2|-1", poisson + " --link identity");
        add(all, 3, "count-words.csv:3:2|many", poisson);
        add(all, 3, "exposure-zero.csv:3:2|above 0", poisson + " --exposure e");
        add(all, 3, "exposure-zero.csv:3:2|above 0", poisson + " --exposure e --link identity");
        add(all, 3, "exposure-negative.csv:3:2|-2", poisson + " --exposure e");
        add(all, 3, "exposure-missing.csv:3:2", poisson + " --exposure e");
        add(all, 3, "exposure-words.csv:3:2|long", poisson + " --exposure e");
        add(all, 3, "exposure-words.csv|'e'", poisson + " --exposure e --link identity");
        add(all, 3, "good.csv|'f'", poisson + " --exposure f");
        add(all, 3, "all-zero-counts.csv|minimiser", poisson);
    }

    private static void roles(List<Case> all) {
        String linear = "train linear @%s --target y";
        add(all, 3, "weight-negative.csv:3:2|-2", linear + " --weight w");
        add(all, 3, "weight-zero.csv|weights", linear + " --weight w");
        add(all, 3, "weight-words.csv:3:2|heavy", linear + " --weight w");
        add(all, 3, "weight-missing.csv:3:2", linear + " --weight w");
        add(all, 3, "offset-words.csv:3:2|far", linear + " --offset o");
        add(all, 3, "good.csv|'w'", linear + " --weight w");
        add(all, 3, "good.csv|'y'|two roles", linear + " --weight y");
    }

    private static void groups(List<Case> all) {
        String start = "train linear @good.csv --target y --l1 0.1 --groups @%s";
        add(all, 3, "groups-unknown.txt:2|'c'", start);
        add(all, 3, "groups-twice.txt:3|'a'", start);
        add(all, 3, "groups-no-comma.txt:2|feature,group", start);
        add(all, 3, "groups-no-name.txt:2|feature,group", start);
        add(all, 3, "groups-junk.txt", start);
        add(all, 3, "groups-absent.txt", start);
        all.add(new Case(2, "--l1", "train linear @good.csv --target y --groups @groups.txt"));
        all.add(new Case(
                2, "--groups", "train linear @good.csv --target y --l1 1 --groups @groups.txt --constraint box(0,1)"));
    }

    private static void options(List<Case> all) {
        for (String option : List.of(
                "--l2 -1",
                "--l2 nan",
                "--l2 Infinity",
                "--l2 abc",
                "--l1 -0.5",
                "--tolerance -1",
                "--tolerance NaN",
                "--tolerance Infinity",
                "--epochs 0",
                "--epochs -3",
                "--epochs 1.5",
                "--seconds 0",
                "--seconds -1",
                "--test-split 1.5",
                "--test-split 1",
                "--test-split -0.1",
                "--test-split NaN",
                "--seed pi",
                "--scale huge",
                "--missing guess",
                "--constraint positive",
                "--constraint box(3,1)",
                "--constraint box(a,b)",
                "--constraint box(1)",
                "--delimiter ab",
                "--delimiter 7",
                "--decimal ;",
                "--delimiter , --decimal ,",
                "--header --no-header",
                "--json --quiet",
                "--numeric a --categorical a",
                "--l2",
                "--no-such-option")) {
            String value = option.substring(option.lastIndexOf(' ') + 1);
            all.add(new Case(2, value, "train linear @good.csv --target y " + option));
        }
    }

    private static void losses(List<Case> all) {
        String linear = "train linear @good.csv --target y ";
        all.add(new Case(2, "hubber|did you mean|huber", linear + "--loss hubber"));
        all.add(new Case(2, "hinge", linear + "--loss hinge"));
        all.add(new Case(2, "poisson-log", linear + "--loss poisson-log"));
        all.add(new Case(2, "--tau|quantile", linear + "--tau 0.3"));
        all.add(new Case(2, "tau|2", linear + "--loss quantile --tau 2"));
        all.add(new Case(2, "delta|-1", linear + "--loss huber --delta -1"));
        all.add(new Case(2, "epsilon|-1", linear + "--loss epsilon-insensitive --epsilon -1"));
        all.add(new Case(2, "--delta", linear + "--loss huber(delta=2) --delta 1"));
        all.add(new Case(2, "delt", linear + "--loss huber(delt=2)"));
        all.add(new Case(2, "logistic", "train logistic @classes.csv --target class --loss hinge"));
        all.add(new Case(2, "squared", "train svm @classes.csv --target class --loss squared"));
        all.add(new Case(2, "'sqrt'|identity", "train poisson @good.csv --target y --link sqrt"));
        all.add(new Case(2, "--link", "train linear @good.csv --target y --link log"));
    }

    private static void solvers(List<Case> all) {
        String linear = "train linear @good.csv --target y --solver ";
        all.add(new Case(2, "steepest|proximal-point", linear + "steepest"));
        all.add(new Case(2, "proximal-pint|did you mean", linear + "proximal-pint"));
        all.add(new Case(2, "btch|batch", linear + "proximal-point(btch=4)"));
        all.add(new Case(2, "batch|many", linear + "proximal-point(batch=many)"));
        all.add(new Case(2, "batch|-1", linear + "proximal-point(batch=-1)"));
        all.add(new Case(2, "step|-1", linear + "proximal-point(step=-1)"));
        all.add(new Case(2, "step|nan", linear + "proximal-point(step=nan)"));
        all.add(new Case(2, "order|sideways", linear + "proximal-point(order=sideways)"));
        all.add(new Case(2, "parenthesis", linear + "proximal-point(batch=4"));
    }

    private static void places(List<Case> all) {
        String linear = "train linear @good.csv --target y ";
        all.add(new Case(2, "no-folder|mkdir", linear + "--out @no-folder/m.fenchel"));
        all.add(new Case(2, "folder", linear + "--out @."));
        all.add(new Case(2, "good.csv", linear + "--out @good.csv/m.fenchel"));
        all.add(new Case(2, "no-folder", linear + "--trace @no-folder/trace.csv"));
        all.add(new Case(2, "no-folder", "predict @good.fenchel @good.csv --out @no-folder/p.csv"));
    }

    private static void models(List<Case> all) {
        for (String name : List.of(
                "model-truncated.fenchel",
                "model-no-end.fenchel",
                "model-first-line.fenchel",
                "model-flipped.fenchel",
                "model-newer.fenchel",
                "model-longer.fenchel",
                "good.csv",
                "empty.csv",
                "junk.csv",
                "no-such.fenchel")) {
            add(all, 3, name, "inspect @%s");
            add(all, 3, name, "predict @%s @good.csv");
        }
        all.add(new Case(3, "folder", "inspect @."));
        all.add(new Case(3, "lacks-column.csv|'b'", "predict @good.fenchel @lacks-column.csv"));
        all.add(new Case(3, "word-in-feature.csv:3:2|oops", "predict @good.fenchel @word-in-feature.csv"));
        all.add(new Case(3, "missing-cell.csv:3:2", "predict @good.fenchel @missing-cell.csv"));
        all.add(new Case(3, "ragged-short.csv:3", "predict @good.fenchel @ragged-short.csv"));
        all.add(new Case(3, "good.libsvm|table", "predict @good.fenchel @good.libsvm"));
        all.add(new Case(3, "good.csv|LIBSVM", "predict @libsvm.fenchel @good.csv"));
        all.add(new Case(3, "twice.libsvm:2", "predict @libsvm.fenchel @twice.libsvm"));
        all.add(new Case(3, "good.fenchel", "predict @good.fenchel @good.fenchel"));
        all.add(new Case(3, "lacks-target.csv|'y'", "evaluate @good.fenchel @lacks-target.csv"));
        all.add(new Case(3, "unknown-class.csv:3:3|maybe", "evaluate @classes.fenchel @unknown-class.csv"));
        all.add(new Case(3, "good.csv|'class'", "evaluate @classes.fenchel @good.csv"));
        all.add(new Case(3, "'z'", "evaluate @good.fenchel @good.csv --target z"));
        all.add(new Case(3, "junk.csv", "train linear @good.csv --target y --warm-start @junk.csv"));
        all.add(new Case(3, "classes.fenchel|svm", "train linear @good.csv --target y --warm-start @classes.fenchel"));
        all.add(new Case(2, "pi", "evaluate @good.fenchel @good.csv --seed pi"));
    }

    private static void commands(List<Case> all) {
        all.add(new Case(2, "trian|did you mean 'train'", "trian linear @good.csv"));
        all.add(new Case(2, "linaer|did you mean 'linear'", "train linaer @good.csv"));
        all.add(new Case(2, "what kind of model? add linear, logistic, svm, |poisson", "train"));
        all.add(new Case(2, "DATA", "train linear"));
        all.add(new Case(2, "good.csv", "train linear @good.csv @good.csv --target y"));
        all.add(new Case(2, "--taget|did you mean '--target'", "train linear @good.csv --taget y"));
        all.add(new Case(2, "DATA", "predict @good.fenchel"));
        all.add(new Case(2, "MODEL", "inspect"));
        all.add(new Case(2, "list", "data"));
        all.add(new Case(2, "lst|did you mean 'list'", "data lst"));
        all.add(new Case(3, "no-such-set", "data get no-such-set"));
        all.add(new Case(2, "--verbose", "--verbose"));
    }

    private static void add(List<Case> all, int exit, String says, String command) {
        String name = says.split("[|:]")[0];
        all.add(new Case(exit, says, String.format(command, name)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneLineAndNothingElse(Case hostile) throws IOException {
        Map<String, String> before = contents();
        String[] args = Stream.of(hostile.command().split(" "))
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new);
        Outcome outcome = Outcome.of(args);
        String message = outcome.err();
        assertThat(outcome.exit()).as(message).isEqualTo(hostile.exit());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.errLines()).as(message).hasSize(1);
        assertThat(message)
                .startsWith("fenchel")
                .doesNotContain("Exception", "\tat ", "null", "[]", "org.fenchel")
                .contains(hostile.says().split("\\|"));
        assertThat(message.contains("; ") || message.contains("did you mean"))
                .as("a cure in: " + message)
                .isTrue();
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void thereAreMoreThanAHundred() {
        assertThat(cases().count()).isGreaterThan(100);
    }

    private static Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Sha256.ofFile(file));
            }
        }
        return contents;
    }
}
