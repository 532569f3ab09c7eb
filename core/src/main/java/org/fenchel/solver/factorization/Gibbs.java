package org.fenchel.solver.factorization;

import com.google.auto.service.AutoService;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Squared;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * Gibbs sampling: not one machine that fits best but the mean of many, drawn as often as the data make them likely, with the strength of
 * the ridge drawn along (for each group of features and each factor) instead of tuned. The problem's own ridge is not used.
 *
 * <p>Each parameter is drawn from its normal distribution given all others. For the logistic loss that distribution is normal given a
 * Polya-Gamma variable for each row ({@link PolyaGamma}); for the squared loss the noise is normal, of drawn precision. The solution
 * is one factorization machine: the mean score of the machines kept, whose vectors stand side by side, and for the logistic loss a
 * scale that makes its probabilities come as near as can be, on the rows learned from, to the mean of theirs.
 *
 * <p>Cost: a sweep, which is a pass here, visits each entry 3 k times. Memory: per chain, {@code kept} machines in single precision.
 *
 * <p>Sources: C. Freudenthaler, L. Schmidt-Thieme, S. Rendle, "Bayesian factorization machines" (2011), with Polya-Gamma variables in place
 * of probit's.
 *
 * @param samples sweeps of each chain after which the run is over
 * @param burn sweeps before the first machine is kept
 * @param kept machines kept of each chain, evenly spaced
 * @param chains independent runs, on all cores
 * @param deviation standard deviation of the normal numbers that latent vectors start from
 */
@AutoService(FactorizationSolver.class)
@Described("Bayesian averaging over many machines, the ridge drawn with them: the best predictions, nothing to tune")
public record Gibbs(int samples, int burn, int kept, int chains, double deviation) implements FactorizationSolver {
    /** 150 sweeps of two chains, 25 machines kept of the last 100 of each. */
    public Gibbs() {
        this(150, 50, 25, 2, 0.1);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public Gibbs {
        if (burn < 0 || kept < 1 || samples < burn + kept) {
            throw InvalidInput.of(
                    "samples=" + samples + ", burn=" + burn + ", kept=" + kept,
                    "give samples of at least burn and kept together, with kept at least 1");
        }
        if (chains < 1) {
            throw InvalidInput.of("chains=" + chains, "give at least 1");
        }
        if (!(deviation >= 0) || Double.isInfinite(deviation)) {
            throw InvalidInput.of("deviation=" + deviation, "give a number that is 0 or more, such as 0.1");
        }
    }

    /** The same with so many sweeps. */
    public Gibbs withSamples(int number) {
        return new Gibbs(number, burn, kept, chains, deviation);
    }

    @Override
    public Optional<String> refusal(FactorizationFit problem) {
        if (!problem.inMemory()) {
            return Optional.of("gibbs draws all rows' numbers feature by feature, so they have to be in memory");
        }
        if (problem.loss() instanceof Squared) {
            return Optional.empty();
        }
        if (!(problem.loss() instanceof Logistic)) {
            return Optional.of(
                    "Gibbs sampling needs a loss whose parameters are normal given the rest, which the logistic"
                            + " and the squared loss are");
        }
        for (int i = 0; i < problem.n(); i++) {
            if (Math.abs(problem.scale(i) - 1) > 1e-12) {
                return Optional.of("Gibbs sampling for the logistic loss draws a variable for each row, and rows have"
                        + " different weights");
            }
        }
        return Optional.empty();
    }

    @Override
    public Run<Factorized> start(FactorizationFit problem, long seed, @Nullable Factorized start) {
        return new Ensemble(problem, chains, seed, s -> new GibbsRun(problem, this, s, start));
    }
}
