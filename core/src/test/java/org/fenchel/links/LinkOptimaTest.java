package org.fenchel.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.links.DouglasRachford;
import org.fenchel.solver.links.LinkSolver;
import org.fenchel.solver.links.SemiLpadmm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Optima that an independent program in numpy has found, by two methods. */
class LinkOptimaTest {
    @ParameterizedTest
    @EnumSource(
            value = Graphs.WikiVote.class,
            names = {"NODES_64", "NODES_256"})
    void bothMethodsFindThem(Graphs.WikiVote graph) {
        found(graph, new DouglasRachford(), 1e-6);
        found(graph, new SemiLpadmm(), 1e-5);
    }

    /** The numpy program proves six millionths here. */
    @Test
    void theLargerOneIsReachedToo() {
        found(Graphs.WikiVote.NODES_1024, new DouglasRachford(), 3e-5);
    }

    private static void found(Graphs.WikiVote graph, LinkSolver solver, double gap) {
        Fit<LowRank> fit = Driver.fit(
                graph.problem(), solver, new StopRule().withRelativeGap(gap).withPasses(2000));
        Certificate.DualityGap proof = (Certificate.DualityGap) fit.certificate();
        assertThat(proof.bound()).as(solver.toString()).isLessThanOrEqualTo(gap);
        assertThat(proof.primal()).isBetween(graph.objective - graph.proven, graph.objective + gap);
        assertThat(fit.solution().matrix().nuclearNorm())
                .isCloseTo(graph.nuclearNorm, within(2e-3 * graph.nuclearNorm));
        for (Trace.Point point : fit.trace().points()) {
            if (!Double.isNaN(point.dual())) {
                assertThat(point.dual()).isLessThanOrEqualTo(graph.objective + 1e-11);
            }
        }
    }
}
