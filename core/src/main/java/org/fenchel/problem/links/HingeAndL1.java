package org.fenchel.problem.links;

/**
 * What one known pair costs, hinge max(1 - y x, 0) plus l1 |x|, for a label y of -1 or +1: its proximal point and its dual in closed
 * form. The rest of a matrix, where nothing is known, has l1 |x| alone.
 *
 * @param hinge what the hinge is multiplied by, positive
 * @param l1 what |x| is multiplied by, from 0 on
 */
record HingeAndL1(double hinge, double l1) {
    /**
     * The proximal point under the step t. With y x = x for a moment, the five pieces are: below 0 both terms push up; at 0; between 0 and 1 they
     * push against each other; at 1; above 1 the hinge is silent.
     */
    double prox(double z, double t, double y) {
        double c = y * z;
        double below = c + t * (hinge + l1);
        if (below < 0) {
            return y * below;
        }
        double between = c + t * (hinge - l1);
        if (between <= 0) {
            return 0;
        }
        if (between < 1) {
            return y * between;
        }
        double above = c - t * l1;
        return above <= 1 ? y : y * above;
    }

    /** The subgradient (z - prox(z)) / t, inside the domain of the conjugate whatever rounding does. */
    double proxGradient(double z, double t, double y) {
        double g = y * (z - prox(z, t, y)) / t;
        return y * Math.min(Math.max(g, -hinge - l1), l1);
    }

    /** A subgradient at x, which is 0 for the part of l1 at 0. */
    double subgradient(double x, double y) {
        return l1 * Math.signum(x) - (y * x < 1 ? hinge * y : 0);
    }

    /**
     * The concave dual at a subgradient u, -sup_x { u x - hinge max(1 - y x, 0) - l1 |x| }: as much of u as can be is the hinge's.
     *
     * @param u whose y u is at most l1 and at least -hinge - l1
     */
    double dual(double u, double y) {
        return Math.min(Math.max(l1 - y * u, 0), hinge);
    }
}
