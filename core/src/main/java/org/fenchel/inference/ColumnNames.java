package org.fenchel.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fenchel.data.InvalidInput;

/** Says in words which columns stand in the way of a covariance. */
final class ColumnNames {
    /** Shares of a column's length that are rounding. */
    private static final double SEEN = 1e-6;

    private static final int SHOWN = 4;

    private final List<String> names;

    ColumnNames(List<String> names) {
        this.names = names;
    }

    /** @param j a feature, or -1 for the intercept */
    InvalidInput constant(int j) {
        return j < 0
                ? InvalidInput.of(
                        "no standard errors: the losses have no curvature at this fit",
                        "choose another loss, or scale the target")
                : InvalidInput.of(
                        "no standard errors: " + quoted(j) + " is 0 in every row that has a say",
                        "leave it out with --exclude");
    }

    /**
     * @param j a feature, the first that depends on those before it
     * @param front 1 where an intercept stands before the features, else 0
     * @param coefficients of those before it, each scaled to length 1
     */
    InvalidInput dependent(int j, int front, double[] coefficients) {
        List<Integer> parts = new ArrayList<>();
        for (int k = 0; k < coefficients.length; k++) {
            if (Math.abs(coefficients[k]) > SEEN) {
                parts.add(k);
            }
        }
        parts.sort(Comparator.comparingDouble((Integer k) -> -Math.abs(coefficients[k])));
        List<String> others =
                parts.stream().limit(SHOWN).map(k -> quoted(k - front)).toList();
        String rest = parts.size() > SHOWN ? " and " + (parts.size() - SHOWN) + " more" : "";
        return InvalidInput.of(
                "no standard errors: " + quoted(j) + " is a combination of " + String.join(", ", others) + rest
                        + ", so that the weights are not unique",
                "leave a column out with --exclude");
    }

    private String quoted(int j) {
        return j < 0 ? "the intercept" : "'" + names.get(j) + "'";
    }
}
