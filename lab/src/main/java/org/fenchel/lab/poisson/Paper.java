package org.fenchel.lab.poisson;

/** The paper whose figures and tables are made again here. */
final class Paper {
    static final String CITATION =
            "M. Bompaire, E. Bacry, S. Gaïffas, Dual optimization for convex constrained objectives without the"
                    + " gradient-Lipschitz assumption, arXiv 1807.03545 (2018)";

    private Paper() {}
}
