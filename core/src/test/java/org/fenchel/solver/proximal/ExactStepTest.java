package org.fenchel.solver.proximal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.step.BatchColumns;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A step is exact: the duality gap of its small problem, computed here from nothing but the loss's value and conjugate and the
 * penalty's value and prox, is rounding. Runs on every loss of the catalogue.
 *
 * <p>The gap is at least ||x - x*||^2 / (2 eta) and at most 1e-10 of the objective. Its own rounding is some 1e-16 of its largest
 * term, which is near the objective for all of these problems.
 */
class ExactStepTest {
    private static final int[] BATCHES = {1, 2, 4, 16, 256};
    static final double[] STEPS = {1e-3, 1, 1e3};
    private static final double RELATIVE_GAP = 1e-10;

    static Stream<Arguments> grid() {
        List<Arguments> grid = new ArrayList<>();
        Problems.losses().forEach(loss -> {
            for (int batch : BATCHES) {
                for (double step : STEPS) {
                    grid.add(Arguments.of(loss, batch, step));
                }
            }
        });
        return grid.stream();
    }

    /** 30 features: with a batch of 256 the small problem has more rows than columns, with the others fewer. */
    @ParameterizedTest
    @MethodSource("grid")
    void dense(Loss loss, int batch, double step) {
        Dataset data = Problems.data(loss, 300, 30, 1, 1);
        requireExact(FiniteSum.of(data, loss, new None(), false), batch, step);
    }

    @ParameterizedTest
    @MethodSource("grid")
    void withInterceptWeightsAndOffsets(Loss loss, int batch, double step) {
        Dataset data = Problems.weighted(Problems.data(loss, 300, 30, 1, 2), 3);
        requireExact(FiniteSum.of(data, loss, new None(), true), batch, step);
    }

    @ParameterizedTest
    @MethodSource("grid")
    void sparse(Loss loss, int batch, double step) {
        Dataset data = Problems.weighted(Problems.data(loss, 300, 60, 0.1, 4), 5);
        requireExact(FiniteSum.of(data, loss, new None(), true), batch, step);
    }

    @ParameterizedTest
    @MethodSource("org.fenchel.solver.Problems#losses")
    void moreColumnsThanRows(Loss loss) {
        Dataset data = Problems.data(loss, 40, 300, 1, 6);
        for (double step : STEPS) {
            requireExact(FiniteSum.of(data, loss, new None(), false), 16, step);
        }
    }

    static Stream<Arguments> penalised() {
        return Problems.losses()
                .flatMap(loss -> Problems.penalties(20).stream().map(penalty -> Arguments.of(loss, penalty)));
    }

    @ParameterizedTest
    @MethodSource("penalised")
    void withPenalties(Loss loss, Penalty penalty) {
        Dataset dense = Problems.weighted(Problems.data(loss, 70, 20, 1, 7), 8);
        Dataset sparse = Problems.data(loss, 70, 20, 0.2, 9);
        for (int batch : new int[] {1, 4, 16, 64}) {
            for (double step : STEPS) {
                requireExact(FiniteSum.of(dense, loss, penalty, false), batch, step);
                requireExact(FiniteSum.of(sparse, loss, penalty, true), batch, step);
            }
        }
    }

    static void requireExact(FiniteSum problem, int batch, double eta) {
        int n = problem.n();
        int d = problem.d();
        Random random = new Random(10);
        double[] x0 = Problems.vector(random, d, 0.1);
        problem.penalty().prox(x0, 1e-9, x0); // the iterates of a method are feasible
        double c0 = problem.intercept() ? 0.3 : 0;
        int[] rows = random.ints(0, n).distinct().limit(batch).toArray();
        BatchColumns columns = new BatchColumns(problem.rows(), true);
        ProximalSubproblem step = new ProximalSubproblem(problem, batch, null);
        double factor = (double) n / batch;
        step.choose(rows, batch, problem.shares(), factor, columns.columns(), columns.count());
        step.around(x0, c0, eta);
        step.solve(x0);

        double[] x = step.solution();
        double c = step.solutionIntercept();
        double primal = problem.penalty().value(x) + squaredDistance(x, x0) / (2 * eta);
        double dual = 0;
        double sum = 0;
        double[] slope = new double[d];
        for (int k = 0; k < batch; k++) {
            int i = rows[k];
            double w = factor * problem.shares()[i];
            double y = problem.targets()[i];
            double alpha = step.alpha()[k];
            double margin = problem.rows().dot(i, x) + c + problem.offsets()[i];
            primal += w * problem.loss().value(margin, y);
            dual += w * (alpha * problem.offsets()[i] - problem.loss().conjugate(alpha, y));
            problem.rows().axpy(w * alpha, i, slope);
            sum += w * alpha;
        }
        // min over the weights of slope'x + r(x) + ||x - x0||^2 / (2 eta), and over the intercept likewise
        double[] p = new double[d];
        Arrays.setAll(p, j -> x0[j] - eta * slope[j]);
        problem.penalty().prox(p, eta, p);
        for (int j = 0; j < d; j++) {
            dual += slope[j] * p[j];
        }
        dual += problem.penalty().value(p) + squaredDistance(p, x0) / (2 * eta);
        if (problem.intercept()) {
            primal += (c - c0) * (c - c0) / (2 * eta);
            dual += sum * c0 - eta * sum * sum / 2;
        }
        assertThat((primal - dual) / Math.max(1, Math.abs(primal)))
                .as("%s, batch %s, step %s, primal %s", problem.describe(), batch, eta, primal)
                .isBetween(-1e-12, RELATIVE_GAP);
    }

    static Stream<Loss> lossesOfAllMargins() {
        return Problems.losses().filter(loss -> loss.domainLow(1) == Double.NEGATIVE_INFINITY);
    }

    /** The short cuts for one row and for small batches take the same steps as the general method. */
    @ParameterizedTest
    @MethodSource("lossesOfAllMargins")
    void shortCutsTakeTheSameSteps(Loss loss) {
        for (Penalty penalty : Problems.penalties(30).subList(0, 2)) {
            for (double density : new double[] {1, 0.2}) {
                Dataset data = Problems.weighted(Problems.data(loss, 49, 30, density, 11), 12);
                for (boolean intercept : new boolean[] {false, true}) {
                    FiniteSum problem = FiniteSum.of(data, loss, penalty, intercept);
                    for (int batch : new int[] {1, 2, 4, 16}) {
                        for (double step : STEPS) {
                            requireSameAsGeneral(problem, batch, step, 1e-9);
                        }
                    }
                }
            }
        }
    }

    static Stream<Arguments> smoothRows() {
        return Problems.losses()
                .filter(Loss::differentiable)
                .flatMap(loss ->
                        Problems.penalties(30).subList(0, 8).stream().map(penalty -> Arguments.of(loss, penalty)));
    }

    /** One unknown for a row with a separable penalty; strong convexity turns the general method's gap of 1e-17 into 1e-7. */
    @ParameterizedTest
    @MethodSource("smoothRows")
    void penalisedRowsTakeTheSameSteps(Loss loss, Penalty penalty) {
        Dataset data = Problems.weighted(Problems.data(loss, 49, 30, 0.2, 11), 12);
        for (boolean intercept : new boolean[] {false, true}) {
            for (double step : STEPS) {
                requireSameAsGeneral(FiniteSum.of(data, loss, penalty, intercept), 1, step, 1e-7);
            }
        }
    }

    /** One pass in the order of the file, over a last batch of another size too. */
    static void requireSameAsGeneral(FiniteSum problem, int batch, double eta, double relative) {
        int n = problem.n();
        int d = problem.d();
        Linear start = new Linear(Problems.vector(new Random(13), d, 0.1), problem.intercept() ? 0.3 : 0);
        problem.penalty().prox(start.weights(), 1e-9, start.weights());
        Run<Linear> run = new ProximalPoint(batch, eta).withOrder(RowOrder.FILE).start(problem, 1, start);
        run.step();
        double[] fast = run.solution().weights();

        BatchColumns columns = new BatchColumns(problem.rows(), true);
        ProximalSubproblem step = new ProximalSubproblem(problem, batch, null);
        double[] x = start.weights().clone();
        double c = start.intercept();
        for (int from = 0; from < n; from += batch) {
            int m = Math.min(batch, n - from);
            int[] rows = new int[m];
            for (int k = 0; k < m; k++) {
                rows[k] = from + k;
            }
            step.choose(rows, m, problem.shares(), (double) n / m, columns.columns(), columns.count());
            step.around(x, c, eta);
            step.solve(x);
            x = step.solution().clone();
            c = step.solutionIntercept();
        }
        double size = Math.sqrt(squaredDistance(x, new double[d]));
        assertThat(Math.sqrt(squaredDistance(fast, x)))
                .as("%s, batch %s, step %s, size %s", problem.describe(), batch, eta, size)
                .isLessThanOrEqualTo(relative * (1 + size));
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }
}
