package org.fenchel.penalty;

import java.util.Arrays;
import org.fenchel.data.InvalidInput;

/**
 * The group lasso, r(b) = sum_g w_g ||b_g||_2 + l2/2 ||b||^2, on request for b ≥ 0 only: whole groups of weights (the columns
 * of one category, say) become 0 together.
 *
 * <p>The prox shrinks each group's length, after dropping negative entries where those are forbidden; r* is the sum of
 * max(||v_g|| - w_g, 0)^2 / (2 l2), with v_g's positive part likewise. M. Yuan and Y. Lin, "Model selection and estimation in
 * regression with grouped variables", JRSS B 68 (2006).
 */
public final class GroupL2 implements Penalty {
    private static final int MOST_NEWTON = 50;

    /** Columns of group g: members[starts[g]] to members[starts[g + 1] - 1]; the last group, of weight 0, is those in none. */
    private final int[] starts;

    private final int[] members;
    private final double[] weights;
    private final double l2;
    private final boolean nonNegative;

    private GroupL2(int[] starts, int[] members, double[] weights, double l2, boolean nonNegative) {
        this.starts = starts;
        this.members = members;
        this.weights = weights;
        this.l2 = l2;
        this.nonNegative = nonNegative;
    }

    /**
     * Groups weighted by w_g = l1 sqrt(|g|), as is usual, so that large groups are not favoured.
     *
     * @param groupOf the group of each of the d columns, counted from 0; -1 for a column in none
     * @param l1 0 or more
     * @param l2 0 or more
     */
    public static GroupL2 of(int[] groupOf, double l1, double l2) {
        PenaltyWeight.checked("l1", l1);
        double[] weights = new double[count(groupOf)];
        for (int g : groupOf) {
            if (g >= 0) {
                weights[g]++;
            }
        }
        for (int g = 0; g < weights.length; g++) {
            weights[g] = l1 * Math.sqrt(weights[g]);
        }
        return weighted(groupOf, weights, l2);
    }

    /**
     * Groups with weights of their own.
     *
     * @param groupOf the group of each of the d columns, counted from 0; -1 for a column in none
     * @param weights w_g of each group, 0 or more; copied
     * @param l2 0 or more
     */
    public static GroupL2 weighted(int[] groupOf, double[] weights, double l2) {
        int count = count(groupOf);
        if (weights.length < count) {
            throw InvalidInput.of(
                    "penalty: " + weights.length + " group weights for " + count + " groups",
                    "give one weight a group");
        }
        for (double w : weights) {
            PenaltyWeight.checked("a group's weight", w);
        }
        PenaltyWeight.checked("l2", l2);
        int rest = weights.length;
        int[] starts = new int[rest + 2];
        for (int g : groupOf) {
            starts[(g < 0 ? rest : g) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] members = new int[groupOf.length];
        for (int j = 0; j < groupOf.length; j++) {
            members[next[groupOf[j] < 0 ? rest : groupOf[j]]++] = j;
        }
        return new GroupL2(starts, members, Arrays.copyOf(weights, rest + 1), l2, false);
    }

    /** The same penalty on weights that may not be negative. */
    public GroupL2 nonNegative() {
        return new GroupL2(starts, members, weights, l2, true);
    }

    @Override
    public double value(double[] b) {
        double sum = 0;
        double square = 0;
        for (int g = 0; g < weights.length; g++) {
            double length = 0;
            for (int k = starts[g]; k < starts[g + 1]; k++) {
                double x = b[members[k]];
                if (nonNegative && x < 0) {
                    return Double.POSITIVE_INFINITY;
                }
                length += x * x;
            }
            sum += weights[g] * Math.sqrt(length);
            square += length;
        }
        return sum + 0.5 * l2 * square;
    }

    @Override
    public double l2() {
        return l2;
    }

    @Override
    public void prox(double[] v, double step, double[] out) {
        for (int g = 0; g < weights.length; g++) {
            double threshold = step * weights[g];
            double length = length(g, v);
            double factor = threshold == 0 ? 1 : length > threshold ? (length - threshold) / length : 0;
            factor /= 1 + step * l2;
            for (int k = starts[g]; k < starts[g + 1]; k++) {
                double x = v[members[k]];
                out[members[k]] = factor * (nonNegative && x < 0 ? 0 : x);
            }
        }
    }

    /**
     * The prox with a step size of its own for each entry, {@code out = argmin_x r(x) + sum_j (x_j - v_j)^2 / (2 steps_j)}: in a group that
     * lives, x_j = v_j m / (m (1 + steps_j l2) + steps_j w_g) with m its length, which solves sum_j (x_j / m)^2 = 1.
     *
     * @param steps positive
     */
    public void prox(double[] v, double[] steps, double[] out) {
        for (int g = 0; g < weights.length; g++) {
            double w = weights[g];
            double length = w == 0 ? 1 : lengthOfProx(g, v, steps);
            for (int k = starts[g]; k < starts[g + 1]; k++) {
                int j = members[k];
                double x = nonNegative && v[j] < 0 ? 0 : v[j];
                out[j] = length == 0 ? 0 : x * length / (length * (1 + steps[j] * l2) + steps[j] * w);
            }
        }
    }

    /**
     * m, or 0 where the group dies. With q(m) = sum_j (v_j / (m (1 + steps_j l2) + steps_j w))^2, a power mean of lines, 1 / sqrt(q) is concave
     * and rises: Newton's method from 0 on finds where it is 1 from below, without overshooting.
     */
    private double lengthOfProx(int g, double[] v, double[] steps) {
        double length = 0;
        for (int iteration = 0; iteration < MOST_NEWTON; iteration++) {
            double sum = 0;
            double slope = 0;
            for (int k = starts[g]; k < starts[g + 1]; k++) {
                int j = members[k];
                double x = nonNegative && v[j] < 0 ? 0 : v[j];
                double a = 1 + steps[j] * l2;
                double divisor = length * a + steps[j] * weights[g];
                double part = x / divisor;
                sum += part * part;
                slope += part * part * a / divisor;
            }
            if (!(sum > 1)) {
                return length;
            }
            double next = length + sum * (Math.sqrt(sum) - 1) / slope;
            if (!(next > length)) {
                return length;
            }
            length = next;
        }
        return length;
    }

    @Override
    public double conjugate(double[] v) {
        double sum = 0;
        for (int g = 0; g < weights.length; g++) {
            double excess = Math.max(length(g, v) - weights[g], 0);
            sum += excess * excess;
        }
        if (sum == 0) {
            return 0;
        }
        return 0.5 * sum / l2;
    }

    /** Shortens each group that is too long, to a rounding below its weight so that it is inside for sure. */
    @Override
    public void nearestInDomain(double[] v, double[] out) {
        for (int g = 0; g < weights.length; g++) {
            double scale = inside(g, v);
            for (int k = starts[g]; k < starts[g + 1]; k++) {
                double x = v[members[k]];
                out[members[k]] = nonNegative && x < 0 ? x : scale * x;
            }
        }
    }

    @Override
    public double domainScale(double[] v) {
        double scale = 1;
        for (int g = 0; g < weights.length; g++) {
            scale = Math.min(scale, inside(g, v));
        }
        return scale;
    }

    /** How many groups there are, with the one of all columns in none, which comes last and has weight 0. */
    public int groups() {
        return weights.length;
    }

    /** w_g. */
    public double weight(int g) {
        return weights[g];
    }

    /** The columns of group g, ascending; copied. */
    public int[] columns(int g) {
        return Arrays.copyOfRange(members, starts[g], starts[g + 1]);
    }

    /** Whether negative weights are forbidden. */
    public boolean forbidsNegative() {
        return nonNegative;
    }

    @Override
    public String toString() {
        return "GroupL2[groups=" + (weights.length - 1) + ", l2=" + l2 + ", nonNegative=" + nonNegative + "]";
    }

    /** ||v_g||, of the positive part only where weights may not be negative. */
    private double length(int g, double[] v) {
        double sum = 0;
        for (int k = starts[g]; k < starts[g + 1]; k++) {
            double x = v[members[k]];
            sum += nonNegative && x < 0 ? 0 : x * x;
        }
        return Math.sqrt(sum);
    }

    /** The factor in [0, 1] that brings group g into the domain of the conjugate. */
    private double inside(int g, double[] v) {
        double length = length(g, v);
        if (l2 > 0 || length <= weights[g]) {
            return 1;
        }
        // A length is rounded by at most (|g| + 2)/2 ulps; the scaled group must be inside nevertheless.
        return weights[g] / length * (1 - (starts[g + 1] - starts[g] + 4) * 0x1p-53);
    }

    private static int count(int[] groupOf) {
        int largest = -1;
        for (int g : groupOf) {
            if (g < -1) {
                throw InvalidInput.of("penalty: a group's number is " + g, "count groups from 0, with -1 for none");
            }
            largest = Math.max(largest, g);
        }
        return largest + 1;
    }
}
