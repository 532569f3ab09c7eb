package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.api.Test;

/** The code of docs/write-your-own-loss.md. */
class OwnLossTest {
    @Test
    void anOwnLossIsFittedAndCertified() {
        double[][] x = {{0}, {1}, {2}, {3}, {4}};
        double[] y = {0.1, 0.9, 2.1, 2.9, 40};
        Loss loss = Catalogue.of(Loss.class).parse("log-cosh(delta=0.5)");
        FiniteSum problem = FiniteSum.of(Dataset.of(x, y), loss, new L2(1e-3), true);
        Fit<Solution.Linear> fit = Driver.fit(problem, new ProximalPoint(), new StopRule());
        assertThat(loss).isEqualTo(new LogCosh(0.5));
        assertThat(fit.trace().reason()).isEqualTo(StopReason.CERTIFIED);
        assertThat(fit.solution().weights()[0])
                .as("least squares would give 8.4")
                .isBetween(0.8, 2.0);
    }
}
