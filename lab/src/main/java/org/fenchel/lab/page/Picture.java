package org.fenchel.lab.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Figure;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A figure as a PNG, for papers and slides. */
final class Picture {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;

    /** Letters of all names that fit side by side under the axes. */
    private static final int LEGEND = 90;

    /** A line of more points than this is a curve, and dots would hide it. */
    private static final int CURVE = 80;

    private static final float[] DASHES = {8, 4};

    private Picture() {}

    static byte[] png(Figure figure) throws IOException {
        System.setProperty("java.awt.headless", "true");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(
                figure.chart().mark() == Chart.Mark.TILES ? Tiles.chart(figure, WIDTH, HEIGHT) : chart(figure),
                out,
                BitmapEncoder.BitmapFormat.PNG);
        return out.toByteArray();
    }

    private static XYChart chart(Figure figure) {
        Chart chart = figure.chart();
        XYChart picture = new XYChart(WIDTH, HEIGHT);
        picture.setTitle(figure.title());
        picture.setXAxisTitle(chart.x().column());
        picture.setYAxisTitle(chart.y().column());
        List<Drawn.Series> lines = Drawn.series(figure);
        boolean below =
                lines.stream().mapToInt(series -> series.name().length() + 4).sum() <= LEGEND;
        boolean points = chart.mark() == Chart.Mark.POINTS;
        picture.getStyler()
                .setDefaultSeriesRenderStyle(
                        points ? XYSeries.XYSeriesRenderStyle.Scatter : XYSeries.XYSeriesRenderStyle.Line)
                .setXAxisLogarithmic(chart.x().log())
                .setYAxisLogarithmic(chart.y().log())
                .setXAxisTickLabelsFormattingFunction(Digits::of)
                .setYAxisTickLabelsFormattingFunction(Digits::of)
                .setLegendPosition(below ? Styler.LegendPosition.OutsideS : Styler.LegendPosition.OutsideE)
                .setLegendLayout(below ? Styler.LegendLayout.Horizontal : Styler.LegendLayout.Vertical)
                .setChartBackgroundColor(Color.WHITE)
                .setSeriesColors(Palette.COLOURS.stream().map(Color::decode).toArray(Color[]::new))
                .setMarkerSize(points || !chart.otherwise().isEmpty() ? 5 : 7);
        int drawn = 0;
        for (Drawn.Series series : lines) {
            XYSeries line = picture.addSeries(series.name(), series.x(), series.y());
            boolean dots = chart.dots(series.name());
            line.setXYSeriesRenderStyle(
                    dots ? XYSeries.XYSeriesRenderStyle.Scatter : XYSeries.XYSeriesRenderStyle.Line);
            if (!dots) {
                boolean curve = points || series.x().length > CURVE;
                line.setMarker(curve ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
                line.setLineStyle(stroke(drawn / Palette.COLOURS.size() % 2 == 1));
            } else if (!points) {
                line.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(Color.BLACK);
            }
            drawn++;
        }
        return picture;
    }

    /** Dashed where the colours have begun again. */
    private static BasicStroke stroke(boolean dashed) {
        return dashed
                ? new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES, 0)
                : new BasicStroke(2);
    }
}
