package org.fenchel.solver.factorization;

/** Adam's move of each coordinate, by its moments at the steps that touch it. */
final class AdamRule implements GradientStep.Rule {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;

    private final double step;
    private final double[] means;
    private final double[] squares;
    private long t;
    private double meanScale;
    private double squareScale;

    AdamRule(double step, int coordinates) {
        this.step = step;
        means = new double[coordinates];
        squares = new double[coordinates];
    }

    @Override
    public void beginStep() {
        t++;
        meanScale = 1 / (1 - Math.pow(FIRST, t));
        squareScale = 1 / (1 - Math.pow(SECOND, t));
    }

    @Override
    public double move(int p, double g) {
        means[p] += (1 - FIRST) * (g - means[p]);
        squares[p] += (1 - SECOND) * (g * g - squares[p]);
        return step * means[p] * meanScale / (Math.sqrt(squares[p] * squareScale) + 1e-8);
    }
}
