package org.fenchel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.fenchel.data.ObservedEntries;
import org.fenchel.problem.Solution;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.links.DouglasRachford;
import org.junit.jupiter.api.Test;

/** The code on the page about links. */
class LinksPageTest {
    @Test
    void fivePairs() {
        ObservedEntries pairs = ObservedEntries.of(
                3, 3, new int[] {0, 0, 1, 2, 2}, new int[] {1, 2, 0, 0, 1}, new double[] {1, -1, 1, -1, 1});
        LinkFit problem = LinkFit.of(pairs, 0.01, 0.05);
        Fit<Solution.LowRank> fit = Driver.fit(problem, new DouglasRachford(), new StopRule());
        double score = fit.solution().matrix().at(1, 2);
        double provenGap = fit.certificate().relativeGap();
        assertThat(provenGap).isLessThanOrEqualTo(1e-6);
        assertThat(score).isBetween(-1.0, 1.0);
    }
}
