package org.fenchel.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.lowrank.Biases;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.run.Trace;
import org.fenchel.solver.lowrank.DouglasRachford;
import org.fenchel.solver.lowrank.LowRankSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Optima that an independent program in numpy has found, to their gaps. */
class ReferenceOptimaTest {
    @ParameterizedTest
    @EnumSource(
            value = Instances.Solved.class,
            names = {"E1_200", "E1_1000", "MOVIELENS_SMALL"})
    void splittingFindsThem(Instances.Solved solved) {
        StopRule rule = new StopRule().withRelativeGap(1e-8);
        Fit<LowRank> fit = Driver.fit(solved.problem(), new DouglasRachford(), rule);
        assertThat(fit.certificate().bound()).isLessThanOrEqualTo(1e-8);
        assertThat(fit.certificate().primal()).isCloseTo(solved.objective, within(1e-8));
        assertThat(fit.solution().matrix().rank()).isEqualTo(solved.rank);
        assertThat(fit.solution().matrix().nuclearNorm())
                .isCloseTo(solved.nuclearNorm, within(1e-4 * solved.nuclearNorm));
        for (Trace.Point point : fit.trace().points()) {
            if (!Double.isNaN(point.dual())) {
                assertThat(point.dual()).isLessThanOrEqualTo(solved.objective + 1e-11);
            }
        }
    }

    /** By methods that share nothing with splitting but the certificate; how close they come in a few seconds is theirs. */
    @ParameterizedTest
    @CsvSource({
        "semi-proximal-mirror-prox,E1_200,1e-8",
        "semi-proximal-mirror-prox,E1_1000,1e-6",
        "semi-proximal-mirror-prox,MOVIELENS_SMALL,1e-4",
        "linearised-admm,E1_200,1e-8",
        "linearised-admm,E1_1000,1e-8",
        "linearised-admm,MOVIELENS_SMALL,1e-6",
        "proximal-gradient,E1_200,1e-6",
    })
    void otherMethodsFindThem(String method, Instances.Solved solved, double accuracy) {
        StopRule rule = new StopRule().withRelativeGap(accuracy).withPasses(2000);
        LowRankSolver solver = Catalogue.of(LowRankSolver.class).parse(method);
        Fit<LowRank> fit = Driver.fit(solved.problem(), solver, rule);
        assertThat(fit.certificate().bound()).isLessThanOrEqualTo(accuracy);
        assertThat(fit.certificate().primal()).isCloseTo(solved.objective, within(accuracy));
        assertThat(fit.trace().last().oracle().calls()).isPositive();
    }

    @Test
    void interpolationIsReachedToo() {
        Instances.Solved solved = Instances.Solved.E1_200_INTERPOLATING;
        StopRule rule = new StopRule().withRelativeGap(1e-4).withPasses(1000);
        Fit<LowRank> fit = Driver.fit(solved.problem(), new DouglasRachford(), rule);
        Certificate.DualityGap gap = (Certificate.DualityGap) fit.certificate();
        assertThat(gap.bound()).isLessThanOrEqualTo(1e-4);
        assertThat(gap.dual()).isLessThanOrEqualTo(solved.objective + 1e-11);
        assertThat(gap.primal()).isBetween(solved.objective - 1e-11, solved.objective + 1e-4);
    }

    /** The residuals of MovieLens 100K were made in numpy, with the same damping. */
    @Test
    void biasesAreThoseOfTheReference() {
        List<double[]> both = new ArrayList<>();
        for (int column = 2; column < 4; column++) {
            both.add(Instances.read("ml100k_train.csv.gz", 943, 1682, column).value());
        }
        double[] rest = Biases.of(Instances.read("ml100k_train.csv.gz", 943, 1682, 2))
                .removed(Instances.read("ml100k_train.csv.gz", 943, 1682, 2))
                .value();
        for (int e = 0; e < rest.length; e++) {
            assertThat(rest[e]).isCloseTo(both.get(1)[e], within(1e-9));
        }
    }
}
