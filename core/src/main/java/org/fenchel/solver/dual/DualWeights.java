package org.fenchel.solver.dual;

import org.fenchel.data.Rows;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.Penalty;
import org.fenchel.penalty.Separable;

/**
 * The weights as the dual determines them, w = argmax_b (v'b - r(b) - kappa/2 ||b||^2), kept through changes of v by multiples
 * of rows. {@code r(b) + kappa/2 ||b||^2} has the modulus of strong convexity {@code modulus = l2 + kappa}, so that w moves by
 * at most ||change of v|| / modulus.
 *
 * <p>Each penalty has its way of not touching all of w for a sparse row.
 */
sealed interface DualWeights permits PlainWeights, SeparableWeights, GroupWeights, GeneralWeights {
    /** The weights of a penalty; v = 0. */
    static DualWeights of(Rows rows, Penalty penalty, double kappa) {
        if (penalty instanceof Separable separable) {
            return PlainWeights.suit(separable)
                    ? new PlainWeights(rows, separable.l2() + kappa)
                    : new SeparableWeights(rows, separable, separable.l2() + kappa);
        }
        return penalty instanceof GroupL2 groups
                ? new GroupWeights(rows, groups, groups.l2() + kappa)
                : new GeneralWeights(rows, penalty, kappa);
    }

    /** x_i'w. Cost: the row's entries. */
    double dot(int i);

    /** v += a x_i. Cost: the row's entries. */
    void add(int i, double a);

    /** Copies w. */
    void read(double[] w);

    /** Replaces v. */
    void setV(double[] v);

    /**
     * The array all the rest follows from, linear in v; whoever changes it calls {@link #refresh} before anything else. Length d.
     */
    double[] state();

    /** v is this many times the {@link #state}. */
    double unit();

    /** Recomputes what depends on the state. Cost: d at most. */
    void refresh();

    /** v_j += amounts_j. Cost: d. */
    void addAll(double[] amounts);
}
