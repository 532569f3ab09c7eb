package org.fenchel.lab.hawkes;

/** What is made again here. */
final class HawkesSources {
    static final String PAPER =
            "M. Bompaire, E. Bacry, S. Gaïffas, Dual optimization for convex constrained objectives without the"
                    + " gradient-Lipschitz assumption, arXiv 1807.03545 (2018)";

    static final String OGATA =
            "Y. Ogata, Statistical models for earthquake occurrences and residual analysis for point"
                    + " processes, JASA 83 (1988)";

    private HawkesSources() {}
}
