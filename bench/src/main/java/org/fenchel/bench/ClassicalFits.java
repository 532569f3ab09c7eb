package org.fenchel.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.lab.poisson.SimulatedCounts;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;

/**
 * Whole fits, data in memory: medians of seconds, after two fits for warming up, of what a method itself takes (its start and its
 * steps, as many as a fit needs, without certificates) and of the fit with every certificate. One line a method.
 *
 * <p>Run with {@code java --add-modules jdk.incubator.vector -cp bench/target/benchmarks.jar org.fenchel.bench.ClassicalFits CASE
 * SOLVER...}, for one thread behind {@code taskset -c 0}. Cases: {@code ridge-tall} (200,000 x 100), {@code ridge-wide} (500 x
 * 20,000), {@code logistic} (200,000 x 100), {@code poisson} (100,000 x 100). {@code bench/numpy_ridge.py} is the same closed form by
 * numpy.
 */
public final class ClassicalFits {
    private static final int WARM = 2;
    private static final int RUNS = 7;

    private ClassicalFits() {}

    /** A problem and the relative gaps to reach on it. */
    private record Case(FiniteSum problem, double... gaps) {}

    private static Case named(String name) {
        return switch (name) {
            case "ridge-tall" -> ridge(200_000, 100);
            case "ridge-wide" -> ridge(500, 20_000);
            case "logistic" -> {
                Dataset data = BenchData.dense(200_000, 100);
                yield new Case(FiniteSum.of(data, new Logistic(), new L2(1.0 / data.n()), false), 1e-3, 1e-6);
            }
            case "poisson" -> {
                Dataset data = new SimulatedCounts(100_000, 100, 42).dataset();
                double l2 = 1 / Math.sqrt(data.n());
                yield new Case(FiniteSum.of(data, new PoissonIdentity(), new L2(l2), false), 1e-3, 1e-6, 1e-9);
            }
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** ||y - Xw||^2 + ||w||^2, divided by 2n: standard normal features, unit noise. */
    private static Case ridge(int n, int d) {
        SplittableRandom random = new SplittableRandom(3);
        double[] truth = random.doubles(d, -1, 1).toArray();
        double[] x = new double[n * d];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x[i * d + j] = random.nextGaussian();
                y[i] += x[i * d + j] * truth[j];
            }
            y[i] += random.nextGaussian();
        }
        return new Case(
                FiniteSum.of(Dataset.of(DenseRows.wrap(n, d, x), y), new Squared(), new L2(1.0 / n), false), 1e-9);
    }

    public static void main(String[] args) {
        Case chosen = named(args[0]);
        System.out.printf(
                "%s%n%-34s %7s %9s %9s %7s %9s%n",
                chosen.problem.describe(), "solver", "gap", "solver s", "fit s", "passes", "reached");
        for (double gap : chosen.gaps) {
            for (String name : Arrays.asList(args).subList(1, args.length)) {
                @SuppressWarnings("unchecked") // those given here are all of this kind
                Solver<FiniteSum, Linear> solver =
                        (Solver<FiniteSum, Linear>) Catalogue.of(Solver.class).parse(name);
                measure(chosen.problem, solver, name, gap);
            }
        }
    }

    private static void measure(FiniteSum problem, Solver<FiniteSum, Linear> solver, String name, double gap) {
        List<Double> fits = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        Fit<Linear> fit = Driver.fit(problem, solver, new StopRule().withRelativeGap(gap));
        for (int run = 1 - WARM; run < RUNS; run++) {
            long began = System.nanoTime();
            fit = Driver.fit(problem, solver, new StopRule().withRelativeGap(gap));
            long between = System.nanoTime();
            Run<Linear> steps = solver.start(problem, 42);
            while (steps.passes() < fit.trace().last().passes() && steps.health() == Run.Health.WELL) {
                steps.step();
            }
            long ended = System.nanoTime();
            if (run >= 0) {
                fits.add((between - began) * 1e-9);
                alone.add((ended - between) * 1e-9);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-34s %7.0e %9.4f %9.4f %7.1f %9.1e%n",
                name,
                gap,
                median(alone),
                median(fits),
                fit.trace().last().passes(),
                fit.certificate().relativeGap());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
