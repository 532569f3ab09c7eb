package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.loss.Logistic;
import org.fenchel.model.FactorizationModel;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.factorization.ProximalFactorization;
import org.junit.jupiter.api.Test;

/** The code on the page about factorization machines. */
class FactorizationPageTest {
    @Test
    void fourRatings() {
        IndicatorRows rows = IndicatorRows.wrap(4, new int[] {0, 2, 4, 6, 8}, new int[] {0, 2, 0, 3, 1, 2, 1, 3});
        Dataset ratings =
                Dataset.of(rows, new double[] {1, -1, -1, 1}); // users 0 and 1 like different films of 2 and 3
        FactorizationFit problem = FactorizationFit.of(ratings, new Logistic(), 2, 1e-3, 1e-3);
        ProximalFactorization method =
                new ProximalFactorization().withStep(0.5, 0.99).withPasses(500);
        Fit<Solution.Factorized> fit = Driver.fit(problem, method, new StopRule());
        FactorizationModel model =
                FactorizationModel.of(new Logistic(), fit.solution(), List.of("u0", "u1", "f2", "f3"));
        double likes = model.predict(new int[] {0, 2}); // near 1
        assertThat(likes).isGreaterThan(0.95);
        assertThat(model.predict(new int[] {0, 3})).isLessThan(0.05);
        assertThat(model.interaction(0, 2)).isPositive();
        assertThat(model.margin(new int[] {0, 2}, 1, 1)).isEqualTo(model.margin(new int[] {0, 2}));
    }
}
