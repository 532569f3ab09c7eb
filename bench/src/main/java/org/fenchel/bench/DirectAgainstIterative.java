package org.fenchel.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.fenchel.data.Dataset;
import org.fenchel.data.DenseRows;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.direct.Factorisation;
import org.fenchel.solver.direct.LeastSquares;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.quasinewton.Lbfgs;

/**
 * Least squares once and for all against iterations, over shapes and conditions: passes T that an iteration takes to a certified relative
 * gap of 1e-6 beside the count d + d^2 / n (n + n^2 / d on the side of the rows), below which theory has it the cheaper; seconds of each,
 * certificates apart, medians of three after one.
 *
 * <p>Features are normal, their standard deviations fall geometrically from 1 to 1 / sqrt(condition). Run with {@code java --add-modules
 * jdk.incubator.vector -cp bench/target/benchmarks.jar org.fenchel.bench.DirectAgainstIterative}, for one thread behind {@code taskset
 * -c 0}.
 */
public final class DirectAgainstIterative {
    private static final int WARM = 1;
    private static final int RUNS = 3;

    private DirectAgainstIterative() {}

    public static void main(String[] args) {
        System.out.printf(
                "%8s %6s %9s | %7s | %9s | %9s | %5s %9s | %5s %9s%n",
                "n", "d", "condition", "count", "direct s", "lsqr s", "lbfgs", "s", "fista", "s");
        for (int[] shape : new int[][] {{100_000, 20}, {20_000, 100}, {5_000, 400}, {2_000, 1_000}, {1_000, 2_000}}) {
            for (double condition : new double[] {1, 10, 100, 1e4}) {
                compare(shape[0], shape[1], condition);
            }
        }
    }

    private static void compare(int n, int d, double condition) {
        SplittableRandom random = new SplittableRandom(11);
        double[] truth = random.doubles(d, -1, 1).toArray();
        double[] x = new double[n * d];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                x[i * d + j] = random.nextGaussian() * Math.pow(condition, -0.5 * j / (d - 1));
                y[i] += x[i * d + j] * truth[j];
            }
            y[i] = y[i] / Math.sqrt(d) + random.nextGaussian();
        }
        FiniteSum problem = FiniteSum.of(
                Dataset.of(DenseRows.wrap(n, d, x), y), new Squared(), new L2(1e-3 / Math.sqrt(condition)), false);
        double smaller = Math.min(n, d);
        double larger = Math.max(n, d);
        double[] direct = measure(problem, new LeastSquares(Factorisation.CHOLESKY));
        double[] lsqr = measure(problem, new LeastSquares(Factorisation.LSQR));
        double[] quasi = measure(problem, new Lbfgs());
        double[] fista = measure(problem, new Fista());
        System.out.printf(
                Locale.ROOT,
                "%8d %6d %9.0e | %7.0f | %9.5f | %9.5f | %5.0f %9.5f | %5.0f %9.5f%n",
                n,
                d,
                condition,
                smaller + smaller * smaller / larger,
                direct[1],
                lsqr[1],
                quasi[0],
                quasi[1],
                fista[0],
                fista[1]);
    }

    /** Passes and seconds. */
    private static double[] measure(FiniteSum problem, Solver<FiniteSum, Linear> solver) {
        StopRule rule = new StopRule().withRelativeGap(1e-6).withPasses(3000).withSeconds(0.5);
        Fit<Linear> fit = Driver.fit(problem, solver, rule);
        double passes = fit.trace().last().passes();
        double[] seconds = new double[RUNS];
        for (int run = -WARM; run < RUNS; run++) {
            long began = System.nanoTime();
            Run<Linear> steps = solver.start(problem, 42);
            while (steps.passes() < passes && steps.health() == Run.Health.WELL) {
                steps.step();
            }
            if (run >= 0) {
                seconds[run] = (System.nanoTime() - began) * 1e-9;
            }
        }
        Arrays.sort(seconds);
        boolean reached = fit.certificate().relativeGap() <= 1e-6;
        return new double[] {reached ? passes : Double.POSITIVE_INFINITY, seconds[RUNS / 2]};
    }
}
