package org.fenchel.solver.factorization;

import java.util.function.IntToDoubleFunction;
import org.fenchel.loss.Logistic;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;

/**
 * Machines drawn and kept, and the one machine that stands for them. Its score is the mean of theirs. Where they disagree, the mean of
 * their probabilities is closer to one half than the probability of the mean score; so scores are scaled and shifted by the two
 * numbers that bring the probabilities on the rows learned from closest to those means.
 */
final class KeptMachines {
    private final FactorizationFit problem;
    private final int most;
    private final boolean logistic;
    private final Factors all;
    private final double[] meanScores;
    private final double[] meanResponses;
    private double constants;
    private int count;

    KeptMachines(FactorizationFit problem, int most) {
        this.problem = problem;
        this.most = most;
        logistic = problem.loss() instanceof Logistic;
        all = Factors.zero(problem.d(), Math.multiplyExact(most, problem.rank()), true);
        meanScores = new double[logistic ? problem.n() : 0];
        meanResponses = new double[meanScores.length];
    }

    /** Keeps one more. */
    void keep(double constant, double[] weights, double[][] factors, IntToDoubleFunction score) {
        constants += constant;
        for (int j = 0; j < weights.length; j++) {
            all.setWeight(j, all.weight(j) + weights[j]);
            for (int f = 0; f < factors.length; f++) {
                all.setFactor(j, count * factors.length + f, factors[f][j]);
            }
        }
        count++;
        for (int i = 0; i < meanScores.length; i++) {
            double z = score.applyAsDouble(i);
            meanScores[i] += (z - meanScores[i]) / count;
            meanResponses[i] += (problem.loss().response(z) - meanResponses[i]) / count;
        }
    }

    /** The machine that stands for those kept; until there is one, this one. */
    Factorized solution(double constant, double[] weights, double[][] factors) {
        double scale = 1;
        double shift = 0;
        if (count > 0 && logistic) {
            Calibration fitted = Calibration.of(meanScores, meanResponses);
            scale = fitted.scale();
            shift = fitted.shift();
        }
        Factors mean = Factors.zero(all.features(), all.rank(), true);
        double of = Math.max(1, count);
        double root = Math.sqrt(scale / of);
        for (int j = 0; j < weights.length; j++) {
            mean.setWeight(j, scale / of * (count == 0 ? weights[j] : all.weight(j)));
            int used = Math.max(1, count) * factors.length;
            for (int f = 0; f < used && f < most * factors.length; f++) {
                mean.setFactor(j, f, root * (count == 0 ? factors[f][j] : all.factor(j, f)));
            }
        }
        return new Factorized(mean, shift + scale / of * (count == 0 ? constant : constants));
    }
}
