package org.fenchel.lab.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
        boolean points = chart.mark() == Chart.Mark.POINTS;
        picture.getStyler()
                .setDefaultSeriesRenderStyle(
                        points ? XYSeries.XYSeriesRenderStyle.Scatter : XYSeries.XYSeriesRenderStyle.Line)
                .setXAxisLogarithmic(chart.x().log())
                .setYAxisLogarithmic(chart.y().log())
                .setXAxisTickLabelsFormattingFunction(Digits::of)
                .setYAxisTickLabelsFormattingFunction(Digits::of)
                .setLegendPosition(Styler.LegendPosition.OutsideS)
                .setLegendLayout(Styler.LegendLayout.Horizontal)
                .setChartBackgroundColor(Color.WHITE)
                .setSeriesColors(Palette.COLOURS.stream().map(Color::decode).toArray(Color[]::new))
                .setMarkerSize(points ? 5 : 7);
        for (Drawn.Series series : Drawn.series(figure)) {
            XYSeries drawn = picture.addSeries(series.name(), series.x(), series.y());
            if (!points) {
                drawn.setMarker(SeriesMarkers.CIRCLE);
                drawn.setLineStyle(new BasicStroke(2));
            }
        }
        return picture;
    }
}
