package org.fenchel.lab.poisson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.assertj.core.data.Offset;
import org.fenchel.lab.Shelf;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.solver.dual.ConvergenceRates;
import org.fenchel.solver.dual.DualBounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paper's data sets as they are, where FENCHEL_DATA has them. */
class RealDataTest {
    @BeforeEach
    void needsTheData() {
        assumeTrue(System.getenv("FENCHEL_DATA") != null, "skipped: set FENCHEL_DATA to the folder of the data sets");
    }

    private static FiniteSum problem(CountData data, double l2) {
        return FiniteSum.of(data.load(Shelf.standard(), 0, 1).rows(), new PoissonIdentity(), new L2(l2), false);
    }

    /** Independent code: Newton's method in extended precision, gap below 1e-17. */
    @Test
    void wineHasItsKnownOptimum() {
        FiniteSum problem = problem(CountData.WINE, 1 / Math.sqrt(4898));
        assertThat(problem.d()).isEqualTo(11);
        Optimum optimum = Optimum.of(problem, 1);
        assertThat(optimum.certificate().primal()).isCloseTo(2.20270931997022, within(1e-10));
        assertThat(DualValue.at(problem, optimum.a())).isCloseTo(2.20270931997022, within(1e-9));
    }

    @Test
    void shapesAreThoseOfTheFiles() {
        assertThat(problem(CountData.FACEBOOK, 1).n())
                .as("one row of 500 has no Paid")
                .isEqualTo(499);
        assertThat(problem(CountData.VEGAS, 1).n())
                .as("one row of 504 has -1806 years")
                .isEqualTo(503);
        assertThat(problem(CountData.NEWS, 1).n()).isEqualTo(7928);
        assertThat(problem(CountData.PROPERTY, 1).n()).isEqualTo(50999);
    }

    /** The four numbers at l2 = 1/sqrt(n) from independent code: numpy, with Newton's method on the weights. */
    @Test
    void ratesOfFacebook() {
        FiniteSum problem = problem(CountData.FACEBOOK, 1 / Math.sqrt(499));
        ConvergenceRates rates =
                ConvergenceRates.of(problem, Optimum.of(problem, 1).duals(), DualBounds.of(problem));
        Offset<Double> fourDigits = within(1e-4);
        assertThat(rates.logSmoothUniform() / 0.00216072666904).isCloseTo(1, fourDigits);
        assertThat(rates.logSmoothImportance() / 0.04346191852833).isCloseTo(1, fourDigits);
        assertThat(rates.stronglyConvexUniform() / 0.00013351241262).isCloseTo(1, fourDigits);
        assertThat(rates.stronglyConvexImportance() / 0.00408496685871).isCloseTo(1, fourDigits);
    }
}
