package org.fenchel.solver.factorization;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.loss.Logistic;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * One chain of Gibbs sampling. Given its precision omega_i each row is a normal observation of its score; residuals e_i are kept up to
 * date as parameters move, and so are the sums q_i = sum_j x_ij v_jf of the factor at work.
 */
final class GibbsRun implements Run<Factorized> {
    private final FactorizationFit problem;
    private final Gibbs method;
    private final Draws random;
    private final PolyaGamma polyaGamma;
    private final boolean logistic;
    private final FeatureRows features;
    private final double[] weights;
    private final double[][] factors;
    private final GroupPriors weightPriors;
    private final GroupPriors[] factorPriors;
    private final double[] residual;
    private final double[] precision;
    private final double[] sum;
    private final KeptMachines kept;
    private double constant;
    private double online = Double.NaN;
    private int sweeps;

    GibbsRun(FactorizationFit problem, Gibbs method, long seed, @Nullable Factorized start) {
        this.problem = problem;
        this.method = method;
        random = new Draws(seed);
        polyaGamma = new PolyaGamma(random);
        logistic = problem.loss() instanceof Logistic;
        features = new FeatureRows(problem.rows());
        int d = problem.d();
        int k = problem.rank();
        Factors from = Starts.of(problem, start, method.deviation(), false, seed);
        constant = start == null ? 0 : start.intercept();
        weights = new double[d];
        factors = new double[k][d];
        for (int j = 0; j < d; j++) {
            weights[j] = from.weight(j);
            for (int f = 0; f < k; f++) {
                factors[f][j] = from.factor(j, f);
            }
        }
        int[] groups = problem.groups();
        int count = Arrays.stream(groups).max().orElse(0) + 1;
        for (int j = 0; j < d; j++) {
            groups[j] = features.starts[j] == features.starts[j + 1] ? -1 : groups[j];
        }
        weightPriors = new GroupPriors(groups, count, 1);
        factorPriors = new GroupPriors[k];
        Arrays.setAll(factorPriors, f -> new GroupPriors(groups, count, 10));
        residual = new double[problem.n()];
        precision = new double[problem.n()];
        sum = new double[problem.n()];
        problem.scores(new Factorized(from, constant), residual); // scores until the first observations are made
        Arrays.fill(precision, 1);
        for (int i = 0; i < residual.length; i++) {
            residual[i] = observation(i) - residual[i];
        }
        kept = new KeptMachines(problem, method.kept());
    }

    /** What the row observes of its score, given its precision. */
    private double observation(int i) {
        return logistic ? 0.5 * problem.target(i) / precision[i] : problem.target(i);
    }

    /** The score of a row, with its offset. */
    private double score(int i) {
        return observation(i) - residual[i];
    }

    @Override
    public void step() {
        drawPrecisions();
        drawConstant();
        weightPriors.draw(weights, random);
        for (int j = 0; j < weights.length; j++) {
            if (features.starts[j] < features.starts[j + 1]) {
                drawWeight(j);
            }
        }
        for (int f = 0; f < factors.length && !Thread.currentThread().isInterrupted(); f++) {
            factorPriors[f].draw(factors[f], random);
            sumUp(factors[f]);
            for (int j = 0; j < weights.length; j++) {
                if (features.starts[j] < features.starts[j + 1]) {
                    drawFactor(factors[f], j, factorPriors[f]);
                }
            }
        }
        sweeps++;
        int each = (method.samples() - method.burn()) / method.kept();
        if (sweeps > method.burn() && (method.samples() - sweeps) % each == 0) {
            kept.keep(constant, weights, factors, this::score);
        }
    }

    private void drawPrecisions() {
        double loss = 0;
        double squares = 0;
        for (int i = 0; i < residual.length; i++) {
            double z = score(i);
            loss += problem.scale(i) * problem.loss().value(z, problem.target(i));
            squares += problem.scale(i) * residual[i] * residual[i];
            if (logistic) {
                precision[i] = polyaGamma.draw(z);
                residual[i] = observation(i) - z;
            }
        }
        online = loss / residual.length;
        if (!logistic) {
            double noise = random.gamma(0.5 * (residual.length + 1)) / (0.5 * (squares + 1));
            for (int i = 0; i < residual.length; i++) {
                precision[i] = noise * problem.scale(i);
            }
        }
    }

    private void drawConstant() {
        double curvature = 0;
        double pull = 0;
        for (int i = 0; i < residual.length; i++) {
            curvature += precision[i];
            pull += precision[i] * residual[i];
        }
        double change = pull / curvature + random.normal() / Math.sqrt(curvature);
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= change;
        }
        constant += change;
    }

    private void drawWeight(int j) {
        double curvature = 0;
        double pull = 0;
        int end = features.starts[j + 1];
        for (int e = features.starts[j]; e < end; e++) {
            int i = features.rows[e];
            double x = features.value(e);
            curvature += precision[i] * x * x;
            pull += precision[i] * x * residual[i];
        }
        double change = draw(weights[j], curvature, pull, weightPriors, j);
        for (int e = features.starts[j]; e < end; e++) {
            residual[features.rows[e]] -= features.value(e) * change;
        }
        weights[j] += change;
    }

    private void sumUp(double[] factor) {
        Arrays.fill(sum, 0);
        for (int j = 0; j < factor.length; j++) {
            double v = factor[j];
            for (int e = features.starts[j]; e < features.starts[j + 1]; e++) {
                sum[features.rows[e]] += features.value(e) * v;
            }
        }
    }

    private void drawFactor(double[] factor, int j, GroupPriors priors) {
        double curvature = 0;
        double pull = 0;
        double v = factor[j];
        int end = features.starts[j + 1];
        for (int e = features.starts[j]; e < end; e++) {
            int i = features.rows[e];
            double x = features.value(e);
            double h = x * (sum[i] - x * v);
            double weighted = precision[i] * h;
            curvature += weighted * h;
            pull += weighted * residual[i];
        }
        double change = draw(v, curvature, pull, priors, j);
        for (int e = features.starts[j]; e < end; e++) {
            int i = features.rows[e];
            double x = features.value(e);
            residual[i] -= x * (sum[i] - x * v) * change;
            sum[i] += x * change;
        }
        factor[j] = v + change;
    }

    /** How far a parameter moves: a draw from its normal distribution given all others. */
    private double draw(double now, double curvature, double pull, GroupPriors priors, int j) {
        double prior = priors.precision(j);
        double total = curvature + prior;
        double mean = (pull + curvature * now + prior * priors.mean(j)) / total;
        return mean + random.normal() / Math.sqrt(total) - now;
    }

    @Override
    public Factorized solution() {
        return kept.solution(constant, weights, factors);
    }

    @Override
    public Certificate certificate() {
        return new Certificate.None(online, "samples are drawn, nothing is minimised");
    }

    @Override
    public double passes() {
        return sweeps;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return Double.isNaN(online) ? OptionalDouble.empty() : OptionalDouble.of(online);
    }

    @Override
    public boolean planned() {
        return true;
    }

    @Override
    public Health health() {
        return !Double.isFinite(constant) || !Double.isFinite(online) && sweeps > 1
                ? Health.OVERFLOW
                : sweeps >= method.samples() ? Health.FINISHED : Health.WELL;
    }
}
