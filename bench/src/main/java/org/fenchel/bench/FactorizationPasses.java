package org.fenchel.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.io.libsvm.LibsvmReader;
import org.fenchel.loss.Logistic;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.fenchel.solver.factorization.FactorizationSolver;
import org.fenchel.solver.factorization.ProximalFactorization;
import org.fenchel.solver.factorization.SgdFactorization;

/**
 * Rows a second of passes over a factorization machine's data, on one thread or several: {@code movielens} is MovieLens 100K one-hot, k = 20, or {@code
 * large}, 2 million rows of 39 fields over a million features with Zipf ids, k = 16.
 */
public final class FactorizationPasses {
    private FactorizationPasses() {}

    /** @param args data set, then single or double, then the number of passes, then for exact steps that of threads (1) */
    public static void main(String[] args) {
        boolean large = args[0].equals("large");
        boolean single = args[1].equals("single");
        int passes = Integer.parseInt(args[2]);
        int threads = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        Dataset data = large ? large(2_000_000, 39, 1_000_000) : movieLens();
        FactorizationFit problem = FactorizationFit.of(data, new Logistic(), large ? 16 : 20, 0.004, 0.02);
        ProximalFactorization exact = new ProximalFactorization().withSingle(single);
        Map<String, FactorizationSolver> methods = new LinkedHashMap<>();
        methods.put("proximal-point", exact);
        if (threads > 1) {
            methods.put("proximal-point, " + threads + " threads", exact.withThreads(threads));
        } else {
            methods.put("sgd", new SgdFactorization(0.01, 25));
        }
        time(problem, methods, passes);
    }

    /** Passes of all methods in turn, so that what else the machine does meets all of them. */
    private static void time(FactorizationFit problem, Map<String, FactorizationSolver> methods, int passes) {
        List<Run<Factorized>> runs = new ArrayList<>();
        double[] best = new double[methods.size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        for (FactorizationSolver method : methods.values()) {
            runs.add(method.start(problem, 42));
        }
        for (int pass = 0; pass < passes; pass++) {
            for (int m = 0; m < best.length; m++) {
                long began = System.nanoTime();
                runs.get(m).step();
                best[m] = Math.min(best[m], (System.nanoTime() - began) * 1e-9);
            }
        }
        int m = 0;
        for (String name : methods.keySet()) {
            System.out.printf("%s: %,.0f rows/s (best of %d passes)%n", name, problem.n() / best[m++], passes);
        }
    }

    private static Dataset movieLens() {
        Dataset raw = LibsvmReader.read(BenchData.file("../reference/fm/ml100k.train.libsvm.gz"), 0);
        double[] labels = raw.targets();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels[i] > 0 ? 1 : -1;
        }
        return raw.withTargets(labels);
    }

    /** Each row has one feature of each field; within a field ids follow Zipf's law with exponent 1.1. */
    static Dataset large(int n, int fields, int features) {
        int size = features / fields;
        double[] cumulative = new double[size];
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += Math.pow(j + 1, -1.1);
            cumulative[j] = sum;
        }
        SplittableRandom random = new SplittableRandom(3);
        int[] starts = new int[n + 1];
        int[] columns = new int[n * fields];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double z = -1;
            for (int f = 0; f < fields; f++) {
                int at = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
                int id = Math.min(at < 0 ? -at - 1 : at, size - 1);
                columns[i * fields + f] = f * size + id;
                z += (id % 3 - 1) * 0.3;
            }
            starts[i + 1] = (i + 1) * fields;
            y[i] = z + random.nextGaussian() > 0 ? 1 : -1;
        }
        return Dataset.of(IndicatorRows.wrap(size * fields, starts, columns), y);
    }
}
