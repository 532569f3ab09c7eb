package org.fenchel.bench;

import java.util.concurrent.TimeUnit;
import org.fenchel.loss.Softmax;
import org.fenchel.penalty.L2;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Run;
import org.fenchel.solver.VectorForm;
import org.fenchel.solver.proximal.StepSchedule;
import org.fenchel.solver.stochastic.Adam;
import org.fenchel.solver.stochastic.Sgd;
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
 * One epoch of softmax regression in batches of 64 on data of MNIST's shape, 60,000 rows of 784 pixels of which 19 % are not 0, in
 * ten classes; the pixels stored one by one, or without the zeros. On one thread: batches are too small to cut.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx2g"})
public class MultinomialEpochBenchmark {
    @Param({"sgd", "adam"})
    public String method = "";

    @Param({"dense", "sparse"})
    public String storage = "";

    private Run<MultiLinear> run = new Sgd()
            .onVectors()
            .start(VectorSum.of(BenchData.pixels(10, 5, 2, false), new Softmax(), new L2(1e-4), 2, true), 42);

    @Setup
    public void make() {
        VectorForm form = method.equals("adam")
                ? new Adam().withBatch(64).withStep(0.001, StepSchedule.CONSTANT)
                : new Sgd().withBatch(64).withStep(0.1, StepSchedule.CONSTANT);
        VectorSum problem = VectorSum.of(
                BenchData.pixels(60_000, 784, 10, storage.equals("sparse")), new Softmax(), new L2(1e-4), 10, true);
        run = form.onVectors().start(problem, 42);
    }

    @Benchmark
    public Run<MultiLinear> epoch() {
        run.step();
        return run;
    }
}
