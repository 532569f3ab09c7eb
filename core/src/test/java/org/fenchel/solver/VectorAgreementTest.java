package org.fenchel.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.data.Dataset;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Softmax;
import org.fenchel.loss.VectorLoss;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.dual.Sampling;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.gradient.GradientDescent;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.proximal.RowOrder;
import org.fenchel.solver.proximal.StepSchedule;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.fenchel.solver.stochastic.Sgd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method of the catalogue that takes several classes, but the stochastic first-order ones, certifies the same optimum. */
class VectorAgreementTest {
    private static final int N = 60;
    private static final int D = 4;
    private static final int CLASSES = 3;
    private static final double TOLERANCE = 1e-8;

    /** Of bounds on a ball, which pay the ball's radius times what is left of the gradient. */
    private static final double BALL_TOLERANCE = 1e-6;

    private static final Set<Class<?>> FIRST_ORDER = Set.of(GradientDescent.class, Fista.class);

    static Stream<Arguments> grid() {
        return VectorProblems.losses()
                .flatMap(loss -> Problems.penalties(D * CLASSES).stream().map(penalty -> Arguments.of(loss, penalty)));
    }

    private static List<VectorForm> forms(VectorSum problem) {
        List<VectorForm> forms = new ArrayList<>();
        for (Entry<?> entry : Catalogue.of(Solver.class).entries()) {
            boolean stochastic = entry.type().getPackageName().equals(Sgd.class.getPackageName());
            if (!stochastic && entry.defaults() instanceof VectorForm form) {
                forms.add(form);
            }
        }
        assertThat(forms).hasSizeGreaterThan(4);
        if (problem.penalty().l2() > 0) {
            forms.add(new Sdca().withoutFinish());
            forms.add(new Sdca().withoutFinish().withSampling(Sampling.UNIFORM));
            forms.add(new Sdca().withoutFinish().withSampling(Sampling.IMPORTANCE));
            forms.add(new Sdca().withoutFinish().withSampling(Sampling.ADAPTIVE));
        }
        return forms;
    }

    private static Dataset weighted(Dataset data) {
        return data.withWeights(new Random(22)
                .doubles(data.n(), 0.5, 2)
                .map(w -> w < 0.6 ? 0 : w)
                .toArray());
    }

    @ParameterizedTest
    @MethodSource("grid")
    void solversAgree(VectorLoss loss, Penalty penalty) {
        Dataset sparse = VectorProblems.data(N, D, CLASSES, 0.5, 21);
        Dataset ones = Dataset.of(Problems.indicator((SparseRows) sparse.rows()), sparse.targets());
        Dataset dense = VectorProblems.data(N, D, CLASSES, 1, 21);
        for (Dataset data : List.of(dense, weighted(sparse), ones)) {
            for (boolean intercept : new boolean[] {false, true}) {
                requireAgreement(VectorSum.of(data, loss, penalty, CLASSES, intercept));
            }
        }
    }

    private static boolean onBall(Certificate certificate) {
        return certificate instanceof Certificate.DualityGap gap && gap.radius() < Double.POSITIVE_INFINITY;
    }

    private static void requireAgreement(VectorSum problem) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double highestBound = Double.NEGATIVE_INFINITY;
        for (VectorForm form : forms(problem)) {
            Solver<VectorSum, MultiLinear> solver = form.onVectors();
            String what =
                    problem.describe() + " by " + solver + ", " + problem.rows().getClass();
            if (solver.refusal(problem).isPresent()) {
                continue; // tests of the solver itself say what it refuses
            }
            StopRule rule = new StopRule()
                    .withRelativeGap(TOLERANCE)
                    .withPasses(FIRST_ORDER.contains(form.getClass()) ? 100_000 : 5000);
            Fit<MultiLinear> fit = Driver.fit(problem, solver, rule);
            Certificate certificate = fit.certificate();
            assertThat(certificate.relativeGap())
                    .as("%s: %s, %s", what, fit.trace().reason(), certificate)
                    .isLessThanOrEqualTo(onBall(certificate) ? BALL_TOLERANCE : TOLERANCE);
            assertThat(problem.objective(fit.solution())).as(what).isCloseTo(certificate.primal(), within(1e-12));
            lowest = Math.min(lowest, certificate.primal());
            highest = Math.max(highest, certificate.primal());
            if (certificate instanceof Certificate.DualityGap gap && !onBall(certificate)) {
                highestBound = Math.max(highestBound, gap.dual());
            }
        }
        assertThat(highest - lowest).as(problem.describe()).isLessThanOrEqualTo(TOLERANCE * Math.max(1, lowest));
        assertThat(highestBound).as("no bound above the truth").isLessThanOrEqualTo(lowest + 1e-13);
    }

    /**
     * Two classes: the margins of a softmax optimum are b and -b, whose difference 2 b are the weights of logistic regression. The
     * penalty l2/2 (|b|^2 + |b|^2) is l2/4 |2 b|^2: softmax with l2 is logistic with l2/2.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3})
    void softmaxOfTwoClassesIsLogistic(double density) {
        double l2 = 0.02;
        Dataset data = VectorProblems.data(120, 6, 2, density, 7);
        Dataset signs = data.withTargets(
                Arrays.stream(data.targets()).map(y -> y == 1 ? 1 : -1).toArray());
        StopRule rule = new StopRule().withRelativeGap(1e-12);
        Fit<MultiLinear> vector =
                Driver.fit(VectorSum.of(data, new Softmax(), new L2(l2), 2, true), new Lbfgs().onVectors(), rule);
        Fit<Linear> scalar = Driver.fit(FiniteSum.of(signs, new Logistic(), new L2(l2 / 2), true), new Lbfgs(), rule);
        assertThat(vector.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(vector.certificate().primal()).isCloseTo(scalar.certificate().primal(), within(1e-11));
        double[] b = vector.solution().weights();
        for (int j = 0; j < 6; j++) {
            assertThat(b[2 * j + 1] - b[2 * j]).isCloseTo(scalar.solution().weights()[j], within(1e-4));
        }
    }

    /** Exact steps on mini-batches, with a step that falls, end near the optimum whatever the size of batch and step. */
    @ParameterizedTest
    @MethodSource("grid")
    void miniBatchesComeNear(VectorLoss loss, Penalty penalty) {
        VectorSum problem = VectorSum.of(VectorProblems.data(N, D, CLASSES, 0.5, 21), loss, penalty, CLASSES, true);
        Solver<VectorSum, MultiLinear> exact = new Fista().onVectors();
        double least = Driver.fit(
                        problem, exact, new StopRule().withRelativeGap(1e-8).withPasses(100_000))
                .certificate()
                .primal();
        for (int batch : new int[] {1, 8}) {
            ProximalPoint method = new ProximalPoint(batch, 10, StepSchedule.HARMONIC, RowOrder.SHUFFLED, true);
            if (method.onVectors().refusal(problem).isEmpty()) {
                Fit<MultiLinear> fit =
                        Driver.fit(problem, method.onVectors(), new StopRule().withPasses(64), 3, null, (p) -> {});
                assertThat(fit.certificate().primal() - least)
                        .as("%s, batch %s", problem.describe(), batch)
                        .isBetween(-1e-9, 0.02);
            }
        }
    }
}
