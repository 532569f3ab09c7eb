package org.fenchel.solver.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.run.Driver;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Problems;
import org.fenchel.solver.direct.LeastSquares;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.newton.Newton;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanTest {
    static Stream<Arguments> problems() {
        return Problems.losses()
                .flatMap(loss -> Problems.penalties(5).stream().map(penalty -> Arguments.of(loss, penalty)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatIsChosenDoesNotRefuseAndTheRestIsListed(Loss loss, Penalty penalty) {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 5, 1, 3), loss, penalty, true);
        Plan plan = new Auto().plan(problem);
        assertThat(plan.candidates()).isNotEmpty().allSatisfy(candidate -> {
            assertThat(candidate.method().refusal(problem)).isEmpty();
            assertThat(candidate.estimate().seconds()).isPositive().isFinite();
        });
        assertThat(plan.refusals()).allSatisfy(refusal -> {
            assertThat(refusal.method().refusal(problem)).contains(refusal.why());
        });
        assertThat(plan.candidates().size() + plan.refusals().size()).isEqualTo(9);
        assertThat(plan.chosen()).contains(plan.candidates().get(0).method());
        assertThat(new Auto().refusal(problem)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void theSameProblemHasTheSamePlan(Loss loss, Penalty penalty) {
        FiniteSum problem = FiniteSum.of(Problems.data(loss, 60, 5, 1, 3), loss, penalty, true);
        FiniteSum again = FiniteSum.of(Problems.data(loss, 60, 5, 1, 3), loss, penalty, true);
        assertThat(new Auto().plan(problem)).isEqualTo(new Auto().plan(again));
    }

    @Test
    void ridgeWithManyRowsIsSolvedInOneStep() {
        FiniteSum problem = FiniteSum.of(dense(5000, 20), new Squared(), new L2(1e-3), true);
        assertThat(new Auto().choose(problem)).isInstanceOfAny(LeastSquares.class, Newton.class, ProximalPoint.class);
        assertThat(new Auto().plan(problem).spectrum()).isEmpty();
    }

    @Test
    void textsWithAStrongPenaltyAreForAscent() {
        FiniteSum problem = FiniteSum.of(texts(2000, 4000), new Logistic(), new L2(1e-2), false);
        assertThat(new Auto().choose(problem)).isInstanceOf(Sdca.class);
        FiniteSum kinked = FiniteSum.of(texts(2000, 4000), new Hinge(), new L2(1e-2), false);
        assertThat(new Auto().choose(kinked)).isInstanceOf(Sdca.class);
    }

    @Test
    void wideDenseDataWithAWeakPenaltyIsWorthALookAtTheSpectrum() {
        FiniteSum problem = FiniteSum.of(dense(600, 1500), new Logistic(), new L2(1e-5), true);
        Plan plan = new Auto().plan(problem);
        assertThat(plan.spectrum()).isPresent();
        assertThat(plan.chosen().orElseThrow()).isNotInstanceOfAny(ProximalPoint.class, Newton.class);
        assertThat(plan.candidates())
                .noneMatch(candidate -> candidate.estimate().lowerBound());
    }

    @Test
    void lassoIsForMethodsThatKnowIt() {
        FiniteSum problem = FiniteSum.of(dense(500, 20), new Squared(), new L1(1e-2), true);
        Plan plan = new Auto().plan(problem);
        assertThat(plan.refusals().stream().map(Plan.Refusal::method)).contains(new LeastSquares(), new Lbfgs());
        assertThat(plan.refusals().get(0).why()).contains("l1(l1=0.01)");
    }

    @Test
    void moreDigitsMakeCheapStepsDearer() {
        FiniteSum problem = FiniteSum.of(texts(2000, 4000), new Logistic(), new L2(1e-2), false);
        assertThat(seconds(new Auto(1e-12).plan(problem))).isGreaterThan(1.5 * seconds(new Auto(1e-6).plan(problem)));
    }

    private static double seconds(Plan plan) {
        return plan.candidates().stream()
                .filter(candidate -> candidate.method() instanceof Sdca)
                .findFirst()
                .orElseThrow()
                .estimate()
                .seconds();
    }

    @Test
    void theSpectrumOfOrthogonalRowsIsExact() {
        int n = 6;
        double[] x = new double[n * n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i * n + i] = i + 1;
            y[i] = 1;
        }
        FiniteSum problem = FiniteSum.of(Dataset.of(DenseRows.wrap(n, n, x), y), new Squared(), new L2(0.5), false);
        Spectrum spectrum = Spectrum.of(problem);
        assertThat(spectrum.largest()).isCloseTo(36.0 / n + 0.5, within(1e-9));
        assertThat(spectrum.smallest()).isCloseTo(1.0 / n + 0.5, within(1e-9));
        assertThat(spectrum.left()).isCloseTo(0, within(1e-12));
    }

    @Test
    void theDefaultReachesWhatItIsAskedFor() {
        FiniteSum problem = FiniteSum.of(texts(300, 500), new Hinge(), new L2(1e-3), true);
        assertThat(Driver.fit(problem, new Auto(1e-9), new StopRule().withRelativeGap(1e-9))
                        .trace()
                        .reason())
                .isEqualTo(StopReason.CERTIFIED);
    }

    @Test
    void anAccuracyIsNotNegative() {
        assertThatThrownBy(() -> new Auto(-1)).isInstanceOf(InvalidInput.class).hasMessageContaining("accuracy=-1");
    }

    private static Dataset dense(int n, int d) {
        Random random = new Random(4);
        double[] x = random.doubles((long) n * d, -1, 1).toArray();
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = x[i * d] + 0.3 * random.nextGaussian() > 0 ? 1 : -1;
        }
        return Dataset.of(DenseRows.wrap(n, d, x), y);
    }

    /** Rows of norm 1 with ten entries each, in a tenth of the columns most often. */
    private static Dataset texts(int n, int d) {
        Random random = new Random(5);
        int each = 10;
        int[] starts = new int[n + 1];
        int[] columns = new int[n * each];
        double[] values = new double[n * each];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            starts[i + 1] = (i + 1) * each;
            for (int k = 0; k < each; k++) {
                columns[i * each + k] = k * (d / each) + random.nextInt(d / each);
                values[i * each + k] = Math.sqrt(1.0 / each);
            }
            y[i] = columns[i * each] % 2 == 0 ? 1 : -1;
        }
        return Dataset.of(SparseRows.wrap(d, starts, columns, values), y);
    }
}
