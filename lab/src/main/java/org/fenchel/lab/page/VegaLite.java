package org.fenchel.lab.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.fenchel.io.json.JsonObject;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Figure;

/** A figure in the grammar of Vega-Lite, which draws it in the browser: values on hovering, bands, series that the page can switch off. */
final class VegaLite {
    private static final int HEIGHT = 380;

    /** The parameter that holds the names of the series that are switched off. */
    private static final String OFF = "off";

    private static final List<List<Integer>> DASHES = List.of(List.of(1, 0), List.of(6, 3), List.of(2, 3));

    private VegaLite() {}

    static JsonObject of(Figure figure) {
        Chart chart = figure.chart();
        if (chart.mark() == Chart.Mark.TILES) {
            return tiles(figure);
        }
        boolean points = chart.mark() == Chart.Mark.POINTS;
        List<String> names = names(figure);
        JsonObject series = new JsonObject()
                .put("field", "s")
                .put("title", chart.series())
                .put("type", "nominal")
                .put("legend", JsonObject.NULL); // the page's switches are the legend
        JsonObject encoding = new JsonObject()
                .put("x", axis(chart.x(), "x", figure))
                .put("y", axis(chart.y(), "y", figure))
                .put("color", scaled(series, names, k -> Palette.COLOURS.get(k % Palette.COLOURS.size())))
                .put("shape", copy(series).put("scale", new JsonObject().put("domain", names)))
                .put("opacity", new JsonObject().put("value", points ? 0.6 : 1))
                .put(
                        "tooltip",
                        List.of(
                                new JsonObject().put("field", "s").put("title", chart.series()),
                                quantity(chart.x(), "x"),
                                quantity(chart.y(), "y")));
        List<JsonObject> layers = new ArrayList<>();
        if (chart.band() != null) {
            layers.add(band(chart));
        }
        boolean mixed = !chart.otherwise().isEmpty();
        if (!points || mixed) {
            layers.add(only(mixed, chart, !points)
                    .put("mark", new JsonObject().put("type", "line").put("strokeWidth", 2))
                    .put(
                            "encoding",
                            new JsonObject()
                                    .put("order", new JsonObject().put("field", "k"))
                                    .put("strokeDash", scaled(series, names, k -> dash(k)))));
        }
        layers.add(only(mixed, chart, points)
                .put(
                        "mark",
                        new JsonObject()
                                .put("type", "point")
                                .put("filled", true)
                                .put("size", points || mixed ? 22 : 40)));
        return new JsonObject()
                .put("width", "container")
                .put("height", HEIGHT)
                .put("params", List.of(new JsonObject().put("name", OFF).put("value", List.of())))
                .put("data", new JsonObject().put("values", values(figure)))
                .put("transform", List.of(new JsonObject().put("filter", "indexof(" + OFF + ", datum.s) < 0")))
                .put("encoding", encoding)
                .put("layer", layers)
                .put("usermeta", new JsonObject().put("series", names).put("colours", Palette.COLOURS));
    }

    /** The series in the order of their first rows. */
    private static List<String> names(Figure figure) {
        return Drawn.series(figure).stream().map(Drawn.Series::name).toList();
    }

    /** A series' channel with a value for each name. */
    private static JsonObject scaled(JsonObject series, List<String> names, IntFunction<Object> value) {
        return copy(series)
                .put(
                        "scale",
                        new JsonObject()
                                .put("domain", names)
                                .put(
                                        "range",
                                        IntStream.range(0, names.size())
                                                .mapToObj(value)
                                                .toList()));
    }

    /** Solid as long as there are colours, then dashed, then dotted. */
    private static Object dash(int k) {
        return DASHES.get(k / Palette.COLOURS.size() % DASHES.size());
    }

    /** From low to high around each line. */
    private static JsonObject band(Chart chart) {
        JsonObject low = new JsonObject()
                .put("field", "l")
                .put("type", "quantitative")
                .put("title", chart.y().column());
        return new JsonObject()
                .put("mark", new JsonObject().put("type", "area"))
                .put(
                        "encoding",
                        new JsonObject()
                                .put("y", low)
                                .put("y2", new JsonObject().put("field", "h"))
                                .put("shape", JsonObject.NULL)
                                .put("opacity", new JsonObject().put("value", 0.18)));
    }

    /** A layer of the series drawn the other way, or of all but it; of all where they are drawn alike. */
    private static JsonObject only(boolean mixed, Chart chart, boolean alike) {
        JsonObject layer = new JsonObject();
        JsonObject same = new JsonObject().put("field", "s").put("equal", chart.otherwise());
        return mixed
                ? layer.put(
                        "transform",
                        List.of(new JsonObject().put("filter", alike ? new JsonObject().put("not", same) : same)))
                : layer;
    }

    /** Words along both axes in the order of the rows, white where the number is 0. */
    private static JsonObject tiles(Figure figure) {
        Chart chart = figure.chart();
        int x = figure.table().column(chart.x().column());
        int y = figure.table().column(chart.y().column());
        int s = figure.table().column(chart.series());
        List<JsonObject> values = new ArrayList<>();
        double largest = Tiles.largest(figure);
        for (List<Object> row : figure.table().rows()) {
            values.add(
                    new JsonObject().put("x", row.get(x)).put("y", row.get(y)).put("s", row.get(s)));
        }
        JsonObject scale =
                new JsonObject().put("domain", List.of(-largest, 0, largest)).put("range", Palette.DIVERGING);
        return new JsonObject()
                .put("width", "container")
                .put("height", HEIGHT)
                .put("data", new JsonObject().put("values", values))
                .put("mark", "rect")
                .put(
                        "encoding",
                        new JsonObject()
                                .put("x", word(chart.x(), "x"))
                                .put("y", word(chart.y(), "y"))
                                .put(
                                        "color",
                                        new JsonObject()
                                                .put("field", "s")
                                                .put("title", chart.series())
                                                .put("type", "quantitative")
                                                .put("scale", scale))
                                .put(
                                        "tooltip",
                                        List.of(
                                                word(chart.x(), "x"),
                                                word(chart.y(), "y"),
                                                new JsonObject()
                                                        .put("field", "s")
                                                        .put("title", chart.series())
                                                        .put("type", "quantitative"))));
    }

    private static JsonObject word(Chart.Axis axis, String field) {
        return new JsonObject()
                .put("field", field)
                .put("title", axis.column())
                .put("type", "nominal")
                .put("sort", JsonObject.NULL);
    }

    private static JsonObject axis(Chart.Axis axis, String field, Figure figure) {
        JsonObject scale = new JsonObject()
                .put("type", axis.log() ? "log" : "linear")
                .put("zero", axis.log() ? null : false)
                .put("nice", !axis.log())
                .put("padding", axis.log() ? 8 : null);
        JsonObject ticks = new JsonObject().put("labelOverlap", true);
        if (axis.log()) {
            ticks.put("format", "~g");
        } else {
            // thousands in short, but no thousandths
            ticks.put("labelExpr", "format(datum.value, abs(datum.value) < 1000 ? '.4~g' : '~s')");
        }
        List<Double> decades = axis.log() ? decades(figure, axis) : List.of();
        return quantity(axis, field)
                .put("scale", scale)
                .put("axis", decades.size() < 3 ? ticks : ticks.put("values", decades));
    }

    /** The powers of ten among the values of a column, which are grid enough where there are several. */
    private static List<Double> decades(Figure figure, Chart.Axis axis) {
        int place = figure.table().column(axis.column());
        double[] values = Drawn.rows(figure).stream()
                .mapToDouble(row -> ((Number) row.get(place)).doubleValue())
                .toArray();
        List<Double> decades = new ArrayList<>();
        if (values.length > 0) {
            long from = (long) Math.ceil(Math.log10(Arrays.stream(values).min().orElseThrow()) - 1e-9);
            long to = (long) Math.floor(Math.log10(Arrays.stream(values).max().orElseThrow()) + 1e-9);
            for (long power = from; power <= to; power++) {
                decades.add(Double.parseDouble("1e" + power));
            }
        }
        return decades;
    }

    private static JsonObject quantity(Chart.Axis axis, String field) {
        return new JsonObject().put("field", field).put("title", axis.column()).put("type", "quantitative");
    }

    /** Short names for fields, since each row repeats them; k is the row's place. */
    private static List<JsonObject> values(Figure figure) {
        Chart chart = figure.chart();
        int s = figure.table().column(chart.series());
        int x = figure.table().column(chart.x().column());
        int y = figure.table().column(chart.y().column());
        List<JsonObject> values = new ArrayList<>();
        Chart.Band band = chart.band();
        for (List<Object> row : Drawn.rows(figure)) {
            JsonObject value = new JsonObject()
                    .put("s", row.get(s))
                    .put("x", row.get(x))
                    .put("y", row.get(y))
                    .put("k", values.size());
            values.add(
                    band == null
                            ? value
                            : value.put("l", row.get(figure.table().column(band.low())))
                                    .put("h", row.get(figure.table().column(band.high()))));
        }
        return values;
    }

    private static JsonObject copy(JsonObject object) {
        JsonObject copy = new JsonObject();
        object.fields().forEach(copy::put);
        return copy;
    }
}
