package org.fenchel.bench.grid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;

/**
 * Times every method on the problems of the grid: from the data in memory to a certified relative gap of 1e-6, certificates and
 * choice included. Medians of five runs, the methods in turn, after one run each that warms up and shows who is in question: a
 * method that takes five times as long as the best so far is stopped, one that takes three times as long is not run again.
 *
 * <p>{@code java --add-modules jdk.incubator.vector -cp bench/target/benchmarks.jar org.fenchel.bench.grid.MeasureGrid times.csv SECONDS
 * [PREFIX ...]} adds lines to the file for problems whose name begins so and which it does not have yet, until the seconds are over.
 */
public final class MeasureGrid {
    private static final List<String> METHODS = List.of(
            "auto",
            "lbfgs",
            "projected-lbfgs",
            "newton-cg",
            "sdca",
            "sdca(finish=false)",
            "proximal-point",
            "least-squares",
            "newton",
            "fista",
            "svrg",
            "saga");
    private static final int RUNS = Integer.getInteger("runs", 5);
    private static final double HOPELESS = 5;
    private static final double OUT = 3;
    private static final double LEAST_CAP = 0.05;
    private static final double MOST_SECONDS = 10;

    private MeasureGrid() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        double seconds = Double.parseDouble(arguments[1]);
        List<String> prefixes = List.of(arguments).subList(2, arguments.length);
        Set<String> known = new HashSet<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(line -> known.add(line.split(",")[0]));
        }
        List<Cell> wanted = Grid.cells().stream()
                .filter(cell -> !known.contains(cell.name()))
                .filter(cell -> prefixes.isEmpty() || prefixes.stream().anyMatch(cell.name()::startsWith))
                .toList();
        if (wanted.isEmpty()) {
            System.out.println("nothing left to do");
            return;
        }
        long began = System.nanoTime();
        warm(wanted);
        for (Cell cell : wanted) {
            if (since(began) > seconds) {
                break;
            }
            List<String> lines = measure(cell);
            Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            System.out.println(cell.name());
        }
    }

    /** Lets the compiler see all methods on small problems of the losses to come. */
    private static void warm(List<Cell> wanted) {
        Set<Class<?>> losses = new HashSet<>();
        wanted.forEach(cell -> losses.add(cell.loss().getClass()));
        long began = System.nanoTime();
        for (Cell cell : Grid.cells()) {
            boolean small = cell.data().equals("tiny")
                    || cell.data().equals("wine")
                    || cell.data().equals("german");
            if (small && losses.contains(cell.loss().getClass()) && since(began) < 6) {
                FiniteSum problem = cell.problem();
                for (Contender contender : contenders(problem)) {
                    for (int run = 0; run < 2; run++) {
                        contender.enter(0.1);
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Contender> contenders(FiniteSum problem) {
        List<Contender> contenders = new ArrayList<>();
        boolean plain = false;
        for (String name : METHODS) {
            Solver<FiniteSum, Linear> solver =
                    (Solver<FiniteSum, Linear>) Catalogue.of(Solver.class).parse(name);
            boolean accepted = solver.refusal(problem).isEmpty();
            plain |= name.equals("lbfgs") && accepted;
            if (accepted && !(name.equals("projected-lbfgs") && plain)) {
                contenders.add(new Contender(name, problem, solver));
            }
        }
        return contenders;
    }

    private static List<String> measure(Cell cell) {
        FiniteSum problem = cell.problem();
        List<Contender> contenders = contenders(problem);
        double best = Double.POSITIVE_INFINITY;
        for (Contender contender : contenders) {
            Times first = contender.enter(cap(best));
            if (first.certified()) {
                best = Math.min(best, first.seconds);
            }
        }
        for (int run = 0; run < RUNS; run++) {
            for (Contender contender : contenders) {
                contender.run(run, best);
            }
        }
        return contenders.stream().map(contender -> contender.line(cell.name())).toList();
    }

    /** A method on one problem. */
    private static final class Contender {
        private final String name;
        private final FiniteSum problem;
        private final Solver<FiniteSum, Linear> method;
        private final List<Double> seconds = new ArrayList<>();
        private Times first = new Times(0, 0, 0, Double.POSITIVE_INFINITY, StopReason.SECONDS);

        Contender(String name, FiniteSum problem, Solver<FiniteSum, Linear> method) {
            this.name = name;
            this.problem = problem;
            this.method = method;
        }

        /** Twice where it is short: the first run of a method is the compiler's. */
        Times enter(double cap) {
            first = time(problem, method, cap);
            if (first.certified() && first.seconds < 0.5) {
                first = time(problem, method, cap);
            }
            return first;
        }

        void run(int run, double best) {
            boolean in = first.certified() && (first.seconds <= OUT * best || name.equals("auto"));
            if (in && (run < 3 || first.seconds < 2)) {
                seconds.add(time(problem, method, Double.POSITIVE_INFINITY).seconds);
            } else if (run == 0) {
                seconds.add(first.seconds);
            }
        }

        String line(String cell) {
            double[] sorted = seconds.stream().mapToDouble(x -> x).sorted().toArray();
            return String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%s,%.6f,%.6f,%.6f,%d,%.2f,%d,%.1e,%s",
                    cell,
                    problem.n(),
                    problem.d(),
                    name,
                    sorted[sorted.length / 2],
                    sorted[0],
                    sorted[sorted.length - 1],
                    sorted.length,
                    first.passes,
                    first.steps,
                    first.gap,
                    first.reason);
        }
    }

    private static double cap(double best) {
        return Math.max(LEAST_CAP, Math.min(HOPELESS * best, MOST_SECONDS));
    }

    private record Times(double seconds, double passes, int steps, double gap, StopReason reason) {
        boolean certified() {
            return reason == StopReason.CERTIFIED;
        }
    }

    private static Times time(FiniteSum problem, Solver<FiniteSum, Linear> method, double cap) {
        StopRule rule = new StopRule().withPasses(Double.POSITIVE_INFINITY);
        long began = System.nanoTime();
        Fit<Linear> fit = Driver.fit(problem, method, rule, 42, null, point -> {
            if (since(began) > cap) {
                Thread.currentThread().interrupt(); // the driver ends the run and clears it
            }
        });
        double seconds = since(began);
        Thread.interrupted();
        return new Times(
                seconds,
                fit.trace().last().passes(),
                fit.trace().points().size() - 1,
                fit.certificate().relativeGap(),
                fit.trace().reason());
    }

    private static double since(long began) {
        return (System.nanoTime() - began) * 1e-9;
    }
}
