package org.fenchel.solver.smooth;

import java.util.Arrays;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorCertifier;
import org.fenchel.problem.VectorSum;
import org.jspecify.annotations.Nullable;

/** Points of a {@link VectorSum}: d K weights and perhaps K intercepts. */
public final class MultiLinearPoints implements Points<MultiLinear> {
    private final VectorSum problem;
    private final double[] weights;
    private final double[] intercepts;
    private @Nullable VectorCertifier certifier;

    /** For one problem. */
    public MultiLinearPoints(VectorSum problem) {
        this.problem = problem;
        weights = new double[problem.d() * problem.classes()];
        intercepts = new double[problem.classes()];
    }

    private VectorCertifier certifier() {
        VectorCertifier made = certifier;
        if (made == null) {
            made = new VectorCertifier(problem);
            certifier = made;
        }
        return made;
    }

    private void read(double[] point) {
        System.arraycopy(point, 0, weights, 0, weights.length);
        if (problem.intercept()) {
            System.arraycopy(point, weights.length, intercepts, 0, intercepts.length);
        }
    }

    @Override
    public Certificate certify(double[] point, @Nullable DescentPoint known) {
        read(point);
        Certificate certificate = certifier().certify(weights, intercepts, null);
        if (problem.intercept()) {
            System.arraycopy(certifier().intercepts(), 0, point, weights.length, intercepts.length);
        }
        return certificate;
    }

    @Override
    public MultiLinear solution(double[] point) {
        read(point);
        return new MultiLinear(weights.clone(), intercepts.clone());
    }

    @Override
    public boolean noMinimiser(double[] point) {
        read(point);
        return certifier().noMinimiser(weights);
    }

    /**
     * A start as a point, or zero where there is none, moved into the penalty's domain by its prox.
     *
     * @throws InvalidInput if the start is of another number of features or classes
     */
    public static double[] start(VectorSum problem, @Nullable MultiLinear start) {
        int k = problem.classes();
        int length = problem.d() * k;
        if (start != null && (start.weights().length != length || start.classes() != k)) {
            throw InvalidInput.of(
                    "the start has " + start.weights().length + " weights of " + start.classes() + " classes for "
                            + problem.d() + " features and " + k + " classes",
                    "start from a model of the same features and classes");
        }
        double[] weights = start == null ? new double[length] : start.weights().clone();
        if (problem.penalty().value(weights) == Double.POSITIVE_INFINITY) {
            problem.penalty().prox(weights, 1e-9, weights);
        }
        double[] point = Arrays.copyOf(weights, length + (problem.intercept() ? k : 0));
        if (start != null && problem.intercept()) {
            System.arraycopy(start.intercepts(), 0, point, length, k);
        }
        return point;
    }
}
