package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class weights on the command line. */
class ClassWeightCommandTest {
    @TempDir
    private Path folder;

    private static Outcome train(String... args) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(Arrays.asList(args));
        return Outcome.of(all.toArray(String[]::new));
    }

    private Path write(String name, String header, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        return Files.write(file, all);
    }

    @Test
    void classWeightsMultiplySampleWeights() throws IOException {
        List<String> rows = List.of("1,1,p", "2,1,p", "2.5,2,q", "3,1,q", "0.5,3,q", "2.2,1,q");
        Path data = write("data.csv", "x,w,class", rows);
        List<String> weighted = List.of("1,3,p", "2,3,p", "2.5,2,q", "3,1,q", "0.5,3,q", "2.2,1,q");
        Path byHand = write("by-hand.csv", "x,w,class", weighted);
        String[] common = {"--target", "class", "--weight", "w", "--l2", "0.1", "--tolerance", "1e-12", "--json"};
        double expected =
                train(with(common, "logistic", byHand.toString())).json().number("objective");
        JsonObject named = train(with(common, "logistic", data.toString(), "--class-weight", "p=3"))
                .json();
        assertThat(named.number("objective")).isCloseTo(expected, within(1e-11));
        assertThat(named.object("classWeights").number("p")).isEqualTo(3);
        // weights 2 and 7 in total: balanced is 9/4 and 9/14, in the ratio 3.5
        JsonObject balanced = train(with(common, "logistic", data.toString(), "--class-weight", "balanced"))
                .json();
        assertThat(balanced.object("classWeights").number("p")).isCloseTo(2.25, within(1e-12));
        assertThat(balanced.object("classWeights").number("q")).isCloseTo(9.0 / 14, within(1e-12));
        Path model = folder.resolve("m.model");
        train(with(common, "svm", data.toString(), "--class-weight", "balanced", "--out", model.toString()));
        assertThat(Outcome.of("inspect", model.toString(), "--json")
                        .json()
                        .object("provenance")
                        .object("options")
                        .text("class-weight"))
                .isEqualTo("balanced");
    }

    @Test
    void severalClassesMayBeWeightedToo() throws IOException {
        List<String> rows = List.of("1,p", "2,p", "2.5,q", "3,q", "0.5,r", "2.2,q", "0.1,r", "0.4,q");
        Path data = write("three.csv", "x,class", rows);
        List<String> weighted =
                List.of("1,3,p", "2,3,p", "2.5,1,q", "3,1,q", "0.5,1,r", "2.2,1,q", "0.1,1,r", "0.4,1,q");
        Path byHand = write("three-by-hand.csv", "x,w,class", weighted);
        String[] common = {"--target", "class", "--l2", "0.1", "--tolerance", "1e-10", "--json"};
        double expected = train(with(common, "multinomial", byHand.toString(), "--weight", "w"))
                .json()
                .number("objective");
        JsonObject named = train(with(common, "multinomial", data.toString(), "--class-weight", "p=3"))
                .json();
        assertThat(named.number("objective")).isCloseTo(expected, within(1e-9));
        JsonObject balanced = train(with(common, "multinomial", data.toString(), "--class-weight", "balanced"))
                .json();
        assertThat(balanced.object("classWeights").number("q")).isCloseTo(8.0 / (3 * 4), within(1e-12));
        Outcome unknown = train(with(common, "multinomial", data.toString(), "--class-weight", "s=2"));
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.err()).contains("known: p, q, r");
    }

    private static String[] with(String[] common, String... first) {
        List<String> all = new ArrayList<>(Arrays.asList(first));
        all.addAll(Arrays.asList(common));
        return all.toArray(String[]::new);
    }
}
