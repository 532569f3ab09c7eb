package org.fenchel.bench;

import java.util.concurrent.TimeUnit;
import org.fenchel.kernel.Vectors;
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

/** The inner product, from a row of a small table to one that leaves the first cache. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class DotBenchmark {
    @Param({"8", "100", "10000"})
    public int length;

    private double[] x = {};
    private double[] y = {};

    @Setup
    public void fill() {
        x = new double[length];
        y = new double[length];
        for (int i = 0; i < length; i++) {
            x[i] = 1.0 / (i + 1);
            y[i] = i;
        }
    }

    @Benchmark
    public double dot() {
        return Vectors.dot(length, x, 0, y, 0);
    }
}
