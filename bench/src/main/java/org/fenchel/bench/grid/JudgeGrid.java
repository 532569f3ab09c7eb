package org.fenchel.bench.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Auto;
import org.fenchel.solver.planner.Plan;

/**
 * Judges the planner by the times that {@link MeasureGrid} took: for each problem the quickest method, the planner's choice, its regret
 * (its time by that of the quickest; 1 where the spreads of five runs overlap) and, with {@code -v}, what each method was expected to
 * cost. The time of the default method itself, with its choice, is in the file, too, but belongs to the planner it was measured with.
 *
 * <p>{@code java --add-modules jdk.incubator.vector -cp bench/target/benchmarks.jar org.fenchel.bench.grid.JudgeGrid times.csv [-v]
 * [PREFIX ...]}
 */
public final class JudgeGrid {
    private static final double COUNTS = 0.05;

    private JudgeGrid() {}

    private record Measured(String method, double median, double low, double high, int steps, boolean certified) {}

    public static void main(String[] arguments) throws IOException {
        List<String> rest = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        boolean verbose = rest.remove("-v");
        Map<String, List<Measured>> times = read(Path.of(arguments[0]));
        Tally calibration = new Tally();
        Tally check = new Tally();
        Tally small = new Tally();
        for (Cell cell : Grid.cells()) {
            List<Measured> measured = times.get(cell.name());
            if (measured != null && (rest.isEmpty() || rest.stream().anyMatch(cell.name()::startsWith))) {
                judge(cell, measured, verbose, cell.check() ? check : calibration, small);
            }
        }
        calibration.print("calibration, 50 ms and more");
        check.print("check, 50 ms and more");
        small.print("all below 50 ms");
    }

    private static Map<String, List<Measured>> read(Path file) throws IOException {
        Map<String, List<Measured>> times = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split(",");
            times.computeIfAbsent(cells[0], name -> new ArrayList<>())
                    .add(new Measured(
                            cells[3],
                            Double.parseDouble(cells[4]),
                            Double.parseDouble(cells[5]),
                            Double.parseDouble(cells[6]),
                            Integer.parseInt(cells[9]),
                            cells[11].equals("CERTIFIED")));
        }
        return times;
    }

    private static void judge(Cell cell, List<Measured> measured, boolean verbose, Tally large, Tally small) {
        Plan plan = new Auto().plan(cell.problem());
        Measured best = null;
        Map<String, Measured> byName = new LinkedHashMap<>();
        for (Measured one : measured) {
            byName.put(one.method, one);
            boolean candidate = !one.method.equals("auto") && !one.method.contains("(");
            if (candidate && one.certified && (best == null || one.median < best.median)) {
                best = one;
            }
        }
        if (best == null) {
            System.out.println(cell.name() + ": nothing certified");
            return;
        }
        String choice = name(plan.candidates().get(0));
        Measured chosen = byName.get(choice);
        Measured auto = byName.get("auto");
        double regret = chosen == null || !chosen.certified
                ? Double.POSITIVE_INFINITY
                : chosen.low <= best.high ? 1 : chosen.median / best.median;
        (best.median >= COUNTS ? large : small).add(cell.name(), regret);
        System.out.printf(
                Locale.ROOT,
                "%-34s %9.1f ms %-16s choice %-16s %9.1f ms, regret %5.2f, expected %9.1f ms, default then %9.1f ms%n",
                cell.name(),
                best.median * 1e3,
                best.method,
                choice,
                chosen == null ? Double.NaN : chosen.median * 1e3,
                regret,
                plan.candidates().get(0).estimate().seconds() * 1e3,
                auto == null ? Double.NaN : auto.median * 1e3);
        if (verbose) {
            plan.spectrum().ifPresent(spectrum -> System.out.println("    " + spectrum));
            for (Plan.Candidate candidate : plan.candidates()) {
                Measured known = byName.get(name(candidate));
                System.out.printf(
                        Locale.ROOT,
                        "    %-16s %9.1f ms expected %9.1f ms measured%s, %s | %d%n",
                        name(candidate),
                        candidate.estimate().seconds() * 1e3,
                        known == null ? Double.NaN : known.median * 1e3,
                        known == null || known.certified ? "" : " and not done",
                        candidate.estimate().why(),
                        known == null ? 0 : known.steps);
            }
        }
    }

    private static String name(Plan.Candidate candidate) {
        return Catalogue.of(Solver.class).print(candidate.method());
    }

    /** Regrets of some problems. */
    private static final class Tally {
        private int count;
        private int near;
        private double worst = 1;
        private String where = "-";

        void add(String cell, double regret) {
            count++;
            near += regret <= 1.2 ? 1 : 0;
            if (regret > worst) {
                worst = regret;
                where = cell;
            }
        }

        void print(String title) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d problems, within 1.2 times the quickest in %.1f %%, worst %.2f (%s)%n",
                    title,
                    count,
                    100.0 * near / Math.max(1, count),
                    worst,
                    where);
        }
    }
}
