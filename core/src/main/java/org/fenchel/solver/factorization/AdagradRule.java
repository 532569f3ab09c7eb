package org.fenchel.solver.factorization;

/** Adagrad's step size of each coordinate. */
final class AdagradRule implements GradientStep.Rule {
    private final double step;
    private final double[] squares;

    AdagradRule(double step, int coordinates) {
        this.step = step;
        squares = new double[coordinates];
    }

    @Override
    public double move(int p, double g) {
        squares[p] += g * g;
        return step * g / (Math.sqrt(squares[p]) + 1e-10);
    }
}
