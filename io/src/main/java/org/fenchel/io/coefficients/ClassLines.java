package org.fenchel.io.coefficients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lines of weights of several classes, one for each class and feature, gathered by feature; classes are in the order of the intercepts. */
final class ClassLines {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<CsvLine> columns = new ArrayList<>();
    private final List<double[]> weights = new ArrayList<>();

    /**
     * Gathers them.
     *
     * @throws org.fenchel.data.InvalidInput if a feature has a class twice, or lacks one, with the place
     */
    ClassLines(List<CsvLine> intercepts, List<CsvLine> lines) {
        for (CsvLine line : intercepts) {
            if (!line.has("class") || numbers.put(line.text("class"), numbers.size()) != null) {
                throw line.mistake("class", "a class is there twice, or has no name", "give each class one intercept");
            }
        }
        if (numbers.size() < 2) {
            throw intercepts.get(0).mistake("class", "it is the only class", "give the intercepts of two or more");
        }
        Feature feature = null;
        for (CsvLine line : lines) {
            if (feature != null && feature.holds(line)) {
                feature.add(line);
                continue;
            }
            close(feature);
            columns.add(line);
            feature = null;
            if (!line.text("part").equals("reference")) {
                feature = new Feature(line);
                feature.add(line);
            }
        }
        close(feature);
    }

    private void close(@Nullable Feature feature) {
        if (feature != null) {
            weights.add(feature.complete());
        }
    }

    /** The lines of one feature. */
    private final class Feature {
        private final CsvLine first;
        private final @Nullable Double[] values = new Double[numbers.size()];

        Feature(CsvLine first) {
            this.first = first;
        }

        boolean holds(CsvLine line) {
            return line.text("part").equals(first.text("part"))
                    && line.text("name").equals(first.text("name"))
                    && line.text("value").equals(first.text("value"));
        }

        void add(CsvLine line) {
            Integer number = numbers.get(line.text("class"));
            if (number == null) {
                throw line.mistake(
                        "class",
                        "class '" + line.text("class") + "' has no intercept",
                        "it is one of " + String.join(", ", numbers.keySet()));
            }
            if (values[number] != null) {
                throw line.mistake("class", "class '" + line.text("class") + "' is there twice", "keep one of the two");
            }
            values[number] = line.number("weight");
        }

        double[] complete() {
            double[] all = new double[values.length];
            int k = 0;
            for (String name : numbers.keySet()) {
                Double value = values[k];
                if (value == null) {
                    throw first.mistake(
                            "name", "class '" + name + "' has no weight there", "add its line to the others");
                }
                all[k++] = value;
            }
            return all;
        }
    }

    List<String> classes() {
        return List.copyOf(numbers.keySet());
    }

    /** The first line of each feature, and the lines of references. */
    List<CsvLine> columns() {
        return columns;
    }

    /** The weights of a feature's classes side by side, feature after feature. */
    double[] weights() {
        int k = numbers.size();
        double[] all = new double[Math.multiplyExact(weights.size(), k)];
        for (int j = 0; j < weights.size(); j++) {
            System.arraycopy(weights.get(j), 0, all, j * k, k);
        }
        return all;
    }
}
