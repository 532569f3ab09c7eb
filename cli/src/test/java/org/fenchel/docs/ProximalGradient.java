package org.fenchel.docs;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fenchel.catalogue.Described;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * Proximal gradient: b+ = prox_(step r)(b - step f'(b)), f the mean loss, r the penalty. Converges for step at most 1 / L, L
 * the Lipschitz constant of f'.
 *
 * @param step step size; 0 for one over a bound of L
 */
@AutoService(Solver.class)
@Described("proximal gradient steps on all rows, for losses whose derivative is Lipschitz")
public record ProximalGradient(double step) implements Solver<FiniteSum, Linear> {
    /** The step size that always converges. */
    public ProximalGradient() {
        this(0);
    }

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        return Double.isInfinite(problem.loss().smoothness())
                ? Optional.of("no gradient step is safe: the loss's derivative has no Lipschitz constant")
                : Optional.empty();
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        Linear from = start == null ? new Linear(new double[problem.d()], 0) : start;
        return new Descent(problem, step == 0 ? 1 / lipschitz(problem) : step, from);
    }

    /** The largest eigenvalue of X'WX, of which L is a multiple, is at most its trace. */
    private static double lipschitz(FiniteSum problem) {
        double trace = problem.intercept() ? 1 : 0;
        for (int i = 0; i < problem.n(); i++) {
            trace += problem.shares()[i] * problem.rows().squaredNorm(i);
        }
        return problem.loss().smoothness() * trace;
    }

    /** The method's state. */
    private static final class Descent implements Run<Linear> {
        private final FiniteSum problem;
        private final double step;
        private final Certifier certifier;
        private final int[] all;
        private final double[] margins;
        private final double[] first;
        private final double[] second;
        private final double[] gradient;
        private final double[] weights;
        private double intercept;
        private int passes;

        Descent(FiniteSum problem, double step, Linear from) {
            this.problem = problem;
            this.step = step;
            certifier = new Certifier(problem);
            all = new int[problem.n()];
            Arrays.setAll(all, i -> i);
            margins = new double[problem.n()];
            first = new double[problem.n()];
            second = new double[problem.n()];
            gradient = new double[problem.d()];
            weights = from.weights().clone();
            intercept = from.intercept();
        }

        @Override
        public void step() {
            int n = problem.n();
            problem.rows().multiply(all, n, weights, margins);
            for (int i = 0; i < n; i++) {
                margins[i] += intercept + problem.offsets()[i];
            }
            problem.loss().derivatives(n, margins, problem.targets(), first, second);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                first[i] *= problem.shares()[i];
                sum += first[i];
            }
            Arrays.fill(gradient, 0);
            problem.rows().addTransposed(all, n, first, gradient);
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= step * gradient[j];
            }
            problem.penalty().prox(weights, step, weights);
            if (problem.intercept()) {
                intercept -= step * sum;
            }
            passes++;
        }

        @Override
        public Certificate certificate() {
            Certificate certificate = certifier.certify(weights, intercept, null);
            intercept = certifier.intercept(); // the best one for these weights
            return certificate;
        }

        @Override
        public Linear solution() {
            return new Linear(weights.clone(), intercept);
        }

        @Override
        public double passes() {
            return passes;
        }

        @Override
        public OptionalDouble onlineLoss() {
            return OptionalDouble.empty();
        }

        @Override
        public Health health() {
            return Double.isFinite(intercept) && Arrays.stream(weights).allMatch(Double::isFinite)
                    ? Health.WELL
                    : Health.OVERFLOW;
        }
    }
}
