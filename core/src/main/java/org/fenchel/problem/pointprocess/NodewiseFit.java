package org.fenchel.problem.pointprocess;

import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution.Kernels;

/** Fitting intensities of the nodes of a log: for each node a problem of its own, on the same features. */
public sealed interface NodewiseFit extends Problem<Kernels> permits PointProcessFit, ContrastFit {
    /**
     * A node's problem as one of a linear model, weights without intercept.
     *
     * @param factor what its objective, less constants, is times the node's part of the fit's
     * @param constant what its objective over the factor lacks to the node's part of the fit's
     */
    record Linear(FiniteSum problem, double factor, double constant) {}

    /** Basis, penalty and numbers of events. */
    Setting setting();

    /** What intensities are made of. */
    default KernelBasis basis() {
        return setting().basis();
    }

    /** The penalty on all coefficients. */
    default KernelPenalty penalty() {
        return setting().penalty();
    }

    /** Number of events in the windows, N. */
    default long events() {
        return setting().events();
    }

    /** Number of events of a node in the windows. */
    default int events(int node) {
        return setting().counts()[node];
    }

    /** The fit of a node by itself. */
    Linear linear(int node);

    /**
     * The baseline alone that fits a node best: its rate of events in each piece (of the whole, where a piece has none).
     *
     * @param out length d
     */
    void baselineOnly(int node, double[] out);

    /** Number of nodes, D. */
    default int nodes() {
        return basis().nodes();
    }

    /** Number of coefficients of a node. */
    default int d() {
        return basis().columns();
    }
}
