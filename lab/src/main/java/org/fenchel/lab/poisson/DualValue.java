package org.fenchel.lab.poisson;

import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;

/** The dual objective of a problem with l2 alone, D(u) = - sum_i s_i l*(u_i) - ||X'(s u)||^2 / (2 l2). */
final class DualValue {
    private DualValue() {}

    /** At u_i = dualHigh - a_i, length n. Cost: a pass. */
    static double at(FiniteSum problem, double[] a) {
        Loss loss = problem.loss();
        double[] v = new double[problem.d()];
        double value = 0;
        for (int i = 0; i < a.length; i++) {
            double y = problem.targets()[i];
            double u = loss.dualHigh(y) - a[i];
            value -= problem.shares()[i] * loss.conjugate(u, y);
            problem.rows().axpy(problem.shares()[i] * u, i, v);
        }
        double square = 0;
        for (double each : v) {
            square += each * each;
        }
        return value - square / (2 * problem.penalty().l2());
    }
}
