package org.fenchel.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fenchel.data.Dataset;
import org.fenchel.lab.poisson.SimulatedCounts;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.newton.Newton;
import org.fenchel.solver.planner.Auto;
import org.fenchel.solver.proximal.ProximalPoint;

/**
 * Counts with the identity link, l2 = 1 / sqrt(n), by the number of columns: seconds of whole fits, certificates included, to certified
 * relative gaps of 1e-3, 1e-6 and 1e-9 by coordinate ascent, Newton's method, the proximal point method and the default; medians of three
 * after one.
 *
 * <p>Run with {@code java --add-modules jdk.incubator.vector -cp bench/target/benchmarks.jar org.fenchel.bench.CountsByColumns [n
 * [columns ...]]}, for one thread behind {@code taskset -c 0}.
 */
public final class CountsByColumns {
    private static final int RUNS = 3;
    private static final double MOST_SECONDS = 15;

    private CountsByColumns() {}

    public static void main(String[] args) {
        int n = args.length == 0 ? 20_000 : Integer.parseInt(args[0]);
        int[] columns = args.length < 2
                ? new int[] {10, 30, 100, 300, 1000}
                : Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        System.out.printf("%6s %9s %7s", "d", "positive", "gap");
        List<Solver<FiniteSum, Linear>> solvers =
                List.of(new Sdca().withoutFinish(), new Newton(), new ProximalPoint(), new Auto());
        System.out.printf(" %20s %20s %20s %20s%n", "sdca alone", "newton", "proximal-point", "auto");
        for (int d : columns) {
            Dataset data = new SimulatedCounts(n, d, 43).dataset();
            long positive = Arrays.stream(data.targets()).filter(y -> y > 0).count();
            FiniteSum problem = FiniteSum.of(data, new PoissonIdentity(), new L2(1 / Math.sqrt(n)), false);
            for (double gap : new double[] {1e-3, 1e-6, 1e-9}) {
                System.out.printf(Locale.ROOT, "%6d %9d %7.0e", d, positive, gap);
                for (Solver<FiniteSum, Linear> solver : solvers) {
                    System.out.printf(" %20s", measured(problem, solver, gap));
                }
                System.out.println();
            }
        }
    }

    private static String measured(FiniteSum problem, Solver<FiniteSum, Linear> solver, double gap) {
        StopRule rule = new StopRule().withRelativeGap(gap).withSeconds(MOST_SECONDS);
        double[] seconds = new double[RUNS];
        Fit<Linear> fit = Driver.fit(problem, solver, rule);
        for (int run = 0; run < RUNS; run++) {
            long began = System.nanoTime();
            fit = Driver.fit(problem, solver, rule);
            seconds[run] = (System.nanoTime() - began) * 1e-9;
        }
        Arrays.sort(seconds);
        String time = String.format(
                Locale.ROOT,
                "%.4f (%.0f)",
                seconds[RUNS / 2],
                fit.trace().last().passes());
        return fit.certificate().relativeGap() <= gap
                ? time
                : String.format(Locale.ROOT, "%.0e in %s", fit.certificate().relativeGap(), time);
    }
}
