package org.fenchel.solver.smooth;

import java.util.Arrays;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.Evidence;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.jspecify.annotations.Nullable;

/** Points of a {@link FiniteSum}: d weights and perhaps an intercept. */
public final class LinearPoints implements Points<Linear> {
    private final FiniteSum problem;
    private final double[] weights;
    private @Nullable Certifier certifier;

    /** For one problem. */
    public LinearPoints(FiniteSum problem) {
        this.problem = problem;
        weights = new double[problem.d()];
    }

    private Certifier certifier() {
        Certifier made = certifier;
        if (made == null) {
            made = new Certifier(problem);
            certifier = made;
        }
        return made;
    }

    @Override
    public Certificate certify(double[] point, @Nullable DescentPoint known) {
        int d = weights.length;
        System.arraycopy(point, 0, weights, 0, d);
        double[] owner = known == null ? point : known.x();
        Evidence evidence = Evidence.of(weights, problem.intercept() ? owner[d] : 0);
        Certificate certificate = certifier()
                .certify(
                        known == null
                                ? evidence
                                : evidence.withMargins(known.margins()).withLossGradient(known.lossGradient()));
        if (problem.intercept()) {
            point[d] = certifier().intercept();
        }
        return certificate;
    }

    @Override
    public Linear solution(double[] point) {
        int d = weights.length;
        return new Linear(Arrays.copyOf(point, d), problem.intercept() ? point[d] : 0);
    }

    @Override
    public boolean noMinimiser(double[] point) {
        System.arraycopy(point, 0, weights, 0, weights.length);
        return certifier().noMinimiser(weights);
    }

    /** A solution as a point. */
    public static double[] join(FiniteSum problem, double[] weights, double intercept) {
        double[] point = Arrays.copyOf(weights, weights.length + (problem.intercept() ? 1 : 0));
        if (problem.intercept()) {
            point[weights.length] = intercept;
        }
        return point;
    }
}
