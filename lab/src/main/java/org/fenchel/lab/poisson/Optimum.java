package org.fenchel.lab.poisson;

import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.dual.Sdca;

/**
 * The solution of a problem with the identity-link Poisson loss, by dual coordinate ascent.
 *
 * @param a optimal duals as the paper writes them, a_i = y_i / x_i'w, length n; 0 where y_i is 0
 * @param certificate how close to optimal
 */
record Optimum(double[] a, Certificate certificate) {
    /** Far below what is asked of it, so that it ends where rounding does not let it get closer. */
    private static final double RELATIVE_GAP = 1e-13;

    static Optimum of(FiniteSum problem, long seed) {
        StopRule rule = new StopRule().withRelativeGap(RELATIVE_GAP).withPasses(5000);
        Fit<Linear> fit = Driver.fit(problem, new Sdca(), rule, seed, null, point -> {});
        double[] a = new double[problem.n()];
        problem.margins(fit.solution(), a);
        for (int i = 0; i < a.length; i++) {
            double y = problem.targets()[i];
            a[i] = y > 0 ? y / a[i] : 0;
        }
        return new Optimum(a, fit.certificate());
    }

    /** The same as the dual variables of the losses, u_i = 1 - a_i. */
    double[] duals() {
        double[] duals = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            duals[i] = 1 - a[i];
        }
        return duals;
    }
}
