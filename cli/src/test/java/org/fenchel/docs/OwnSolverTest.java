package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.api.Test;

/** The code of docs/write-your-own-solver.md. */
class OwnSolverTest {
    private final Dataset data = TrainingData.of(
                    CsvReader.read(Pages.ROOT.resolve("examples/breast-cancer.csv"), new CsvFormat()),
                    new Roles("diagnosis"),
                    new EncodingOptions().withScale(Scale.STANDARD),
                    new Logistic(),
                    null)
            .dataset();

    @Test
    void agreesWithTheOther() {
        List<String> lines = new ArrayList<>();

        FiniteSum problem = FiniteSum.of(data, new Logistic(), new ElasticNet(1e-3, 1e-2), true);
        StopRule rule = new StopRule().withRelativeGap(1e-6).withPasses(20_000);
        Fit<Linear> mine = Driver.fit(problem, new ProximalGradient(), rule);
        Fit<Linear> theirs = Driver.fit(problem, new ProximalPoint(), rule);

        for (Trace.Point point : mine.trace().points()) {
            if (!Double.isNaN(point.objective())) { // the driver measures at geometrically spaced steps
                lines.add(point.passes() + " " + point.objective() + " " + point.dual());
            }
        }
        double apart =
                Math.abs(mine.certificate().primal() - theirs.certificate().primal());

        assertThat(mine.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(theirs.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(apart)
                .isLessThanOrEqualTo(Math.max(
                        mine.certificate().bound(), theirs.certificate().bound()));
        assertThat(lines).hasSizeGreaterThan(10);
    }

    @Test
    void refusesInWords() {
        FiniteSum kinks = FiniteSum.of(data, new Hinge(), new L2(1e-2), true);
        assertThatThrownBy(() -> Driver.fit(kinks, new ProximalGradient(), new StopRule()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Lipschitz");
    }
}
