package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of the choices around a fit that do not suit one another. */
class SelectionMistakesTest {
    private static final String CANCER = ExampleFiles.example("breast-cancer.csv");
    private static final String DIABETES = ExampleFiles.example("diabetes.csv");

    private static Outcome train(String... args) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(Arrays.asList(args));
        return Outcome.of(all.toArray(String[]::new));
    }

    private static String[] with(String[] common, String... first) {
        List<String> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(common));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--cv 1 | 2 folds or more",
                "--cv 300 | too few for 300 folds",
                "--path | no penalty to go along",
                "--l1 auto | add --path --cv 5",
                "--path=1 --l1 auto | 2 penalties or more",
                "--l1 abc | is not a number",
                "--l1 nan | is not a number",
                "--l1 1e9 --path | leaves nothing to gain already",
                "--validation 1 | share between 0 and 1",
                "--validation 0.2 --cv 5 | give one of them",
                "--validation 0.0001 | leaves one side",
                "--patience 3 | --patience has no effect",
                "--validation 0.2 --patience 0 | above 0",
                "--rule 1se --cv 5 | nothing to choose from",
                "--rule half --cv 5 --path --l1 auto | known: best, 1se",
                "--score auc | nothing to judge by",
                "--score rmse --cv 5 | known: log-loss, auc",
                "--class-weight benign | write balanced",
                "--class-weight benign=x | number above 0",
                "--class-weight good=2 | known: benign, malignant",
                "--class-weight benign=2,benign=3 | twice",
                "--standard-errors --l2 1 | have no standard errors",
                "--standard-errors=sometimes | known: model, robust",
                "--standard-errors --scale standard | separate the classes",
                "--standard-errors --path --l1 auto | leave one of them out",
            })
    void mistakesAreOneClearLine(String options, String message) {
        Outcome outcome = train(with(options.split(" "), "logistic", CANCER, "--target", "diagnosis", "--quiet"));
        assertThat(outcome.exit()).isBetween(2, 3);
        assertThat(outcome.errLines()).hasSize(1);
        assertThat(outcome.err()).contains(message);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void optionalValuesLeaveTheFileAlone() {
        JsonObject json = train("linear", "--path", DIABETES, "--target", "progression", "--l1", "auto", "--json")
                .json();
        assertThat(json.object("selection").objects("path")).hasSize(50);
        Outcome errors = train("linear", "--standard-errors", DIABETES, "--target", "progression");
        assertThat(errors.exit()).as(errors.err()).isZero();
        assertThat(errors.out()).contains("with model standard errors");
    }
}
