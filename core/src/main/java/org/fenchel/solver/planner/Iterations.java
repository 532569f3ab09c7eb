package org.fenchel.solver.planner;

import org.fenchel.solver.Costs;

/** How many iterations first-order methods take, by the spectrum. */
final class Iterations {
    /** What the model has still to fall for six digits. */
    private static final double ENOUGH = 1e-7;

    /** Fewer than this no method of the kind takes. */
    private static final double LEAST = 12;

    private static final double TYPICAL_DECADES = 3.5;
    private static final double MOST = 1e5;

    private Iterations() {}

    /** Of conjugate gradients on the second-order model at zero, as fast as they were seen to begin. */
    static double ofModel(Spectrum spectrum, double digits) {
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
        boolean bounded = facts.n() < facts.d() && spectrum.condition() < 50;
        double decades = Math.min(8, Math.log10(facts.condition()));
        double late = bounded ? 1 : Math.max(1, Math.pow(2, (decades - TYPICAL_DECADES) / 1.4));
        double steps = Math.min(MOST, model * late);
        return facts.quadratic() ? Math.min(steps, 2.0 * facts.d() + Spectrum.STEPS) : steps;
    }

    /** Steps of a method that takes some factor of the quasi-Newton steps, with the certificates on the way. */
    static Estimate estimate(Facts facts, double factor, double step) {
        return facts.spectrum()
                .map(spectrum -> {
                    double steps = Math.max(1, factor * ofQuasiNewton(facts, spectrum));
                    return Estimate.ofSteps(steps, "pass", step + certificates(steps, facts.costs()) / steps);
                })
                .orElseGet(() -> {
                    // the look at the spectrum would have to be paid, too
                    double steps = Math.max(1, factor * LEAST) + Spectrum.STEPS;
                    return Estimate.atLeast(steps, "pass", step + certificates(steps, facts.costs()) / steps);
                });
    }

    /** All certificates of a run of so many steps: one a step at first, later for every tenth of the way so far. */
    static double certificates(double steps, Costs costs) {
        double count = 1 + (steps <= 10 ? steps : 10 + 10 * Math.log(steps / 10));
        return count * costs.certificate();
    }
}
