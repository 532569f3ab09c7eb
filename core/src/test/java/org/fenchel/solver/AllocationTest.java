package org.fenchel.solver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Softmax;
import org.fenchel.loss.Squared;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.bounded.Lbfgsb;
import org.fenchel.solver.dual.Sampling;
import org.fenchel.solver.dual.Sdca;
import org.fenchel.solver.factorization.ProximalFactorization;
import org.fenchel.solver.factorization.SgdFactorization;
import org.fenchel.solver.gradient.Fista;
import org.fenchel.solver.gradient.GradientDescent;
import org.fenchel.solver.newton.Newton;
import org.fenchel.solver.newton.NewtonCg;
import org.fenchel.solver.pointprocess.EventLoops;
import org.fenchel.solver.proximal.ProximalPoint;
import org.fenchel.solver.quasinewton.Lbfgs;
import org.fenchel.solver.quasinewton.ProjectedLbfgs;
import org.fenchel.solver.stochastic.Adagrad;
import org.fenchel.solver.stochastic.Adam;
import org.fenchel.solver.stochastic.Saga;
import org.fenchel.solver.stochastic.Sgd;
import org.fenchel.solver.stochastic.Svrg;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A pass allocates nothing. The first passes size the work space, and vectors of the SIMD kernels are objects until the compiler
 * has seen them, so the pass that allocates least counts; and a Java machine of its own, for how well the compiler sees them
 * depends on all that ran before. Less than 1 KB is allowed, for the measurement itself: one object a step or one vector of any
 * length n or d a pass would be more.
 */
class AllocationTest {
    private static final int ENOUGH = 1024;

    @ParameterizedTest
    @CsvSource({"proximal,36", "dual,32", "gradients,54", "classical,22", "machines,12", "classes,42", "events,4"})
    void passesAllocateNothing(String family, int cases) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            command.add("--add-modules=jdk.incubator.vector");
        }
        command.addAll(List.of(
                "-Xmx256m", "-cp", System.getProperty("java.class.path"), AllocationTest.class.getName(), family));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines().filter(line -> line.startsWith("least"))).hasSize(cases);
        assertThat(output.lines().filter(line -> line.startsWith("least") && !line.endsWith(" fine")))
                .isEmpty();
    }

    /** Prints the least number of bytes of a pass for each kind of problem. */
    public static void main(String[] family) {
        switch (family[0]) {
            case "proximal" -> measureProximal();
            case "dual" -> measureDual();
            case "gradients" -> measureGradients();
            case "machines" -> measureMachines();
            case "classes" -> measureClasses();
            case "events" -> EventLoops.measure();
            default -> measureClassical();
        }
    }

    private static void measureProximal() {
        for (Loss loss : List.of(new Logistic(), new Squared())) {
            for (Penalty penalty :
                    List.of(new L2(1e-3), new L1(1e-2), Problems.penalties(20).get(8))) {
                for (double density : new double[] {1, 0.1}) {
                    FiniteSum problem = FiniteSum.of(Problems.data(loss, 200, 20, density, 1), loss, penalty, true);
                    for (int batch : new int[] {0, 1, 4}) {
                        measure(problem, new ProximalPoint(batch, 0.5));
                    }
                }
            }
        }
    }

    /** Every way of keeping weights, smooth steps and sweeps, with and without l2 of the problem's own. */
    private static void measureDual() {
        for (Loss loss : List.of(new Logistic(), new Hinge())) {
            for (Penalty penalty : List.of(
                    new L2(1e-3),
                    new L1(1e-2),
                    Problems.penalties(20).get(9),
                    new HiddenPenalty(new ElasticNet(1e-2, 1e-3)))) {
                for (double density : new double[] {1, 0.1}) {
                    FiniteSum problem = FiniteSum.of(Problems.data(loss, 200, 20, density, 1), loss, penalty, true);
                    for (int block : new int[] {1, 4}) {
                        measure(problem, new Sdca(Sampling.PERMUTED, block, 1, false));
                    }
                }
            }
        }
    }

    /** Weights scaled, caught up, whole; steps on the row's columns and on all. */
    private static void measureGradients() {
        for (Penalty penalty :
                List.of(new L2(1e-3), new L1(1e-2), Problems.penalties(20).get(8))) {
            for (double density : new double[] {1, 0.1}) {
                Loss loss = new Logistic();
                FiniteSum problem = FiniteSum.of(Problems.data(loss, 200, 20, density, 1), loss, penalty, true);
                for (Solver<FiniteSum, Linear> solver : List.of(
                        new Sgd(),
                        new Sgd().withBatch(4),
                        new Sgd().withBatch(0),
                        new Sgd().withMomentum(0.9, true),
                        new Saga(),
                        new Svrg(),
                        new Adagrad(),
                        new Adam(),
                        new Adam().withBatch(1))) {
                    if (solver.refusal(problem).isEmpty()) {
                        measure(problem, solver);
                    }
                }
            }
        }
    }

    /** The methods on all rows: what the first steps allocate is their work space. */
    private static void measureClassical() {
        for (double density : new double[] {1, 0.1}) {
            FiniteSum problem = FiniteSum.of(
                    Problems.data(new Logistic(), 200, 20, density, 1), new Logistic(), new L2(1e-3), true);
            measure(problem, new GradientDescent());
            measure(problem, new Fista());
            measure(problem, new Lbfgs());
            measure(problem, new Lbfgsb());
            measure(problem, new ProjectedLbfgs());
            measure(problem, new Newton());
            measure(problem, new NewtonCg());
            for (Penalty penalty : List.of(new L1(1e-2), Problems.penalties(20).get(8))) {
                FiniteSum kinked =
                        FiniteSum.of(Problems.data(new Logistic(), 200, 20, density, 1), new Logistic(), penalty, true);
                measure(kinked, new Newton());
                measure(kinked, new NewtonCg());
            }
        }
    }

    /** Several margins a row: scaled and caught-up weights, one row and several, and the methods on all rows. */
    private static void measureClasses() {
        for (Penalty penalty : List.of(new L2(1e-3), new ElasticNet(1e-3, 1e-3))) {
            for (double density : new double[] {1, 0.1}) {
                VectorSum problem =
                        VectorSum.of(VectorProblems.data(100, 20, 9, density, 1), new Softmax(), penalty, 9, true);
                for (VectorForm form : List.of(
                        new Sgd(),
                        new Sgd().withBatch(8),
                        new Sgd().withMomentum(0.9, true),
                        new Adam().withBatch(8),
                        new Adagrad(),
                        new Sdca().withoutFinish(),
                        new ProximalPoint(1, 1),
                        new ProximalPoint(4, 1),
                        new Fista(),
                        penalty instanceof L2 ? new Lbfgs() : new GradientDescent())) {
                    measure(problem, form.onVectors());
                }
                if (penalty instanceof ElasticNet) {
                    measure(problem, new NewtonCg().onVectors());
                }
            }
        }
    }

    /** Factorization machines: indicators and values, equal steps and the metric, both precisions, and gradients. */
    private static void measureMachines() {
        for (double density : new double[] {1, 0.1}) {
            for (Loss loss : List.of(new Logistic(), new Squared())) {
                FactorizationFit problem =
                        FactorizationFit.of(Problems.data(loss, 200, 20, density, 1), loss, 5, 1e-3, 1e-2);
                measure(problem, new ProximalFactorization());
                measure(problem, new ProximalFactorization().withAdaptive(true).withSingle(true));
                measure(problem, new SgdFactorization());
            }
        }
    }

    private static <P extends Problem<S>, S extends Solution> void measure(P problem, Solver<P, S> solver) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Run<S> run = solver.start(problem, 1);
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < 50_000 && least >= ENOUGH; pass++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            run.step();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        System.out.println("least " + least + " bytes: " + problem.describe() + ", " + solver
                + (least < ENOUGH ? " fine" : " too many"));
    }
}
