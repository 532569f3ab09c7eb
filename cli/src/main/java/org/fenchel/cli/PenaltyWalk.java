package org.fenchel.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fenchel.data.InvalidInput;

/**
 * The penalties of a path: what {@code --l1} and {@code --l2} leave to it ({@code auto}) is its factor, and the other one stays as
 * it is; where both are numbers, the path goes down to them, at factor 1.
 *
 * @param end the penalty as given
 */
record PenaltyWalk(PenaltyOptions end) {
    /**
     * Refuses a path without a penalty.
     *
     * @throws InvalidInput if there is none
     */
    void check() {
        if (end.l1 == 0 && end.l2 == 0) {
            throw InvalidInput.of(
                    "--path has no penalty to go along",
                    "add --l1 auto or --l2 auto, or a number for the path to end at");
        }
    }

    /** The penalty at a factor. */
    PenaltyOptions at(double factor) {
        PenaltyOptions options = new PenaltyOptions();
        options.constraint = end.constraint;
        options.groups = end.groups;
        options.l1 = at(end.l1, factor);
        options.l2 = at(end.l2, factor);
        return options;
    }

    /** Its weights at a factor that are not 0, by name, for reports. */
    Map<String, Double> parts(double factor) {
        PenaltyOptions options = at(factor);
        Map<String, Double> parts = new LinkedHashMap<>();
        if (options.l1 > 0) {
            parts.put("l1", options.l1);
        }
        if (options.l2 > 0) {
            parts.put("l2", options.l2);
        }
        return parts;
    }

    private double at(double weight, double factor) {
        return Double.isNaN(weight) ? factor : automatic() ? weight : factor * weight;
    }

    /** Whether the path has to find its own end. */
    boolean automatic() {
        return end.automatic();
    }

    /** Whether the weights' sizes are penalised more and more towards the beginning, so that all are 0 there. */
    boolean sparse() {
        return Double.isNaN(end.l1) || end.l1 > 0 && !automatic();
    }

    /**
     * Where an automatic path ends, as a part of where it begins: further down for l2, which has no weights of 0 to begin with, and
     * less far where there are fewer rows than features.
     */
    double depth(int n, int d) {
        return sparse() ? n < d ? 1e-2 : 1e-3 : n < d ? 1e-4 : 1e-6;
    }
}
