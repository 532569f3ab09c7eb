package org.fenchel.solver.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Run;
import org.junit.jupiter.api.Test;

/** Dual coordinate ascent from duals that somebody else chose. */
class StartFromTest {
    private static final int N = 40;
    private final FiniteSum problem = problem();

    private static FiniteSum problem() {
        Random random = new Random(3);
        double[][] x = new double[N][4];
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < 4; j++) {
                x[i][j] = random.nextDouble();
            }
            y[i] = random.nextInt(5);
        }
        return FiniteSum.of(Dataset.of(x, y), new PoissonIdentity(), new L2(0.1), false);
    }

    @Test
    void optimalDualsAreCertifiedWithoutAStep() {
        Fit<Linear> fit = Driver.fit(problem, new Sdca(), new StopRule().withRelativeGap(1e-13));
        double[] duals = new double[N];
        problem.margins(fit.solution(), duals);
        for (int i = 0; i < N; i++) {
            duals[i] = problem.loss().derivative(duals[i], problem.targets()[i]);
        }
        Certificate at = new Sdca().startFrom(problem, 1, duals).certificate();
        assertThat(at.relativeGap()).isLessThan(1e-10);
        assertThat(at.primal())
                .isBetween(fit.certificate().primal() - 1e-10, fit.certificate().primal() + 1e-10);
    }

    @Test
    void aWorseStartIsWorseAndGetsThereAllTheSame() {
        double[] a = Objects.requireNonNull(DualStart.along(problem, DualStart.Direction.CORRELATION));
        double[] good = Arrays.stream(a).map(each -> 1 - each).toArray();
        double[] bad = Arrays.stream(a).map(each -> 1 - 50 * each).toArray();
        Run<Linear> fromGood = new Sdca().startFrom(problem, 1, good);
        Run<Linear> fromBad = new Sdca().withoutFinish().startFrom(problem, 1, bad);
        assertThat(fromBad.certificate().primal())
                .isGreaterThan(fromGood.certificate().primal());
        for (int pass = 0; pass < 500; pass++) {
            fromBad.step();
        }
        assertThat(fromBad.certificate().relativeGap()).isLessThan(1e-8);
        assertThat(bad[0]).as("what was given stays as it was").isEqualTo(1 - 50 * a[0]);
    }

    @Test
    void dualsOutsideTheirIntervalAreMovedIntoIt() {
        double[] outside = new double[N];
        Arrays.fill(outside, 0.5); // for counts of 0 only 1 is possible
        Certificate at = new Sdca().startFrom(problem, 1, outside).certificate();
        assertThat(at.bound()).isFinite();
    }

    @Test
    void oneDualForEachRow() {
        assertThatThrownBy(() -> new Sdca().startFrom(problem, 1, new double[3]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("3 duals for 40 rows");
    }
}
