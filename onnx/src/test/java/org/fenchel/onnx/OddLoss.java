package org.fenchel.onnx;

import org.fenchel.loss.Loss;
import org.fenchel.loss.Squared;

/** The squared loss, but its answer is the margin's cube. */
record OddLoss() implements Loss {
    private static final Squared SQUARED = new Squared();

    @Override
    public double response(double z) {
        return z * z * z;
    }

    @Override
    public double value(double z, double y) {
        return SQUARED.value(z, y);
    }

    @Override
    public double derivative(double z, double y) {
        return SQUARED.derivative(z, y);
    }

    @Override
    public double secondDerivative(double z, double y) {
        return SQUARED.secondDerivative(z, y);
    }

    @Override
    public boolean differentiable() {
        return true;
    }

    @Override
    public double smoothness() {
        return SQUARED.smoothness();
    }

    @Override
    public double conjugate(double u, double y) {
        return SQUARED.conjugate(u, y);
    }

    @Override
    public double dualLow(double y) {
        return SQUARED.dualLow(y);
    }

    @Override
    public double dualHigh(double y) {
        return SQUARED.dualHigh(y);
    }

    @Override
    public double prox(double z, double step, double y) {
        return SQUARED.prox(z, step, y);
    }

    @Override
    public boolean accepts(double y) {
        return SQUARED.accepts(y);
    }

    @Override
    public String targets() {
        return SQUARED.targets();
    }
}
