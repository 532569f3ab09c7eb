package org.fenchel.solver.factorization;

import org.fenchel.data.RowEntries;
import org.fenchel.kernel.Blocks;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;

/**
 * Exact proximal steps on single rows: the new parameters of a row's features minimise
 *
 * <pre>s (l(sigma(x), y) + ridge(x)) + (1/(2 eta)) sum_j h_j ||x_j - x_j,t||^2</pre>
 *
 * over all of them at once, s the row's scale, h_j = 1 or the adaptive metric. A ridge lambda (times s) moves the centre of a block to
 * c = h x_t / (h + eta lambda) and shortens its step to eta / (h + eta lambda); then the row's pull is found on its
 * {@link ScoreCurve}, and one walk over the blocks takes the step.
 *
 * <p>The step is shortened for the row where eta is so large that the problem might not be strictly convex: rows of d indicators
 * need a step below 1 / (s max|l'| (d - 1)). So every eta is safe.
 *
 * <p>The adaptive metric is h_j = sqrt(1 + sum (a w_j)^2) over the pulls so far: a step size for each feature that falls as
 * Adagrad's does for its weight.
 *
 * <p>Cost: d k to read, d k to write, and the search of the pull, which is independent of k for indicators with equal steps.
 */
final class RowStep implements RowMethod {
    /** How much of the tight bound on the step is used. */
    private static final double SAFE = 0.9;

    private FactorizationFit problem;
    private final Loss loss;
    private final Factors factors;
    private RowEntries row;
    private final boolean adaptive;
    private final boolean equal;
    private final double first;
    private final double decay;
    private final double[] buffer;
    private final double[] sum;
    private final double[] weights;
    private final double[] weightSteps;
    private final double[] keep;
    private final double[] pull;
    private final EqualCurve equalCurve = new EqualCurve();
    private final GeneralCurve curve;
    private int[] columns = new int[0];
    private int at;
    private double constant;
    private double constantKept;
    private double eta;
    private double score;
    private double lastPull;
    private double lastStep;

    /**
     * Steps on these factors, which it changes.
     *
     * @param first the step size eta of the first pass
     * @param decay the step size of a pass divided by that of the pass before
     */
    RowStep(FactorizationFit problem, Factors factors, double constant, double first, double decay, boolean adaptive) {
        this.problem = problem;
        this.factors = factors;
        this.constant = constant;
        this.first = first;
        this.decay = decay;
        this.adaptive = adaptive;
        eta = first;
        loss = problem.loss();
        row = new RowEntries(problem.rows());
        equal = !adaptive && row.ones();
        int most = problem.mostEntries();
        buffer = new double[most * factors.width()];
        sum = new double[factors.width()];
        weights = new double[most];
        weightSteps = new double[most];
        keep = new double[most];
        pull = new double[most];
        curve = new GeneralCurve(most, factors.width(), buffer);
    }

    @Override
    public Factors factors() {
        return factors;
    }

    @Override
    public double constant() {
        return constant;
    }

    @Override
    public double score() {
        return score;
    }

    /** The step size of this pass, before it is shortened for a row. */
    double eta() {
        return eta;
    }

    /** What the adaptive metric keeps with the constant. */
    double constantKept() {
        return constantKept;
    }

    /** Goes on from this constant. */
    void setConstant(double value, double kept) {
        constant = value;
        constantKept = kept;
    }

    /** The pull of the last step, -s times the derivative of the loss after it. */
    double lastPull() {
        return lastPull;
    }

    /** The step size of the last step: shorter than asked for where that was not safe for the row. */
    double lastStep() {
        return lastStep;
    }

    @Override
    public void turnTo(FactorizationFit part) {
        problem = part;
        row = new RowEntries(part.rows());
    }

    @Override
    public void beginPass(int done) {
        eta = first * Math.pow(decay, done);
    }

    @Override
    public void take(int i) {
        row.open(i);
        step(i, row.columns(), row.at());
    }

    /** The same where the row's features have other numbers in the factors: {@code features[from]} and the following. */
    void take(int i, int[] features, int from) {
        row.open(i);
        step(i, features, from);
    }

    private void step(int i, int[] features, int from) {
        double scale = problem.scale(i);
        if (scale == 0) {
            return;
        }
        columns = features;
        at = from;
        double y = problem.target(i);
        int m = row.count();
        double squares = factors.gather(m, columns, at, buffer, sum);
        for (int e = 0; e < m; e++) {
            weights[e] = factors.weight(columns[at + e]);
        }
        if (equal) {
            takeEqual(m, problem.offset(i), y, scale, squares);
        } else {
            takeGeneral(m, problem.offset(i), y, scale);
        }
    }

    private double squaredSum() {
        double square = 0;
        for (double s : sum) {
            square += s * s;
        }
        return square;
    }

    private void takeEqual(int m, double offset, double y, double scale, double squares) {
        double linear = 0;
        for (int e = 0; e < m; e++) {
            linear += weights[e];
        }
        double squaredSum = squaredSum();
        score = constant + offset + linear + 0.5 * (squaredSum - squares);
        double step = Math.min(eta, limit(m, y, scale));
        double a = Double.NaN;
        double keepWeight = 1;
        double keepFactor = 1;
        for (step *= 2; Double.isNaN(a) && step > 0; ) {
            step /= 2;
            keepWeight = 1 / (1 + step * scale * problem.l2Weights());
            keepFactor = 1 / (1 + step * scale * problem.l2Factors());
            double square = keepFactor * keepFactor;
            equalCurve.open(
                    m,
                    constant + offset + keepWeight * linear,
                    step * (1 + m * keepWeight),
                    square * squaredSum,
                    square * squares,
                    step * keepFactor);
            a = Pull.find(equalCurve, loss, y, scale);
        }
        lastPull = a;
        lastStep = step;
        double weightStep = step * keepWeight;
        for (int e = 0; e < m; e++) {
            factors.setWeight(columns[at + e], keepWeight * weights[e] + a * weightStep);
        }
        constant += a * step;
        double beta = a * step * keepFactor;
        double shrink = keepFactor / (1 + beta);
        double share = shrink * beta / (1 - (m - 1) * beta);
        for (int e = 0; e < m; e++) {
            keep[e] = shrink;
            pull[e] = share;
        }
        factors.scatter(m, columns, at, buffer, keep, pull, sum);
    }

    /** The largest safe step for m indicators; infinite where the loss bounds no pull, and the search has to do so. */
    private double limit(int m, double y, double scale) {
        double up = -scale * loss.dualLow(y) * (m - 1);
        double down = m > 1 ? scale * loss.dualHigh(y) : 0;
        double largest = Math.max(up, down);
        return largest > 0 && largest < Double.POSITIVE_INFINITY ? SAFE / largest : Double.POSITIVE_INFINITY;
    }

    private void takeGeneral(int m, double offset, double y, double scale) {
        double[] w = curve.values();
        Blocks.squaredNorms(m, factors.width(), buffer, pull);
        score = constant + offset;
        for (int e = 0; e < m; e++) {
            w[e] = row.ones() ? 1 : row.values()[row.at() + e];
            score += w[e] * (weights[e] - 0.5 * w[e] * pull[e]);
        }
        Blocks.combine(m, factors.width(), buffer, w, sum);
        score += 0.5 * squaredSum();
        double step = eta;
        openGeneral(m, offset, scale, step);
        double most = -scale * loss.dualLow(y);
        double least = -scale * loss.dualHigh(y);
        double over = Math.max(
                most < Double.POSITIVE_INFINITY ? most / curve.high() : 0,
                least > Double.NEGATIVE_INFINITY && curve.low() > Double.NEGATIVE_INFINITY ? least / curve.low() : 0);
        if (over > SAFE) {
            step *= SAFE / over; // pulls count by their product with the step
            openGeneral(m, offset, scale, step);
        }
        double a = Pull.find(curve, loss, y, scale);
        while (Double.isNaN(a) && step > 0) {
            step /= 2;
            openGeneral(m, offset, scale, step);
            a = Pull.find(curve, loss, y, scale);
        }
        lastPull = a;
        lastStep = step;
        curve.at(a);
        applyGeneral(m, a, step);
    }

    private void openGeneral(int m, double offset, double scale, double step) {
        double ridge = step * scale;
        double[] w = curve.values();
        double[] steps = curve.steps();
        double[] centres = curve.centres();
        double linear = 0;
        double slope = step / metric(constantKept);
        for (int e = 0; e < m; e++) {
            double h = adaptive ? metric(factors.kept(columns[at + e])) : 1;
            double forWeight = 1 / (h + ridge * problem.l2Weights());
            double forFactor = 1 / (h + ridge * problem.l2Factors());
            keep[e] = h * forWeight;
            weightSteps[e] = step * forWeight;
            centres[e] = h * forFactor;
            steps[e] = step * forFactor;
            linear += keep[e] * w[e] * weights[e];
            slope += weightSteps[e] * w[e] * w[e];
        }
        curve.open(m, constant + offset + linear, slope);
    }

    private double metric(double kept) {
        return adaptive ? Math.sqrt(1 + kept) : 1;
    }

    private void applyGeneral(int m, double a, double step) {
        double[] w = curve.values();
        for (int e = 0; e < m; e++) {
            int j = columns[at + e];
            factors.setWeight(j, keep[e] * weights[e] + a * weightSteps[e] * w[e]);
            double beta = a * curve.steps()[e] * w[e];
            double shrink = 1 / (1 + beta * w[e]);
            keep[e] = curve.centres()[e] * shrink;
            pull[e] = beta * shrink * curve.inverse();
            if (adaptive) {
                factors.setKept(j, factors.kept(j) + a * w[e] * a * w[e]);
            }
        }
        constant += a * step / metric(constantKept);
        if (adaptive) {
            constantKept += a * a;
        }
        factors.scatter(m, columns, at, buffer, keep, pull, curve.sum());
    }
}
