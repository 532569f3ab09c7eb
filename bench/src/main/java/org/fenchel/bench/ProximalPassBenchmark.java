package org.fenchel.bench;

import java.util.concurrent.TimeUnit;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.None;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.solver.Run;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.proximal.RowOrder;
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
 * One pass of exact proximal steps, logistic loss, step 1, shuffled or in the order of the file.
 *
 * <p>Spambase has 4,601 rows: its time in microseconds, divided into 4601, is millions of samples a second; times batch / 4601 it
 * is the time of a batch.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(value = 3, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ProximalPassBenchmark {
    @Param({"spambase-4", "spambase-256", "a9a-1"})
    public String setting = "";

    @Param({"SHUFFLED", "FILE"})
    public RowOrder order = RowOrder.SHUFFLED;

    private Run<Solution.Linear> run = new ProximalPoint().start(nothing(), 0);

    private static FiniteSum nothing() {
        return FiniteSum.of(
                Dataset.of(new double[][] {{1}, {-1}}, new double[] {1, 1}), new Logistic(), new None(), false);
    }

    @Setup
    public void read() {
        int dash = setting.lastIndexOf('-');
        Dataset data = setting.startsWith("spam") ? BenchData.spambase() : BenchData.a9a();
        int batch = Integer.parseInt(setting.substring(dash + 1));
        FiniteSum problem = FiniteSum.of(data, new Logistic(), new None(), false);
        run = new ProximalPoint(batch, 1).withOrder(order).start(problem, 42);
    }

    @Benchmark
    public Run<Solution.Linear> pass() {
        run.step();
        return run;
    }
}
