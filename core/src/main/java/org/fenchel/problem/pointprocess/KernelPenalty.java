package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.InvalidInput;
import org.fenchel.penalty.Constraint;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.Penalty;

/**
 * The penalty on all coefficients of all nodes: l2/2 sum a^2, with l1 sum |a|, or with l1 sum over pairs of nodes of sqrt(U) times the
 * norm of the pair's U coefficients, which then become 0 together. Such groups leave the baseline to l2.
 *
 * @param l1 0 or more
 * @param l2 0 or more
 * @param nonNegative whether coefficients may not be negative: no inhibition
 * @param grouped whether l1 is on pairs of nodes instead of single coefficients
 */
public record KernelPenalty(double l1, double l2, boolean nonNegative, boolean grouped) {
    /**
     * Checks the weights.
     *
     * @throws InvalidInput if one is negative or not finite
     */
    public KernelPenalty {
        if (!(l1 >= 0) || !(l2 >= 0) || Double.isInfinite(l1) || Double.isInfinite(l2)) {
            throw InvalidInput.of(
                    "penalty weights l1=" + l1 + " and l2=" + l2 + " are not both 0 or more", "give numbers from 0 on");
        }
    }

    /** Ridge alone. */
    public KernelPenalty(double l2) {
        this(0, l2, false, false);
    }

    /** Whether it is ridge or nothing. */
    public boolean plain() {
        return l1 == 0 && !nonNegative;
    }

    /** Factor times this penalty, on the coefficients of one node. */
    public Penalty ofNode(KernelBasis basis, double factor) {
        if (!grouped || l1 == 0) {
            return Penalty.of(factor * l2, factor * l1, nonNegative ? Constraint.NON_NEGATIVE : null);
        }
        int[] groups = new int[basis.columns()];
        Arrays.fill(groups, -1);
        for (int j = 0; j < basis.nodes(); j++) {
            for (int u = 0; u < basis.decays(); u++) {
                groups[basis.column(j, u)] = j;
            }
        }
        GroupL2 penalty = GroupL2.of(groups, factor * l1, factor * l2);
        return nonNegative ? penalty.nonNegative() : penalty;
    }

    @Override
    public String toString() {
        String text = (l1 > 0 ? (grouped ? "groups with l1=" : "l1=") + l1 + ", " : "") + "l2=" + l2;
        return nonNegative ? text + ", not negative" : text;
    }
}
