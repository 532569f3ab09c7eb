package org.fenchel.bench;

import java.util.concurrent.TimeUnit;
import org.fenchel.data.Dataset;
import org.fenchel.lab.poisson.SimulatedCounts;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.solver.Run;
import org.fenchel.solver.dual.Sdca;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One pass of dual coordinate ascent: logistic loss with l2 = 1/n on a9a, identity-link Poisson loss with l2 = 1/sqrt(n) on a
 * simulated set, whose passes visit the rows with a positive count only.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(value = 3, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class AscentPassBenchmark {
    @Param({"a9a", "poisson"})
    public String data = "a9a";

    @Param({"1", "2"})
    public int threads = 1;

    @Param({"1", "3"})
    public int block = 1;

    private Run<Solution.Linear> run = new Sdca().start(nothing(), 0);

    private static FiniteSum nothing() {
        return FiniteSum.of(
                Dataset.of(new double[][] {{1}, {-1}}, new double[] {1, 1}), new Logistic(), new L2(1), false);
    }

    @Setup
    public void read() {
        boolean counts = data.equals("poisson");
        Dataset rows = counts ? new SimulatedCounts(100_000, 100, 42).dataset() : BenchData.a9a();
        Loss loss = counts ? new PoissonIdentity() : new Logistic();
        double l2 = counts ? 1 / Math.sqrt(rows.n()) : 1.0 / rows.n();
        run = new Sdca()
                .withoutFinish()
                .withThreads(threads)
                .withBlock(block)
                .start(FiniteSum.of(rows, loss, new L2(l2), false), 42);
    }

    @Benchmark
    public Run<Solution.Linear> pass() {
        run.step();
        return run;
    }
}
