package org.fenchel.cli.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleToIntFunction;
import org.fenchel.cli.console.Numbers;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Prepared;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.encode.TrainingData;

/**
 * How much the rows of each class count in a fit, besides their sample weights: {@code balanced}, which gives all classes the same
 * weight in total, or numbers by name. Where models are judged, rows count as they are.
 *
 * @param byName numbers of the classes that were named; none for balanced
 */
public record ClassWeights(Map<String, Double> byName) {
    /**
     * What {@code --class-weight} says.
     *
     * @throws InvalidInput if it says nothing
     */
    public static ClassWeights of(String spec) {
        Map<String, Double> byName = new LinkedHashMap<>();
        if (spec.strip().equals("balanced")) {
            return new ClassWeights(byName);
        }
        for (String part : spec.split(",", -1)) {
            int equals = part.lastIndexOf('=');
            if (equals < 0) {
                throw InvalidInput.of(
                        "--class-weight '" + spec + "' is not understood",
                        "write balanced, or numbers by class as in spam=2,nonspam=1");
            }
            String name = part.substring(0, equals).strip();
            if (byName.put(name, number(part.substring(equals + 1).strip(), name)) != null) {
                throw InvalidInput.of("--class-weight names class '" + name + "' twice", "give each class one weight");
            }
        }
        return new ClassWeights(byName);
    }

    private static double number(String text, String name) {
        double weight;
        try {
            weight = Double.parseDouble(text);
        } catch (NumberFormatException none) {
            weight = Double.NaN;
        }
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw InvalidInput.of(
                    "--class-weight of '" + name + "' is '" + text + "'", "give a number above 0, such as 2");
        }
        return weight;
    }

    /**
     * The weight of each class.
     *
     * @param totals of the sample weights of each class
     * @throws InvalidInput if a class was named that is not there
     */
    double[] factors(List<String> classes, double[] totals) {
        for (String name : byName.keySet()) {
            if (!classes.contains(name)) {
                throw InvalidInput.of(
                        "--class-weight names class '" + name + "', which is not in the data",
                        "known: " + String.join(", ", classes.stream().sorted().toList()));
            }
        }
        double sum = 0;
        for (double total : totals) {
            sum += total;
        }
        double[] factors = new double[totals.length];
        for (int c = 0; c < factors.length; c++) {
            factors[c] =
                    byName.isEmpty() ? sum / (factors.length * totals[c]) : byName.getOrDefault(classes.get(c), 1.0);
        }
        return factors;
    }

    /** Data of classes, weighted, with the weight of each by name. */
    public record Weighted(TrainingData data, Map<String, Double> factors) {}

    /**
     * Weights the rows of data of classes.
     *
     * @throws InvalidInput if a class was named that is not there
     */
    public Weighted apply(TrainingData data) {
        if (data.target() instanceof TargetEncoding.TwoClasses classes) {
            return apply(data, List.of(classes.positive(), classes.negative()), target -> target > 0 ? 0 : 1);
        }
        return apply(data, ((SeveralClasses) data.target()).labels(), target -> (int) target);
    }

    private Weighted apply(TrainingData data, List<String> names, DoubleToIntFunction classOf) {
        Dataset dataset = data.dataset();
        double[] totals = new double[names.size()];
        for (int i = 0; i < dataset.n(); i++) {
            totals[classOf.applyAsInt(dataset.target(i))] += dataset.weight(i);
        }
        double[] factors = factors(names, totals);
        double[] weights = new double[dataset.n()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = dataset.weight(i) * factors[classOf.applyAsInt(dataset.target(i))];
        }
        Map<String, Double> told = new LinkedHashMap<>();
        for (int k = 0; k < factors.length; k++) {
            told.put(names.get(k), factors[k]);
        }
        TrainingData weighted = new TrainingData(
                data.encoding(),
                data.target(),
                new Prepared(dataset.withWeights(weights), data.prepared().encoded()));
        return new Weighted(weighted, Collections.unmodifiableMap(told));
    }

    /** As people read them. */
    public static String words(Map<String, Double> factors) {
        List<String> parts = new ArrayList<>();
        factors.forEach((name, factor) -> parts.add(name + " " + Numbers.digits(factor, 4)));
        return "class weights: " + String.join(", ", parts);
    }
}
