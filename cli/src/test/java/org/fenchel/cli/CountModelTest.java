package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts and rates from the command line: what may be fitted, what exposures and offsets do, and how models are measured. */
class CountModelTest {
    /** The same rows as counts over exposures and as rates with weights. */
    private static final String COUNTS = "x,e,y\n0,1,2\n1,2,2\n2,4,1\n3,1,8\n0,2,5\n";

    private static final String RATES = "x,e,y\n0,1,2\n1,2,1\n2,4,0.25\n3,1,8\n0,2,2.5\n";

    @TempDir
    Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private String fit(String data, String... options) {
        String model = folder.resolve("m.fenchel").toString();
        Outcome outcome = train(data, options, "--quiet", "--out", model);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return model;
    }

    private static Outcome train(String data, String[] options, String... more) {
        List<String> args = new ArrayList<>(List.of("train", "poisson", data));
        args.addAll(List.of(options));
        args.addAll(List.of(more));
        return Outcome.of(args.toArray(String[]::new));
    }

    private static JsonObject evaluate(String model, String data, String... options) {
        List<String> args = new ArrayList<>(List.of("evaluate", model, data, "--json"));
        args.addAll(List.of(options));
        return Outcome.of(args.toArray(String[]::new)).json();
    }

    private static double metric(JsonObject evaluated, String name) {
        return evaluated.object("metrics").object(name).number("value");
    }

    private static List<Double> rates(String model, String data) {
        Outcome outcome = Outcome.of("predict", model, data);
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        return outcome.outLines().stream()
                .skip(1)
                .map(line -> Double.parseDouble(line.split(",")[0]))
                .toList();
    }

    @Test
    void targetsThatAreNoCountsAreRefusedWithTheirPlace() throws IOException {
        String data = file("rates.csv", "x,y\n1,2\n2,1\n3,0.5\n");
        Outcome outcome = train(data, new String[] {"--target", "y", "--l2", "1"});
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .hasLineCount(1)
                .contains(data + ":4:2: target 0.5 is not a whole number", "--exposure COL", "--rates", "--weight");
    }

    @Test
    void negativeTargetsAreRefusedWithTheirPlaceEvenAsRates() throws IOException {
        String data = file("negative.csv", "y,x\n2,1\n-0.5,2\n1,3\n");
        for (String link : List.of("log", "identity")) {
            Outcome outcome = train(data, new String[] {"--target", "y", "--rates", "--link", link});
            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.err())
                    .hasLineCount(1)
                    .contains(data + ":3:1: target -0.5", "0 or more", "correct the cell or remove the row");
        }
    }

    @Test
    void rowsThatAreDroppedMayHoldAnything() throws IOException {
        String data = file("holes.csv", "x,y\n1,2\n,0.5\n3,1\n");
        Outcome outcome = train(data, new String[] {"--target", "y", "--l2", "1", "--missing", "drop", "--quiet"});
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void libsvmTargetsThatAreNoCountsAreRefusedWithTheirRow() throws IOException {
        String data = file("rates.libsvm", "1 1:2\n2 1:3\n0.5 1:1\n");
        Outcome outcome = train(data, new String[] {"--l2", "1"});
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).hasLineCount(1).contains(data + ": target 0.5 of row 3", "--rates");
        String model = fit(data, "--l2", "1", "--rates");
        assertThat(evaluate(model, data).whole("n")).isEqualTo(3);
    }

    @Test
    void ratesHaveTheirExposuresAsWeightsOnly() throws IOException {
        String data = file("rates.csv", RATES);
        Outcome outcome = train(data, new String[] {"--target", "y", "--rates", "--exposure", "e"});
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).hasLineCount(1).contains("--rates", "--exposure", "--rates --weight e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "identity"})
    void weightedRatesAreTheSameModelAsCountsOverExposures(String link) throws IOException {
        String counts = file("counts.csv", COUNTS);
        String[] options = {"--target", "y", "--link", link, "--tolerance", "1e-12"};
        List<String> exposed = new ArrayList<>(List.of(options));
        exposed.addAll(List.of("--exposure", "e"));
        List<String> weighted = new ArrayList<>(List.of(options));
        weighted.addAll(List.of("--rates", "--weight", "e"));
        String model = fit(counts, exposed.toArray(String[]::new));
        List<Double> expected = rates(model, counts);
        JsonObject ofCounts = evaluate(model, counts);
        String data = file("rates.csv", RATES);
        model = fit(data, weighted.toArray(String[]::new));
        for (int i = 0; i < 5; i++) {
            assertThat(rates(model, data).get(i)).isCloseTo(expected.get(i), within(1e-4));
        }
        JsonObject ofRates = evaluate(model, data);
        assertThat(metric(ofRates, "d2")).isCloseTo(metric(ofCounts, "d2"), within(1e-6));
        // a sum over 5 rows, and a mean over 10 units of exposure
        assertThat(metric(ofRates, "deviance") * 10).isCloseTo(metric(ofCounts, "deviance") * 5, within(1e-6));
        assertThat(ofRates.object("metrics").object("log-likelihood").fields().get("value"))
                .as("rates have no Poisson probability")
                .isNull();
        List<JsonObject> groups = ofCounts.objects("calibration");
        assertThat(ofRates.objects("calibration")).hasSameSizeAs(groups);
        for (int k = 0; k < groups.size(); k++) {
            JsonObject group = ofRates.objects("calibration").get(k);
            assertThat(group.number("observed")).isEqualTo(groups.get(k).number("observed"));
            assertThat(group.number("weight")).isEqualTo(groups.get(k).number("weight"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "identity"})
    void anOffsetIsAddedToTheMarginAndNotScaledByTheExposure(String link) throws IOException {
        // y/e falls for x = 2 only; an offset of x/4 takes 1/4 off the weight and changes nothing else
        String data = file("offset.csv", "x,o,e,y\n0,0,1,2\n1,0.25,2,6\n2,0.5,4,9\n3,0.75,1,8\n0,0,2,5\n");
        String[] plain = {"--target", "y", "--exposure", "e", "--link", link, "--exclude", "o", "--tolerance", "1e-12"};
        String[] offset = {"--target", "y", "--exposure", "e", "--link", link, "--offset", "o", "--tolerance", "1e-12"};
        String model = fit(data, plain);
        List<Double> expected = rates(model, data);
        double weight = weight(model);
        JsonObject evaluated = evaluate(model, data);
        model = fit(data, offset);
        assertThat(weight(model)).isCloseTo(weight - 0.25, within(1e-5));
        for (int i = 0; i < 5; i++) {
            assertThat(rates(model, data).get(i)).isCloseTo(expected.get(i), within(1e-4));
        }
        for (String name : List.of("deviance", "d2", "log-likelihood", "rmse", "mae")) {
            assertThat(metric(evaluate(model, data), name)).as(name).isCloseTo(metric(evaluated, name), within(1e-5));
        }
    }

    private static double weight(String model) {
        return Outcome.of("inspect", model, "--json")
                .json()
                .objects("weights")
                .get(0)
                .number("fitted");
    }

    /**
     * Third-party liability claims of 67,856 Australian policies. The expected numbers are of a fit by Newton's method on the
     * explicit normal equations, written in Python with numpy and sharing no code with this project.
     */
    @ParameterizedTest
    @CsvSource({
        "log, 0.37352010557739096, 0.006327375803942381, -0.25628005800117515, 0.2753808749098673, 0.1322000261378194",
        "identity, 0.37347881032499813, 0.0064372332418668465, -0.2562594103749787, 0.2753758521401927, "
                + "0.13217446070317657"
    })
    void claimsAreMeasuredAsByAnIndependentFit(
            String link, double deviance, double explained, double likelihood, double rmse, double mae) {
        String claims = ExampleFiles.data("casdatasets-claims/ausprivauto0405.derived.csv.gz")
                .toString();
        String[] options = {
            "--target", "ClaimNb", "--exposure", "Exposure", "--exclude", "ClaimOcc,ClaimAmount", "--l2", "1e-4"
        };
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--link", link, "--tolerance", "1e-9"));
        String model = fit(claims, all.toArray(String[]::new));
        JsonObject evaluated = evaluate(model, claims);
        assertThat(metric(evaluated, "deviance")).isCloseTo(deviance, within(1e-7));
        assertThat(metric(evaluated, "d2")).isCloseTo(explained, within(1e-6));
        assertThat(metric(evaluated, "log-likelihood")).isCloseTo(likelihood, within(1e-7));
        assertThat(metric(evaluated, "rmse")).isCloseTo(rmse, within(1e-6));
        assertThat(metric(evaluated, "mae")).isCloseTo(mae, within(1e-6));
        List<JsonObject> groups = evaluated.objects("calibration");
        assertThat(groups).hasSize(10);
        double observed = 0;
        for (JsonObject group : groups) {
            assertThat(group.number("weight")).isBetween(3150.0, 3210.0); // 31,800.8 policy years in ten
            assertThat(group.number("ratio")).isBetween(0.9, 1.1);
            observed += group.number("observed") * group.number("weight");
        }
        assertThat(observed).as("claims").isCloseTo(4937, within(1e-6));
        if (link.equals("log")) { // the same source; tied policies may fall to either side of a cut there
            assertThat(groups.get(0).number("predicted")).isCloseTo(0.11287048912039707, within(1e-6));
            assertThat(groups.get(0).number("observed")).isCloseTo(0.10881233872131686, within(1e-6));
            assertThat(groups.get(0).whole("rows")).isEqualTo(6584);
        }
    }

    /** A Singapore portfolio that holds its exposures and their logarithms to nine digits. */
    @Test
    void anExposureIsAnOffsetOfItsLogarithmOnClaims() {
        String claims =
                ExampleFiles.data("casdatasets-claims/sgautonb.derived.csv.gz").toString();
        String[] columns = {"--target", "Clm_Count", "--l2", "1e-3", "--scale", "minmax", "--tolerance", "1e-10"};
        List<String> exposure = new ArrayList<>(List.of(columns));
        exposure.addAll(List.of("--exposure", "Exp_weights", "--exclude", "LNWEIGHT"));
        List<String> offset = new ArrayList<>(List.of(columns));
        offset.addAll(List.of("--offset", "LNWEIGHT", "--exclude", "Exp_weights"));
        JsonObject exposed = evaluate(fit(claims, exposure.toArray(String[]::new)), claims);
        JsonObject shifted = evaluate(fit(claims, offset.toArray(String[]::new)), claims);
        for (String name : List.of("deviance", "log-likelihood", "rmse", "mae")) {
            assertThat(metric(shifted, name)).as(name).isCloseTo(metric(exposed, name), within(1e-6));
        }
    }

    @Test
    void rowsThatNoWeightsGiveRatesAboveZeroAreToldWithACure() throws IOException {
        String opposite = file("opposite.csv", "x,y\n2,1\n-1,3\n1,2\n-2,4\n");
        for (String solver : List.of("auto", "newton", "sdca", "proximal-point", "lbfgs")) {
            String[] options = {"--target", "y", "--link", "identity", "--l2", "0.01", "--solver", solver};
            Outcome outcome = train(opposite, options, "--no-intercept", "--quiet");
            assertThat(outcome.exit()).as(solver).isEqualTo(3);
            assertThat(outcome.err())
                    .as(solver)
                    .hasLineCount(1)
                    .contains("no weights were found that give every row with a count a rate above 0", "intercept");
            assertThat(train(opposite, options, "--quiet").exit()).as(solver).isZero();
        }
    }

    @Test
    void exposuresInTooSmallAUnitAreToldWhereTheUnitMatters() throws IOException {
        String days = file("days.csv", "x,e,y\n0,365,2\n1,365,3\n2,180,1\n3,365,4\n");
        String years = file("years.csv", "x,e,y\n0,1,2\n1,1,3\n2,0.5,1\n3,1,4\n");
        String[] identity = {"--target", "y", "--exposure", "e", "--l2", "1e-6", "--link", "identity", "--quiet"};
        assertThat(train(days, identity).err()).hasLineCount(1).contains("0.0078 for one unit of exposure", "years");
        assertThat(train(years, identity).err()).isEmpty();
        String[] log = {"--target", "y", "--exposure", "e", "--l2", "1e-6", "--quiet"};
        assertThat(train(days, log).err()).isEmpty();
    }

    @Test
    void aTestSplitKnowsExposures() throws IOException {
        StringBuilder rows = new StringBuilder("x,e,y\n");
        for (int i = 0; i < 100; i++) {
            int exposure = 1 + i % 7;
            rows.append(i % 4)
                    .append(',')
                    .append(exposure)
                    .append(',')
                    .append(exposure * (1 + i % 4))
                    .append('\n');
        }
        String data = file("counts.csv", rows.toString());
        for (String link : List.of("log", "identity")) {
            JsonObject test = train(
                            data,
                            new String[] {"--target", "y", "--exposure", "e", "--link", link},
                            "--test-split",
                            "0.3",
                            "--json")
                    .json()
                    .object("test");
            // rates 1, 2, 3, 4 for x = 0, 1, 2, 3: the identity link fits them exactly
            double explained = test.object("metrics").object("d2").number("value");
            assertThat(explained).as(link).isGreaterThan(link.equals("identity") ? 0.9999 : 0.9);
        }
    }

    @Test
    void theTableOfCalibrationIsForPeopleAndForPrograms() throws IOException {
        String data = file("counts.csv", COUNTS);
        String model = fit(data, "--target", "y", "--exposure", "e", "--l2", "0.01");
        Outcome shown = Outcome.of("evaluate", model, data, "--calibration", "3");
        assertThat(shown.out()).contains("Calibration", "predicted rate", "observed/predicted", "exposure");
        List<JsonObject> groups = evaluate(model, data, "--calibration", "2").objects("calibration");
        assertThat(groups).hasSize(2);
        assertThat(groups.get(0).fields())
                .containsOnlyKeys("from", "to", "predicted", "observed", "ratio", "rows", "weight");
        double counts = groups.stream()
                .mapToDouble(group -> group.number("observed") * group.number("weight"))
                .sum();
        assertThat(counts).isCloseTo(18, within(1e-12));
        assertThat(evaluate(model, data, "--calibration", "0").has("calibration"))
                .isFalse();
        Outcome refused = Outcome.of("evaluate", model, data, "--calibration", "-1");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1).contains("--calibration is -1", "0 for no table");
    }

    @Test
    void probabilitiesAreComparedWithShares() throws IOException {
        String data = file("classes.csv", "x,y\n0,no\n0,no\n0,no\n0,yes\n1,yes\n1,yes\n1,no\n1,yes\n");
        String model = folder.resolve("c.fenchel").toString();
        assertThat(Outcome.of("train", "logistic", data, "--target", "y", "--l2", "1e-3", "--quiet", "--out", model)
                        .exit())
                .isZero();
        List<JsonObject> groups = evaluate(model, data).objects("calibration");
        assertThat(groups).as("two predictions").hasSize(2);
        assertThat(groups.get(0).number("observed")).isEqualTo(0.25);
        assertThat(groups.get(1).number("observed")).isEqualTo(0.75);
        assertThat(groups.get(0).number("predicted")).isCloseTo(0.25, within(0.02));
        assertThat(Outcome.of("evaluate", model, data).out())
                .contains("predicted probability", "share of positives")
                .doesNotContain("weight");
    }

    @Test
    void modelsWithoutMeansHaveNoTable() throws IOException {
        String data = file("line.csv", "x,y\n0,1\n1,3\n2,5\n");
        String model = folder.resolve("l.fenchel").toString();
        assertThat(Outcome.of("train", "linear", data, "--target", "y", "--quiet", "--out", model)
                        .exit())
                .isZero();
        assertThat(evaluate(model, data).has("calibration")).isFalse();
    }

    @Test
    void aCountThatTheModelRulesOutMakesMetricsInfiniteWithAWord() throws IOException {
        String data = file("counts.csv", "x,y\n0,2\n1,4\n2,6\n3,8\n");
        String model = fit(data, "--target", "y", "--link", "identity", "--l2", "1e-6");
        Outcome outcome = Outcome.of("evaluate", model, file("far.csv", "x,y\n-5,1\n-6,0\n-7,2\n1,4\n"));
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err())
                .hasLineCount(1)
                .contains("3 predicted rates were negative and counted as 0", "infinite", "counts of 2 rows")
                .contains("--link log");
        assertThat(outcome.out()).contains("infinite").doesNotContain("NaN");
        Outcome json = Outcome.of("evaluate", model, folder.resolve("far.csv").toString(), "--json");
        assertThat(json.out()).doesNotContain("NaN", "Infinity");
        assertThat(json.err()).isEqualTo(outcome.err());
    }

    @Test
    void overflowingRatesAreToldToo() throws IOException {
        String data = file("counts.csv", "x,y\n0,2\n1,4\n2,6\n3,8\n");
        String model = fit(data, "--target", "y", "--l2", "1e-6");
        Outcome outcome = Outcome.of("evaluate", model, file("far.csv", "x,y\n1e4,1\n-1e4,0\n-1e4,3\n1,4\n"));
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err()).hasLineCount(1).contains("infinite", "counts of 2 rows", "scale the features");
        assertThat(outcome.out()).doesNotContain("NaN");
    }

    @Test
    void evaluationWantsCountsForAModelOfCounts() throws IOException {
        String data = file("counts.csv", COUNTS);
        String model = fit(data, "--target", "y", "--exposure", "e", "--l2", "1");
        String rates = file("rates.csv", RATES);
        Outcome outcome = Outcome.of("evaluate", model, rates);
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.err()).hasLineCount(1).contains(rates + ":4:3: target 0.25 is not a whole number");
        Outcome negative = Outcome.of("evaluate", model, file("negative.csv", "x,e,y\n0,1,-2\n"));
        assertThat(negative.exit()).isEqualTo(3);
        assertThat(negative.err()).hasLineCount(1).contains(":2:3: target -2", "correct the cell or remove the row");
    }
}
