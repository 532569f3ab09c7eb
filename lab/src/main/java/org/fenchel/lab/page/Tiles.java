package org.fenchel.lab.page;

import java.awt.Color;
import java.awt.Font;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Figure;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** Figures of tiles, as pictures. */
final class Tiles {
    /** More columns than this leave no room for numbers on the tiles. */
    private static final int MOST_WITH_NUMBERS = 12;

    /** Letters of all names that fit side by side. */
    private static final int LETTERS = 80;

    /** Names in the largest letters that fit above each other. */
    private static final int ROOM = 28;

    private static final int LARGEST = 12;
    private static final int SMALLEST = 6;

    private Tiles() {}

    private static int letters(List<Object> names) {
        return names.stream().mapToInt(name -> name.toString().length() + 2).sum();
    }

    /** The largest size of a number among the tiles; 1 where all are 0. */
    static double largest(Figure figure) {
        int s = figure.table().column(figure.chart().series());
        double largest = figure.table().rows().stream()
                .mapToDouble(row -> Math.abs(((Number) row.get(s)).doubleValue()))
                .max()
                .orElse(0);
        return largest > 0 ? largest : 1;
    }

    static HeatMapChart chart(Figure figure, int width, int height) {
        Chart chart = figure.chart();
        int x = figure.table().column(chart.x().column());
        int y = figure.table().column(chart.y().column());
        int s = figure.table().column(chart.series());
        Set<Object> columns = new LinkedHashSet<>();
        Set<Object> rows = new LinkedHashSet<>();
        figure.table().rows().forEach(row -> {
            columns.add(row.get(x));
            rows.add(row.get(y));
        });
        List<Object> across = new ArrayList<>(columns);
        // the first row is to be on top, and this axis begins below
        List<Object> up = new ArrayList<>(rows);
        Collections.reverse(up);
        List<Number[]> tiles = new ArrayList<>();
        for (List<Object> row : figure.table().rows()) {
            tiles.add(new Number[] {across.indexOf(row.get(x)), up.indexOf(row.get(y)), (Number) row.get(s)});
        }
        HeatMapChart picture = new HeatMapChartBuilder()
                .width(width)
                .height(height)
                .title(figure.title())
                .xAxisTitle(chart.x().column())
                .yAxisTitle(chart.y().column())
                .build();
        int decimals = (int) Math.max(0, 2 - Math.floor(Math.log10(largest(figure))));
        // a round number, as the legend shows all digits
        double largest = BigDecimal.valueOf(largest(figure))
                .setScale(decimals, RoundingMode.UP)
                .doubleValue();
        picture.getStyler().setMin(-largest).setMax(largest);
        picture.getStyler()
                .setRangeColors(Palette.DIVERGING.stream().map(Color::decode).toArray(Color[]::new));
        picture.getStyler().setChartBackgroundColor(Color.WHITE);
        picture.getStyler()
                .setHeatMapDecimalValueFormatter(value -> String.format(Locale.ROOT, "%." + decimals + "f", value));
        picture.getStyler().setHeatMapValueDecimalPattern(decimals == 0 ? "0" : "0." + "0".repeat(decimals));
        picture.getStyler().setShowValue(across.size() <= MOST_WITH_NUMBERS);
        picture.getStyler().setPlotGridLinesVisible(false);
        // every name has a place, upright where they would run into each other
        picture.getStyler().setXAxisMaxLabelCount(across.size()).setYAxisTickMarkSpacingHint(1);
        picture.getStyler().setXAxisTickMarkSpacingHint(1);
        picture.getStyler().setXAxisLabelRotation(letters(across) > LETTERS ? 90 : 0);
        int size =
                Math.max(SMALLEST, Math.min(LARGEST, LARGEST * ROOM / Math.max(1, Math.max(across.size(), up.size()))));
        picture.getStyler().setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
        picture.addSeries(chart.series(), across, up, tiles);
        return picture;
    }
}
