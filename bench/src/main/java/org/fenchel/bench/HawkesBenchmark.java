package org.fenchel.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.model.hawkes.GoodnessOfFit;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.model.hawkes.Simulator;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.pointprocess.NodeNewton;
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
 * Hawkes processes of 10 nodes and 3 decays with a spectral radius of .7: simulating, making the features, fitting to a relative gap of
 * 1e-6 under l2 = .1, and judging. Give {@code -XX:ActiveProcessorCount=1} for one core.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xmx6g"})
public class HawkesBenchmark {
    private static final int NODES = 10;
    private static final double[] DECAYS = {0.5, 2, 10};

    @Param({"30000", "300000"})
    public double end = 30_000;

    private HawkesModel model = model();
    private EventLog log =
            EventLog.of(model.nodeNames(), List.of(Simulator.of(model).sequence(0, 10, 1)));
    private PointProcessFit problem = features();

    /** Baselines around .1, half of the pairs without a kernel. */
    private static HawkesModel model() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1);
        double[][] coefficients = new double[NODES][1 + NODES * DECAYS.length];
        for (double[] row : coefficients) {
            row[0] = 0.05 + 0.1 * random.nextDouble();
            for (int c = 1; c < row.length; c++) {
                row[c] = (c - 1) / DECAYS.length % 2 == 0 ? random.nextDouble() : 0;
            }
        }
        KernelBasis basis = KernelBasis.of(NODES, DECAYS, Baseline.CONSTANT);
        List<String> names = IntStream.range(0, NODES).mapToObj(i -> "node" + i).toList();
        double radius = HawkesModel.of(names, basis, new Kernels(coefficients)).branchingRatio();
        for (double[] row : coefficients) {
            for (int c = 1; c < row.length; c++) {
                row[c] *= 0.7 / radius;
            }
        }
        return HawkesModel.of(names, basis, new Kernels(coefficients));
    }

    @Setup
    public void prepare() {
        model = model();
        log = EventLog.of(model.nodeNames(), List.of(simulate()));
        problem = features();
    }

    @Benchmark
    public EventSequence simulate() {
        return Simulator.of(model).sequence(0, end, 1);
    }

    @Benchmark
    public PointProcessFit features() {
        return PointProcessFit.of(log, model.basis(), new KernelPenalty(0.1));
    }

    @Benchmark
    public Fit<Kernels> fit() {
        return Driver.fit(problem, new NodeNewton(), new StopRule());
    }

    @Benchmark
    public GoodnessOfFit judge() {
        return GoodnessOfFit.of(model, log);
    }
}
