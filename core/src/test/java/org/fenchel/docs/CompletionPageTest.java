package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.data.ObservedEntries;
import org.fenchel.loss.Absolute;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.Biases;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.lowrank.DouglasRachford;
import org.junit.jupiter.api.Test;

/** The code on the page about completed matrices. */
class CompletionPageTest {
    @Test
    void fiveRatings() {
        ObservedEntries ratings = ObservedEntries.of(
                3, 3, new int[] {0, 0, 1, 1, 2}, new int[] {0, 1, 0, 2, 1}, new double[] {5, 1, 4, 2, 1});
        Biases biases = Biases.of(ratings);
        LowRankFit problem = LowRankFit.of(biases.removed(ratings), new MeanLoss(new Absolute()), 0.01);
        Fit<Solution.LowRank> fit = Driver.fit(problem, new DouglasRachford(), new StopRule());
        double missing = biases.at(2, 0) + fit.solution().matrix().at(2, 0);
        double provenGap = fit.certificate().relativeGap();
        assertThat(provenGap).isLessThanOrEqualTo(1e-6);
        assertThat(missing).isBetween(1.0, 6.0);
    }
}
