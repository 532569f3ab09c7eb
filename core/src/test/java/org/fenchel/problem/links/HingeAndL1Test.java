package org.fenchel.problem.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HingeAndL1Test {
    private static double cost(HingeAndL1 both, double x, double y) {
        return both.hinge() * Math.max(1 - y * x, 0) + both.l1() * Math.abs(x);
    }

    /** Against the best of a fine grid, on all five pieces. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.1", "0.5, 0", "0.1, 0.5", "1, 1"})
    void theProxIsTheLowestPoint(double hinge, double l1) {
        HingeAndL1 both = new HingeAndL1(hinge, l1);
        for (double t : new double[] {0.3, 2}) {
            for (double y : new double[] {-1, 1}) {
                for (double z = -3; z <= 3; z += 0.0625) {
                    double best = Double.POSITIVE_INFINITY;
                    double at = 0;
                    for (double x = -6; x <= 6; x += 1.0 / 1024) {
                        double value = t * cost(both, x, y) + (x - z) * (x - z) / 2;
                        if (value < best) {
                            best = value;
                            at = x;
                        }
                    }
                    assertThat(both.prox(z, t, y)).isCloseTo(at, within(1e-3));
                }
            }
        }
    }

    /** Equality in Fenchel and Young's inequality at the prox: value, dual value and product of a point with its subgradient. */
    @Test
    void theDualMeetsTheProx() {
        HingeAndL1 both = new HingeAndL1(0.4, 0.1);
        for (double y : new double[] {-1, 1}) {
            for (double z = -3; z <= 3; z += 0.0625) {
                double x = both.prox(z, 0.7, y);
                double u = both.proxGradient(z, 0.7, y);
                assertThat(cost(both, x, y)).isCloseTo(u * x + both.dual(u, y), within(1e-12));
            }
        }
    }
}
