package org.fenchel.lab.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.ResultTable;
import org.fenchel.run.Trace;
import org.fenchel.solver.planner.Auto;

/** What a race comes to: who was first, in words, and the curves of all. */
final class Verdict {
    /** Times that differ by less are a tie on a machine that does other things as well. */
    private static final double TIE = 1.25;

    private static final String METHOD = "method";

    private final Comparison race;
    private final List<Raced> rows;
    private final Measure measure;
    private final double lowest;

    Verdict(Comparison race, List<Raced> rows) {
        this.race = race;
        this.rows = rows;
        measure = race.measure();
        lowest = rows.stream().mapToDouble(row -> row.least(measure)).min().orElse(Double.NaN);
    }

    private double seconds(Raced row) {
        return row.secondsTo(measure, lowest, race.goal());
    }

    private double best(Raced row) {
        return row.best(measure, lowest);
    }

    /** The methods with their own step sizes, the first to reach the goal first; of the others the one that came nearest. */
    private List<Raced> ranking() {
        return rows.stream()
                .filter(Raced::isOwn)
                .sorted(Comparator.comparingDouble(this::seconds).thenComparingDouble(this::best))
                .toList();
    }

    Findings findings() {
        List<Raced> ranking = ranking();
        List<Figure> figures = new ArrayList<>();
        figures.add(course(ranking, "seconds"));
        figures.add(course(ranking, "passes"));
        if (rows.size() > ranking.size()) {
            figures.add(steps());
        }
        return new Findings(List.of(), table(ranking), figures, List.of(race.used()), notes(), answer(ranking));
    }

    private String answer(List<Raced> ranking) {
        if (ranking.isEmpty()) {
            return "No method can solve this problem; the reasons stand below.";
        }
        Raced first = ranking.get(0);
        String goal = "a " + measure.words() + " of " + Digits.of(race.goal());
        if (!Double.isFinite(seconds(first))) {
            return "None reached " + goal + " in its time. " + first.solver() + " came nearest, with "
                    + Digits.of(best(first)) + "; give more time with --budget, or a larger --tolerance.";
        }
        long there =
                ranking.stream().filter(row -> Double.isFinite(seconds(row))).count();
        StringBuilder answer = new StringBuilder("Use --solver ")
                .append(first.solver())
                .append(": it is first at ")
                .append(goal)
                .append(", after ")
                .append(Digits.of(seconds(first)))
                .append(" s.");
        if (there > 1) {
            Raced second = ranking.get(1);
            double factor = seconds(second) / seconds(first);
            answer.append(factor < TIE ? " As good as level: " : " Next is ")
                    .append(second.solver())
                    .append(" with ")
                    .append(Digits.of(seconds(second)))
                    .append(" s, ")
                    .append(String.format(Locale.ROOT, "%.1f", factor))
                    .append(" times as long.");
        }
        return answer.append(" ")
                .append(there)
                .append(" of ")
                .append(ranking.size())
                .append(ranking.size() == 1 ? " method got" : " methods got")
                .append(" there.")
                .append(chosen(first))
                .toString();
    }

    /** What the default would have done. */
    private String chosen(Raced first) {
        return new Auto(race.goal())
                .plan(race.problem())
                .chosen()
                .map(solver -> rows.stream()
                        .filter(row -> row.isOwn() && row.trace().solver().equals(solver.toString()))
                        .findFirst()
                        .map(row -> row.equals(first)
                                ? " It is also what the default, auto, chooses."
                                : " The default, auto, chooses " + row.solver() + " ("
                                        + (Double.isFinite(seconds(row))
                                                ? Digits.of(seconds(row)) + " s"
                                                : "which did not get there in its time")
                                        + ").")
                        .orElse(" The default, auto, chooses " + solver + ", which did not run as such here."))
                .orElse("");
    }

    private ResultTable table(List<Raced> ranking) {
        ResultTable table = ResultTable.of(
                METHOD,
                "seconds to " + Digits.of(race.goal()),
                "best " + measure.words(),
                "passes",
                "seconds",
                "ended by");
        for (Raced row : ranking) {
            double seconds = seconds(row);
            table.add(
                    row.solver(),
                    Double.isFinite(seconds) ? seconds : Double.NaN,
                    best(row),
                    row.trace().last().passes(),
                    row.trace().last().seconds(),
                    row.trace().reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return table;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(
                race.problem().describe() + ".",
                "Each method ran alone, with its own parameters, for at most an equal share of "
                        + Digits.of(race.seconds())
                        + " s. The clock counts the start of a method and its steps, and stands still while it is"
                        + " measured. Before that each ran for a moment, so that its loops were compiled."));
        if (measure != Measure.GAP) {
            notes.add("Excess is taken over the lowest value of all methods, " + Digits.of(lowest) + ".");
        }
        return notes;
    }

    private Figure course(List<Raced> ranking, String against) {
        ResultTable table = ResultTable.of(against, measure.words(), METHOD);
        for (Raced row : ranking) {
            for (Trace.Point point : row.trace().points()) {
                double value = measure.value(point, lowest);
                if (Double.isFinite(value)) {
                    table.add(against.equals("seconds") ? point.seconds() : point.passes(), value, row.solver());
                }
            }
        }
        return new Figure(
                against,
                "Against " + against,
                "Lower and further left is better. The legend's order is that of the ranking.",
                new Chart(Mark.LINES, Axis.log(against), Axis.log(measure.words()), METHOD),
                table);
    }

    private Figure steps() {
        ResultTable table = ResultTable.of("step size", "best " + measure.words(), METHOD);
        for (Raced row : rows) {
            if (!row.isOwn()) {
                table.add(row.step(), best(row), row.solver());
            }
        }
        return new Figure(
                "step-sizes",
                "How much the step size matters",
                "The best value at each step size in an equal share of the time: flat is steady, low is good. A point that is missing"
                        + " had no finite value.",
                new Chart(Mark.LINES, Axis.log("step size"), Axis.log("best " + measure.words()), METHOD),
                table);
    }
}
