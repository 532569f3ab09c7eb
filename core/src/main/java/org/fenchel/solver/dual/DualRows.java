package org.fenchel.solver.dual;

import java.util.Arrays;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;

/**
 * What coordinate ascent needs of each row, side by side in one array so that a row visited at random costs one cache line and not
 * five: its share s_i, its reach s_i (||x_i||^2 / modulus + eta), its offset, its target and its dual variable.
 *
 * <p>Memory: five numbers a row.
 */
final class DualRows {
    static final int WIDTH = 5;
    static final int SHARE = 0;
    static final int REACH = 1;
    static final int OFFSET = 2;
    static final int TARGET = 3;
    static final int DUAL = 4;

    final double[] facts;
    private final int n;

    /**
     * @param modulus strong convexity of the penalty
     * @param eta step size of the intercept; 0 where there is none
     */
    DualRows(FiniteSum problem, double modulus, double eta) {
        n = problem.n();
        facts = new double[WIDTH * n];
        for (int i = 0; i < n; i++) {
            double share = problem.shares()[i];
            facts[WIDTH * i + SHARE] = share;
            facts[WIDTH * i + REACH] = share * (problem.rows().squaredNorm(i) / modulus + eta);
            facts[WIDTH * i + OFFSET] = problem.offsets()[i];
            facts[WIDTH * i + TARGET] = problem.targets()[i];
        }
    }

    /** How far the row's margin moves for each unit of its dual variable. */
    double reach(int i) {
        return facts[WIDTH * i + REACH];
    }

    double dual(int i) {
        return facts[WIDTH * i + DUAL];
    }

    void setDual(int i, double dual) {
        facts[WIDTH * i + DUAL] = dual;
    }

    void setDuals(double[] duals) {
        for (int i = 0; i < n; i++) {
            facts[WIDTH * i + DUAL] = duals[i];
        }
    }

    void readDuals(double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = facts[WIDTH * i + DUAL];
        }
    }

    /**
     * The rows whose duals may move at all: not those whose dual interval is a point, nor those whose margin is the same whatever
     * the weights.
     */
    int[] movable(Loss loss) {
        int[] found = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            double y = facts[WIDTH * i + TARGET];
            if (loss.dualLow(y) < loss.dualHigh(y) && reach(i) > 0) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
