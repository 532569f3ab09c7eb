package org.fenchel.solver;

import org.fenchel.penalty.Penalty;

/** A penalty of which solvers know what the interface says and no more, as of a user's own. */
public record HiddenPenalty(Penalty inner) implements Penalty {
    @Override
    public double value(double[] b) {
        return inner.value(b);
    }

    @Override
    public double l2() {
        return inner.l2();
    }

    @Override
    public void prox(double[] v, double step, double[] out) {
        inner.prox(v, step, out);
    }

    @Override
    public double conjugate(double[] v) {
        return inner.conjugate(v);
    }

    @Override
    public void nearestInDomain(double[] v, double[] out) {
        inner.nearestInDomain(v, out);
    }

    @Override
    public double domainScale(double[] v) {
        return inner.domainScale(v);
    }
}
