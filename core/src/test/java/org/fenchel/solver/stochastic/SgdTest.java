package org.fenchel.solver.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Problems;
import org.fenchel.solver.Run;
import org.fenchel.solver.Run.Health;
import org.fenchel.solver.Solver;
import org.fenchel.solver.proximal.RowOrder;
import org.fenchel.solver.proximal.StepSchedule;
import org.junit.jupiter.api.Test;

class SgdTest {
    private static final Logistic LOGISTIC = new Logistic();
    private static final Sgd BY_HAND =
            new Sgd().withStep(0.3, StepSchedule.CONSTANT).withOrder(RowOrder.FILE);

    private static FiniteSum problem(double density, Penalty penalty) {
        Dataset data = Problems.weighted(Problems.data(LOGISTIC, 40, 7, density, 3), 4);
        return FiniteSum.of(data, LOGISTIC, penalty, true);
    }

    /** Passes of gradient descent as in a book: l2 in the gradient, momentum, no prox. Weights, then the intercept. */
    private static double[] byHand(FiniteSum problem, int batch, double beta, boolean nesterov, int passes) {
        int n = problem.n();
        int d = problem.d();
        double l2 = problem.penalty().l2();
        double[] x = new double[d + 1];
        double[] v = new double[d + 1];
        for (int pass = 0; pass < passes; pass++) {
            for (int from = 0; from < n; from += batch) {
                int to = Math.min(n, from + batch);
                double[] at = x.clone();
                for (int j = 0; nesterov && j <= d; j++) {
                    at[j] += beta * v[j];
                }
                double[] g = new double[d + 1];
                for (int i = from; i < to; i++) {
                    double z = problem.rows().dot(i, at) + at[d] + problem.offsets()[i];
                    double pull = problem.shares()[i]
                            * n
                            / (to - from)
                            * problem.loss().derivative(z, problem.targets()[i]);
                    problem.rows().axpy(pull, i, g);
                    g[d] += pull;
                }
                for (int j = 0; j <= d; j++) {
                    v[j] = beta * v[j] - 0.3 * (g[j] + (j < d ? l2 * at[j] : 0));
                    x[j] += v[j];
                }
            }
        }
        return x;
    }

    private static double[] run(FiniteSum problem, Sgd sgd, int passes) {
        Run<Linear> run = sgd.start(problem, 1);
        for (int pass = 0; pass < passes; pass++) {
            run.step();
        }
        Linear at = run.solution();
        double[] all = Arrays.copyOf(at.weights(), problem.d() + 1);
        all[problem.d()] = at.intercept();
        return all;
    }

    @Test
    void isTheMethodOfTheBooks() {
        for (double density : new double[] {1, 0.4}) {
            FiniteSum problem = problem(density, new L2(0.05));
            for (int batch : new int[] {1, 3, 40}) {
                for (double beta : new double[] {0, 0.8}) {
                    for (boolean nesterov : new boolean[] {false, true}) {
                        Sgd sgd = BY_HAND.withBatch(batch).withMomentum(beta, nesterov);
                        assertThat(run(problem, sgd, 5))
                                .as("%s", sgd)
                                .containsExactly(byHand(problem, batch, beta, nesterov, 5), within(1e-12));
                    }
                }
            }
        }
    }

    @Test
    void allRowsAreABatchOfThem() {
        FiniteSum problem = problem(0.4, new ElasticNet(0.02, 0.05));
        assertThat(run(problem, BY_HAND.withBatch(0), 9)).isEqualTo(run(problem, BY_HAND.withBatch(40), 9));
        Sgd shuffled = BY_HAND.withOrder(RowOrder.SHUFFLED);
        assertThat(run(problem, shuffled.withBatch(0), 9)).isEqualTo(run(problem, BY_HAND.withBatch(99), 9));
    }

    /** A pass over copies of the same row is the same steps, whatever the order: single rows are batches of 1, to the bit. */
    @Test
    void aSingleRowIsABatchOfOne() {
        FiniteSum all = problem(0.4, new ElasticNet(0.02, 0.05));
        FiniteSum one = all.on(new int[] {5});
        FiniteSum copies = all.on(new int[] {5, 5, 5, 5});
        assertThat(run(copies, BY_HAND.withBatch(1), 3)).isEqualTo(run(one, BY_HAND.withBatch(1), 12));
        assertThat(run(one, BY_HAND.withBatch(1), 12)).isEqualTo(run(one, BY_HAND.withBatch(0), 12));
    }

    @Test
    void lazyWeightsAreThoseOfWholeSteps() {
        for (Penalty penalty : Problems.penalties(7)) {
            FiniteSum sparse = problem(0.2, penalty);
            Dataset dense = Dataset.of(Problems.dense(sparse.rows()), sparse.targets());
            FiniteSum whole = FiniteSum.of(
                    dense.withWeights(sparse.shares()).withOffsets(sparse.offsets()), LOGISTIC, penalty, true);
            assertThat(sparse.rows()).isInstanceOf(SparseRows.class);
            for (int batch : new int[] {1, 4}) {
                Sgd sgd = new Sgd().withBatch(batch);
                assertThat(run(sparse, sgd, 20)).as("%s", penalty).containsExactly(run(whole, sgd, 20), within(1e-10));
            }
        }
    }

    @Test
    void aStepBeyondTheReciprocalOfL2() {
        FiniteSum problem = problem(0.4, new L2(4));
        assertThat(run(problem, BY_HAND, 3)).containsExactly(byHand(problem, 1, 0, false, 3), within(1e-12));
    }

    @Test
    void sameSeedSameBits() {
        FiniteSum problem = problem(0.4, new ElasticNet(0.02, 0.05));
        for (Solver<FiniteSum, Linear> solver : Arrays.<Solver<FiniteSum, Linear>>asList(
                new Sgd(), new Sgd().withMomentum(0.5, true), new Adagrad(), new Adam(), new Svrg(), new Saga())) {
            Run<Linear> a = solver.start(problem, 7);
            Run<Linear> b = solver.start(problem, 7);
            Run<Linear> other = solver.start(problem, 8);
            assertThat(a.onlineLoss()).isEmpty();
            for (int pass = 0; pass < 5; pass++) {
                a.step();
                a.certificate(); // measuring leaves no trace
                b.step();
                other.step();
            }
            b.certificate();
            assertThat(a.solution().weights()).isEqualTo(b.solution().weights());
            assertThat(a.solution().intercept()).isEqualTo(b.solution().intercept());
            assertThat(a.onlineLoss()).isEqualTo(b.onlineLoss());
            assertThat(a.solution().weights()).isNotEqualTo(other.solution().weights());
        }
    }

    @Test
    void onlineLossIsThatBeforeTheSteps() {
        FiniteSum problem = problem(1, new L2(0.05));
        Run<Linear> run = new Sgd().withBatch(0).start(problem, 1);
        run.step();
        double[] margins = new double[40];
        problem.margins(new Linear(new double[7], 0), margins);
        assertThat(run.onlineLoss().orElseThrow()).isCloseTo(problem.meanLoss(margins), within(1e-14));
    }

    @Test
    void overflowIsToldAndLeavesNumbers() {
        Squared squared = new Squared();
        for (Penalty penalty : Problems.penalties(7)) {
            FiniteSum problem = FiniteSum.of(Problems.data(squared, 40, 7, 0.4, 3), squared, penalty, false);
            for (Solver<FiniteSum, Linear> solver : Arrays.<Solver<FiniteSum, Linear>>asList(
                    new Sgd().withStep(1e6, StepSchedule.CONSTANT), new Saga(1e6), new Svrg(1e6, SvrgSteps.CONSTANT))) {
                Run<Linear> run = solver.start(problem, 1);
                for (int pass = 0; pass < 100 && run.health() == Health.WELL; pass++) {
                    run.step();
                }
                boolean box =
                        penalty.value(new double[] {1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9}) == Double.POSITIVE_INFINITY;
                if (!box) {
                    assertThat(run.solution().weights()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
                    assertThat(run.certificate().primal()).isNotNaN();
                }
            }
        }
        Run<Linear> run = new Sgd()
                .withStep(1e6, StepSchedule.CONSTANT)
                .start(FiniteSum.of(Problems.data(squared, 40, 7, 1, 3), squared, new L2(0), true), 1);
        for (int pass = 0; pass < 100 && run.health() == Health.WELL; pass++) {
            run.step();
        }
        assertThat(run.health()).isEqualTo(Health.OVERFLOW);
    }

    @Test
    void interruptsEndAPassEarly() {
        FiniteSum problem = FiniteSum.of(Problems.data(LOGISTIC, 5000, 4, 1, 3), LOGISTIC, new L2(0.1), true);
        for (Solver<FiniteSum, Linear> solver : Arrays.<Solver<FiniteSum, Linear>>asList(
                new Sgd(), new Adagrad(), new Adam().withBatch(1), new Svrg(), new Saga())) {
            Run<Linear> run = solver.start(problem, 1);
            Thread.currentThread().interrupt();
            run.step();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(run.passes() % 1).isCloseTo(1024.0 / 5000, within(1e-12));
            assertThat(run.health()).isEqualTo(Health.WELL);
            assertThat(run.certificate().primal()).isFinite();
        }
    }

    @Test
    void refusals() {
        PoissonIdentity identity = new PoissonIdentity();
        FiniteSum counts = FiniteSum.of(Problems.data(identity, 30, 4, 1, 1), identity, new L2(0.1), true);
        for (Solver<FiniteSum, Linear> solver :
                Arrays.<Solver<FiniteSum, Linear>>asList(new Sgd(), new Adagrad(), new Adam(), new Saga())) {
            assertThat(solver.refusal(counts))
                    .hasValueSatisfying(why -> assertThat(why).contains("infinite"));
        }
        assertThat(new Svrg().refusal(counts)).isEmpty();
        for (double bad : new double[] {-0.1, 1, Double.NaN}) {
            assertThatThrownBy(() -> new Sgd().withMomentum(bad, false)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> new Sgd().withBatch(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Saga(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Adam().withStep(0, StepSchedule.SQRT)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Sgd().start(counts, 1, new Linear(new double[9], 0)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void catalogueReadsAndWritesThem() {
        @SuppressWarnings("rawtypes") // the catalogue knows kinds by their raw class
        Catalogue<Solver> solvers = Catalogue.of(Solver.class);
        assertThat(solvers.parse("sgd(batch=64,momentum=0.9,schedule=harmonic)"))
                .isEqualTo(new Sgd(64, 0, StepSchedule.HARMONIC, 0.9, false, RowOrder.SHUFFLED));
        for (Solver<?, ?> solver : Arrays.<Solver<?, ?>>asList(
                new Sgd(8, 0.5, StepSchedule.CONSTANT, 0.5, true, RowOrder.FILE),
                new Svrg(0.5, SvrgSteps.CONSTANT),
                new Saga(0.25),
                new Adagrad(3, 0.5, RowOrder.FILE),
                new Adam(3, 0.5, StepSchedule.SQRT, 0.5, 0.75, RowOrder.FILE))) {
            assertThat(solvers.parse(solvers.print(solver))).isEqualTo(solver);
        }
    }
}
