package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.model.LinearModel;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.proximal.ProximalPoint;
import org.junit.jupiter.api.Test;

/** The code of README.md. */
class ReadmeTest {
    @Test
    void tenLines() {
        double[][] x = {{0, 1}, {1, 0}, {2, 2}, {3, 1}};
        double[] y = {-1, -1, 1, 1};

        Dataset data = Dataset.of(x, y);
        FiniteSum problem = FiniteSum.of(data, new Logistic(), new L2(1e-2), true);
        Fit<Solution.Linear> fit = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(1e-8));
        double excess = fit.certificate().bound(); // no weights have an objective lower by more than this

        LinearModel model = LinearModel.of(problem.loss(), fit.solution(), data.featureNames());
        double probability = model.predict(new double[] {2.5, 1}); // of +1; threads may share the model

        assertThat(excess).isBetween(0.0, 1e-8);
        assertThat(probability).isBetween(0.5, 1.0);
    }
}
