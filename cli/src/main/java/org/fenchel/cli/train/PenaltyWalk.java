package org.fenchel.cli.train;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.fenchel.data.InvalidInput;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.NullModel;
import org.fenchel.select.PathFactors;

/**
 * The penalties of a path: what {@code --l1} and {@code --l2} leave to it ({@code auto}) is its factor, and the other one stays as
 * it is; where both are numbers, the path goes down to them, at factor 1.
 *
 * @param end the penalty as given
 */
public record PenaltyWalk(PenaltyOptions end) {
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
    public PenaltyOptions at(double factor) {
        PenaltyOptions options = new PenaltyOptions();
        options.constraint = end.constraint;
        options.groups = end.groups;
        options.l1 = at(end.l1, factor);
        options.l2 = at(end.l2, factor);
        return options;
    }

    /** Its weights at a factor that are not 0, by name, for reports. */
    public Map<String, Double> parts(double factor) {
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

    /**
     * The factors of the path, from where nothing is left to be gained by weights to where it ends; 1 alone where there is no path.
     *
     * @param none the model without weights, asked for where there is a path
     * @param penalties the penalty at a factor
     * @param n rows that count
     * @param d features
     * @param count how many factors
     * @throws InvalidInput if there is no such beginning, or it lies below the end
     */
    public double[] factors(Supplier<NullModel> none, DoubleFunction<Penalty> penalties, int n, int d, int count) {
        if (count < 2) {
            return new double[] {1};
        }
        double top = rounded(none.get().factor(penalties, sparse() ? 0 : PathFactors.L2_SHARE), RoundingMode.CEILING);
        double last = automatic() ? depth(n, d) * top : 1;
        if (!(top > last)) {
            throw InvalidInput.of(
                    automatic()
                            ? "no feature tells anything about the target"
                            : "the penalty given is no end for a path: " + PenaltyChoice.words(end)
                                    + " leaves nothing to gain already",
                    automatic()
                            ? "a path needs one that does"
                            : "give less than " + PenaltyChoice.words(at(top)) + ", or auto");
        }
        double[] factors = PathFactors.geometric(top, last, count);
        for (int k = 1; k < factors.length; k++) {
            factors[k] = rounded(factors[k], RoundingMode.HALF_EVEN);
        }
        return factors;
    }

    /** To what reports show, so that a user who writes a penalty of the path gets the same one. */
    private static double rounded(double factor, RoundingMode mode) {
        return factor > 0
                ? new BigDecimal(factor).round(new MathContext(4, mode)).doubleValue()
                : factor;
    }

    /** Whether the path has to find its own end. */
    private boolean automatic() {
        return end.automatic();
    }

    /** Whether the weights' sizes are penalised more and more towards the beginning, so that all are 0 there. */
    private boolean sparse() {
        return Double.isNaN(end.l1) || end.l1 > 0 && !automatic();
    }

    /**
     * Where an automatic path ends, as a part of where it begins: further down for l2, which has no weights of 0 to begin with, and
     * less far where there are fewer rows than features.
     */
    private double depth(int n, int d) {
        return sparse() ? n < d ? 1e-2 : 1e-3 : n < d ? 1e-4 : 1e-6;
    }
}
