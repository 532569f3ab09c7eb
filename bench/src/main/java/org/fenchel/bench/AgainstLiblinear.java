package org.fenchel.bench;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.fenchel.data.Dataset;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.loss.Logistic;
import org.fenchel.penalty.L2;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Driver;
import org.fenchel.run.StopRule;
import org.fenchel.solver.planner.Auto;
import org.fenchel.solver.proximal.ProximalPoint;

/**
 * L2 logistic regression, C = 1 (l2 = 1/n), no intercept, data in memory: seconds to a relative suboptimality of 1e-3 and 1e-6,
 * beside liblinear-java 2.44 (-s 0) in the same process, in turn, medians of seven after two for warming up.
 *
 * <p>liblinear is given the largest of its tolerances that reaches the accuracy. Fenchel's time includes its certificates.
 * Run with {@code java --add-modules jdk.incubator.vector -cp bench/target/benchmarks.jar org.fenchel.bench.AgainstLiblinear
 * [a9a|w8a|dense|sparse ...]}.
 */
public final class AgainstLiblinear {
    private static final int WARM = 2;
    private static final int RUNS = 7;

    private AgainstLiblinear() {}

    public static void main(String[] names) {
        Linear.disableDebugOutput();
        System.out.printf("%-8s %8s %12s %12s %14s%n", "data", "accuracy", "fenchel s", "liblinear s", "fenchel gap");
        for (String name : names.length == 0 ? new String[] {"a9a", "w8a", "dense"} : names) {
            Dataset data = switch (name) {
                case "a9a" -> BenchData.a9a();
                case "w8a" -> BenchData.w8a();
                case "dense" -> BenchData.dense(200_000, 100);
                case "sparse" -> BenchData.sparse(500_000, 100_000, 50);
                default -> throw new IllegalArgumentException(name);
            };
            compare(name, data);
        }
    }

    private static void compare(String name, Dataset data) {
        FiniteSum problem = FiniteSum.of(data, new Logistic(), new L2(1.0 / data.n()), false);
        double optimum = Driver.fit(problem, new ProximalPoint(), new StopRule().withRelativeGap(1e-12))
                .certificate()
                .primal();
        Problem other = liblinear(data);
        for (double accuracy : List.of(1e-3, 1e-6)) {
            double tolerance = tolerance(problem, other, optimum, accuracy);
            double[] ours = new double[RUNS];
            double[] theirs = new double[RUNS];
            double[] gap = new double[1];
            for (int run = -WARM; run < RUNS; run++) {
                double a = seconds(data, d -> {
                    gap[0] = Driver.fit(problem, new Auto(), new StopRule().withRelativeGap(accuracy * optimum))
                            .certificate()
                            .relativeGap();
                    return gap[0];
                });
                double b = seconds(other, p -> train(p, tolerance).getBias());
                if (run >= 0) {
                    ours[run] = a;
                    theirs[run] = b;
                }
            }
            Arrays.sort(ours);
            Arrays.sort(theirs);
            System.out.printf(
                    "%-8s %8.0e %12.4f %12.4f %14.1e%n", name, accuracy, ours[RUNS / 2], theirs[RUNS / 2], gap[0]);
        }
    }

    private static <T> double seconds(T on, ToDoubleFunction<T> work) {
        long began = System.nanoTime();
        double result = work.applyAsDouble(on);
        double seconds = (System.nanoTime() - began) * 1e-9;
        if (Double.isNaN(result)) {
            throw new IllegalStateException("not a number");
        }
        return seconds;
    }

    private static double tolerance(FiniteSum problem, Problem other, double optimum, double accuracy) {
        for (double tolerance = 0.1; tolerance > 1e-14; tolerance /= 2) {
            double[] weights = train(other, tolerance).getFeatureWeights();
            double objective = problem.objective(new Solution.Linear(Arrays.copyOf(weights, problem.d()), 0));
            if (objective - optimum <= accuracy * optimum) {
                return tolerance;
            }
        }
        throw new IllegalStateException("liblinear does not reach " + accuracy);
    }

    private static Model train(Problem problem, double tolerance) {
        return Linear.train(problem, new Parameter(SolverType.L2R_LR, 1, tolerance));
    }

    private static Problem liblinear(Dataset data) {
        Problem problem = new Problem();
        problem.l = data.n();
        problem.n = data.d();
        problem.y = data.targets();
        problem.x = new Feature[data.n()][];
        for (int i = 0; i < data.n(); i++) {
            problem.x[i] = features(data.rows(), i);
        }
        return problem;
    }

    private static Feature[] features(Rows rows, int i) {
        if (rows instanceof SparseRows sparse) {
            int from = sparse.starts()[i];
            return IntStream.range(from, sparse.starts()[i + 1])
                    .mapToObj(t -> new FeatureNode(sparse.columns()[t] + 1, sparse.values()[t]))
                    .toArray(Feature[]::new);
        }
        double[] row = new double[rows.d()];
        rows.axpy(1, i, row);
        return IntStream.range(0, row.length)
                .filter(j -> row[j] != 0)
                .mapToObj(j -> new FeatureNode(j + 1, row[j]))
                .toArray(Feature[]::new);
    }
}
