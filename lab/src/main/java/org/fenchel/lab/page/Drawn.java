package org.fenchel.lab.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Figure;
import org.fenchel.lab.ResultTable;

/** The part of a figure's table that has a place on its axes. */
final class Drawn {
    private Drawn() {}

    /**
     * One series.
     *
     * @param x length m
     * @param y length m
     */
    record Series(String name, double[] x, double[] y) {}

    /** The rows that can be drawn, in order. */
    static List<List<Object>> rows(Figure figure) {
        Chart chart = figure.chart();
        ResultTable table = figure.table();
        int x = table.column(chart.x().column());
        int y = table.column(chart.y().column());
        return table.rows().stream()
                .filter(row -> chart.x().holds(number(row.get(x))) && chart.y().holds(number(row.get(y))))
                .toList();
    }

    /** The series that can be drawn, in the order of their first rows. */
    static List<Series> series(Figure figure) {
        Chart chart = figure.chart();
        ResultTable table = figure.table();
        int name = table.column(chart.series());
        Map<String, List<List<Object>>> parts = new LinkedHashMap<>();
        for (List<Object> row : rows(figure)) {
            parts.computeIfAbsent((String) row.get(name), part -> new ArrayList<>())
                    .add(row);
        }
        List<Series> series = new ArrayList<>();
        parts.forEach((part, rows) -> series.add(new Series(
                part,
                column(rows, table.column(chart.x().column())),
                column(rows, table.column(chart.y().column())))));
        return series;
    }

    private static double[] column(List<List<Object>> rows, int place) {
        return rows.stream().mapToDouble(row -> number(row.get(place))).toArray();
    }

    private static double number(Object cell) {
        return ((Number) cell).doubleValue();
    }
}
