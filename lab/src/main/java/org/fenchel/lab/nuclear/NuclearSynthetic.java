package org.fenchel.lab.nuclear;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Shelf;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.ResidualNorm;
import org.fenchel.run.Fit;

/**
 * Figure 3: a matrix of rank 5 and Frobenius norm 1 from a fifth of its entries with noise, residual norm and nuclear norm.
 *
 * @param n rows and columns
 * @param nuclear multiplier of the nuclear norm
 * @param seconds of work of each method
 * @param seed of the matrix, and of the methods
 */
@AutoService(Experiment.class)
@Described("inner accuracies and competitors of Semi-Proximal Mirror-Prox on a simulated matrix (figure 3)")
public record NuclearSynthetic(int n, double nuclear, double seconds, long seed) implements Experiment {
    private static final int RANK = 5;
    private static final double SHARE = 0.2;
    private static final double NOISE = 0.1;

    /** 200 x 200, four seconds a method. */
    public NuclearSynthetic() {
        this(200, 0.14, 4, 42);
    }

    /** Checks the sizes. */
    public NuclearSynthetic {
        if (n < 10 || n > 20_000 || !(nuclear > 0) || !(seconds > 0)) {
            throw InvalidInput.of(
                    "n=" + n + ", nuclear=" + nuclear + ", seconds=" + seconds,
                    "give n from 10 to 20000, and the others above 0");
        }
    }

    @Override
    public Experiment full() {
        return new NuclearSynthetic(1000, 0.065, 30, seed);
    }

    @Override
    public String title() {
        return "Semi-Proximal Mirror-Prox on a simulated matrix";
    }

    @Override
    public String source() {
        return MethodRace.CITATION + ", figure 3";
    }

    @Override
    public List<String> data() {
        return List.of();
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        ObservedEntries entries = entries();
        LowRankFit problem = LowRankFit.of(entries, new ResidualNorm(), nuclear);
        progress.accept("optimum");
        Fit<LowRank> best = MethodRace.optimum(problem, 1e-9, 3000);
        double optimum = best.certificate().primal();
        MethodRace race = new MethodRace(problem, optimum, seed);
        MethodRace.METHODS.forEach(method -> race.run(method, seconds, Integer.MAX_VALUE, progress));
        List<Claim> claims = List.of(
                race.fewerCalls(
                        "After as many calls Semi-Proximal Mirror-Prox is closer than conditional gradients on the smoothed fit",
                        MethodRace.DECAYING,
                        MethodRace.SMOOTH_CG),
                race.fewerCalls(
                        "and so are inexact proximal gradients on the smoothed fit",
                        MethodRace.SPG,
                        MethodRace.SMOOTH_CG),
                race.lessTime(
                        "It is closer after as many seconds too, since they optimise all weights anew",
                        MethodRace.DECAYING,
                        MethodRace.SMOOTH_CG),
                race.fewerCalls(
                        "A decaying inner accuracy is better than a fixed number of inner steps (four)",
                        MethodRace.DECAYING,
                        MethodRace.FIXED),
                race.lessTime(
                        "Not in the article: with one sweep a mapping it is as quick as splitting with thresholded singular values",
                        MethodRace.OURS,
                        MethodRace.SPLITTING));
        return new Findings(
                claims,
                race.table(),
                race.figures("nuclear-synthetic"),
                List.of(new DataUsed("simulated(n=" + n + ", rank=5, noise=0.1)", entries.count(), n, "")),
                List.of(
                        "Optimum " + Digits.of(optimum) + ", proven to "
                                + Digits.of(best.certificate().bound()) + ", rank "
                                + best.solution().matrix().rank() + "; " + MethodRace.budget(seconds) + ".",
                        "The article's noise and multiplier are not known; these leave the residual above 0. Below that every"
                                + " method is slower, the smoothed ones most."));
    }

    private ObservedEntries entries() {
        Random random = new Random(seed);
        double[] left =
                random.doubles((long) n * RANK).map(x -> random.nextGaussian()).toArray();
        double[] right =
                random.doubles((long) n * RANK).map(x -> random.nextGaussian()).toArray();
        List<int[]> places = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double value = 0;
                for (int k = 0; k < RANK; k++) {
                    value += left[i * RANK + k] * right[j * RANK + k];
                }
                squares += value * value;
                if (random.nextDouble() < SHARE) {
                    places.add(new int[] {i, j});
                    values.add(value);
                }
            }
        }
        double norm = Math.sqrt(squares);
        double deviation = NOISE * norm / n;
        return ObservedEntries.of(
                n,
                n,
                places.stream().mapToInt(place -> place[0]).toArray(),
                places.stream().mapToInt(place -> place[1]).toArray(),
                Arrays.stream(values.stream().mapToDouble(v -> v).toArray())
                        .map(v -> (v + deviation * random.nextGaussian()) / norm)
                        .toArray());
    }
}
