package org.fenchel.problem;

import java.util.Arrays;
import org.fenchel.loss.DualDomain;

/**
 * Makes the duals of a {@link VectorSum} feasible: each row's in its domain, and, where there are intercepts, with a weighted sum
 * of 0 in each class.
 *
 * <p>The sums are mended exactly and in closed form. On the simplex a class with too much probability gives back the same part of
 * it in every row, and each row shares out what it got to the classes with too little, all in the same proportions: rows stay
 * probability vectors, and the sums come out right. With an interval for each class, the entries of the sign that prevails are
 * scaled down. Cost: three sweeps over n K numbers.
 */
final class ClassBalance {
    private final VectorSum problem;
    private final boolean simplex;
    private final int classes;
    private final double[] sums;
    private final double[] masses;
    private final double[] opposite;

    ClassBalance(VectorSum problem) {
        this.problem = problem;
        simplex = problem.loss().domain() == DualDomain.SIMPLEX;
        classes = problem.classes();
        sums = new double[classes];
        masses = new double[classes];
        opposite = new double[classes];
    }

    /** Repairs in place. */
    void repair(double[] duals) {
        for (int i = 0; i < problem.n(); i++) {
            if (simplex) {
                intoSimplex(duals, i * classes, (int) problem.targets()[i]);
            } else {
                intoIntervals(duals, i * classes, (int) problem.targets()[i]);
            }
        }
        if (problem.intercept()) {
            if (simplex) {
                shareOut(duals);
            } else {
                scaleDown(duals);
            }
        }
    }

    /** The other classes decide: the own entry is minus their sum, without rounding of its own. */
    private void intoSimplex(double[] duals, int at, int own) {
        double others = 0;
        for (int k = 0; k < classes; k++) {
            if (k != own) {
                duals[at + k] = Math.max(duals[at + k], 0);
                others += duals[at + k];
            }
        }
        if (others > 1) {
            for (int k = 0; k < classes; k++) {
                duals[at + k] /= others;
            }
            others = 1;
        }
        duals[at + own] = -others;
    }

    private void intoIntervals(double[] duals, int at, int own) {
        for (int k = 0; k < classes; k++) {
            double low = k == own ? -1 : 0;
            duals[at + k] = Math.min(Math.max(duals[at + k], low), low + 1);
        }
    }

    private void shareOut(double[] duals) {
        Arrays.fill(sums, 0);
        Arrays.fill(masses, 0);
        for (int i = 0; i < problem.n(); i++) {
            double share = problem.shares()[i];
            int own = (int) problem.targets()[i];
            for (int k = 0; k < classes; k++) {
                double dual = duals[i * classes + k];
                sums[k] += share * dual;
                masses[k] += share * (k == own ? 1 + dual : dual);
            }
        }
        double missing = 0;
        for (double sum : sums) {
            missing += Math.max(-sum, 0);
        }
        if (missing == 0) {
            return;
        }
        for (int k = 0; k < classes; k++) {
            masses[k] = sums[k] > 0 ? Math.min(1, sums[k] / masses[k]) : 0; // the part given back
            sums[k] = Math.max(-sums[k], 0) / missing; // the part received
        }
        for (int i = 0; i < problem.n(); i++) {
            int at = i * classes;
            int own = (int) problem.targets()[i];
            double given = 0;
            for (int k = 0; k < classes; k++) {
                double gift = masses[k] * (k == own ? 1 + duals[at + k] : duals[at + k]);
                duals[at + k] -= gift;
                given += gift;
            }
            for (int k = 0; k < classes; k++) {
                duals[at + k] += given * sums[k];
            }
            intoSimplex(duals, at, own);
        }
    }

    private void scaleDown(double[] duals) {
        Arrays.fill(masses, 0);
        Arrays.fill(opposite, 0);
        for (int i = 0; i < problem.n(); i++) {
            double share = problem.shares()[i];
            for (int k = 0; k < classes; k++) {
                double dual = duals[i * classes + k];
                masses[k] += share * Math.max(dual, 0);
                opposite[k] += share * Math.max(-dual, 0);
            }
        }
        for (int k = 0; k < classes; k++) {
            double least = Math.min(masses[k], opposite[k]);
            masses[k] = masses[k] > least ? least / masses[k] : 1;
            opposite[k] = opposite[k] > least ? least / opposite[k] : 1;
        }
        for (int i = 0; i < problem.n(); i++) {
            for (int k = 0; k < classes; k++) {
                int at = i * classes + k;
                duals[at] *= duals[at] > 0 ? masses[k] : opposite[k];
            }
        }
    }
}
