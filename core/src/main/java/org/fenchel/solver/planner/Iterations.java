package org.fenchel.solver.planner;

import org.fenchel.solver.Costs;

/** How many iterations first-order methods take, by the spectrum. */
final class Iterations {
    /** What the model has still to fall for six digits. */
    private static final double ENOUGH = 1e-7;

    /** Fewer than this no method of the kind takes. */
    private static final double LEAST = 12;

    private static final double TYPICAL_DECADES = 3.5;
    /** As many as are usual where nothing can be seen: zero weights are outside the domain. */
    private static final double BLIND = 50;

    private static final double WELL_CONDITIONED = 50;
    private static final double MANY_ROWS = 100;
    private static final double MOST = 1e5;

    /** Part of a certificate's price where margins are known. */
    private static final double KNOWN = 0.6;

    private Iterations() {}

    /** Of conjugate gradients on the second-order model at zero, as fast as they were seen to begin. */
    static double ofModel(Spectrum spectrum, double digits) {
        if (spectrum.largest() <= 0) {
            return BLIND * digits;
        }
        if (spectrum.rate() <= 0 || spectrum.left() <= ENOUGH) {
            return Spectrum.STEPS * digits;
        }
        return digits * (Spectrum.STEPS + Math.log(spectrum.left() / ENOUGH) / -Math.log(spectrum.rate()));
    }

    /**
     * Of quasi-Newton steps. What conjugate gradients were seen to do lasts while the penalty is strong; with a weak one the smaller
     * eigenvalues, which few steps do not see, decide in the end. Not so where columns outnumber rows and the rows' matrix has none.
     */
    static double ofQuasiNewton(Facts facts, Spectrum spectrum) {
        double model = ofModel(spectrum, facts.digits());
        double steps = Math.min(MOST, model * late(facts, spectrum));
        return facts.quadratic() ? Math.min(steps, 2.0 * facts.d() + Spectrum.STEPS) : steps;
    }

    private static double late(Facts facts, Spectrum spectrum) {
        double seen = spectrum.condition() / WELL_CONDITIONED;
        if (seen < 1 && (facts.n() < facts.d() || facts.n() > MANY_ROWS * facts.d())) {
            return 1; // the rows hold all weights that there are
        }
        if (facts.sparseWeights() && facts.l2() == 0) {
            return Math.max(1, Math.sqrt(seen)); // l1 leaves few weights to be held
        }
        double decades = Math.min(8, Math.log10(facts.condition()));
        return Math.max(1, Math.pow(2, (decades - TYPICAL_DECADES) / 1.4));
    }

    /** Steps of a method that takes some factor of the quasi-Newton steps, with the certificates on the way. */
    static Estimate estimate(Facts facts, double factor, double step) {
        return facts.spectrum()
                .map(spectrum -> {
                    double steps = Math.max(1, factor * ofQuasiNewton(facts, spectrum));
                    return Estimate.ofSteps(steps, "pass", step + knownCertificates(steps, facts.costs()) / steps);
                })
                .orElseGet(() -> {
                    // the look at the spectrum would have to be paid, too
                    double steps = Math.max(1, factor * LEAST) + Spectrum.STEPS;
                    return Estimate.atLeast(steps, "pass", step + knownCertificates(steps, facts.costs()) / steps);
                });
    }

    /** All certificates of a run of so many steps: one a step at first, later for every tenth of the way so far. */
    static double certificates(double steps, Costs costs) {
        double count = 1 + (steps <= 10 ? steps : 10 + 10 * Math.log(steps / 10));
        return count * costs.certificate();
    }

    /** The same of a method that knows the margins of its points. */
    static double knownCertificates(double steps, Costs costs) {
        return KNOWN * certificates(steps, costs);
    }
}
