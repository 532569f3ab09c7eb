package org.fenchel.bench;

import org.fenchel.data.Dataset;
import org.fenchel.lab.poisson.SimulatedCounts;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.dual.Sdca;

/**
 * Dual coordinate ascent on one thread and on two, from the start to a relative gap: passes, seconds, milliseconds a pass; the last of
 * three runs. Run with {@code java --add-modules jdk.incubator.vector -Xmx4g -cp bench/target/benchmarks.jar
 * org.fenchel.bench.AscentThreads}.
 */
public final class AscentThreads {
    private static final int RUNS = 3;

    /** With 28,583 positive counts. */
    private static final long SEED = 54;

    private AscentThreads() {}

    public static void main(String[] none) {
        System.out.printf("%-44s %7s %7s %8s %8s %9s%n", "problem", "threads", "passes", "seconds", "ms/pass", "gap");
        Dataset counts = new SimulatedCounts(100_000, 100, SEED).dataset();
        compare(counts, new PoissonIdentity(), 1 / Math.sqrt(counts.n()), 1e-3);
        Dataset sparse = BenchData.sparse(200_000, 50_000, 50);
        compare(sparse, new Logistic(), 10.0 / sparse.n(), 1e-4);
        compare(sparse, new Hinge(), 10.0 / sparse.n(), 1e-3);
        Dataset dense = BenchData.dense(100_000, 200);
        compare(dense, new Logistic(), 1 / Math.sqrt(dense.n()), 1e-6);
    }

    private static void compare(Dataset data, Loss loss, double l2, double gap) {
        FiniteSum problem = FiniteSum.of(data, loss, new L2(l2), false);
        for (int threads = 1; threads <= 2; threads++) {
            Sdca method = new Sdca().withoutFinish().withThreads(threads);
            StopRule rule = new StopRule().withRelativeGap(gap);
            for (int run = 1; run < RUNS; run++) {
                Driver.fit(problem, method, rule);
            }
            Fit<Solution.Linear> fit = Driver.fit(problem, method, rule);
            double passes = fit.trace().last().passes();
            double seconds = fit.trace().last().seconds();
            System.out.printf(
                    "%-44s %7d %7.0f %8.3f %8.2f %9.1e%n",
                    problem.lossInWords() + ", n=" + problem.n() + ", d=" + problem.d(),
                    threads,
                    passes,
                    seconds,
                    1e3 * seconds / passes,
                    fit.certificate().relativeGap());
        }
    }
}
