package org.fenchel.cli.console;

import org.fenchel.problem.Certificate;

/** A certificate in words. */
public final class Proof {
    private Proof() {}

    /** To follow the objective's value. */
    public static String words(Certificate certificate) {
        if (certificate instanceof Certificate.Stationarity stationary) {
            return "with a gradient of norm " + Numbers.small(stationary.gradientNorm())
                    + "; not convex, so nothing is proven";
        }
        if (!(certificate instanceof Certificate.DualityGap gap) || Double.isInfinite(gap.bound())) {
            return "with no proof of how good that is";
        }
        String among = Double.isInfinite(gap.radius())
                ? ""
                : " among weights of norm up to " + Numbers.digits(gap.radius(), 3);
        if (gap.bound() == 0) {
            return "proven to be the best possible" + among;
        }
        return "proven within " + Numbers.small(gap.bound()) + " of the best possible" + among;
    }
}
