package org.fenchel.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fenchel.cli.select.Judged;
import org.fenchel.io.json.JsonObject;
import org.fenchel.metric.Estimate;
import org.fenchel.problem.Certificate;
import org.fenchel.run.StopReason;
import org.fenchel.run.Trace;
import org.jspecify.annotations.Nullable;

/** Results as programs read them: names as in the documentation, null for numbers that do not exist. */
public final class Json {
    private Json() {}

    /** The number, or null where it is infinite or none. */
    public static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : JsonObject.NULL;
    }

    /** The text, or null where there is none. */
    public static Object orNull(@Nullable Object value) {
        return value == null ? JsonObject.NULL : value;
    }

    /** A reason's name, as in {@code no-progress}. */
    public static String name(StopReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Puts what a certificate says into an object. */
    public static JsonObject putCertificate(JsonObject json, Certificate certificate) {
        boolean gap = certificate instanceof Certificate.DualityGap;
        double radius = certificate instanceof Certificate.DualityGap proof ? proof.radius() : Double.NaN;
        json.put("objective", number(certificate.primal()))
                .put(
                        "dual",
                        certificate instanceof Certificate.DualityGap proof ? number(proof.dual()) : JsonObject.NULL)
                .put("gap", number(certificate.bound()))
                .put("relativeGap", number(certificate.relativeGap()));
        if (certificate instanceof Certificate.Stationarity stationary) {
            json.put("gradientNorm", number(stationary.gradientNorm()));
        }
        return gap && Double.isFinite(radius) ? json.put("radius", radius) : json;
    }

    /**
     * The points of a trace.
     *
     * @param judged what their validation scores are, or null where there are none
     */
    public static List<JsonObject> trace(Trace trace, @Nullable Judged judged) {
        List<JsonObject> points = new ArrayList<>();
        for (Trace.Point point : trace.points()) {
            points.add(new JsonObject()
                    .put("passes", number(point.passes()))
                    .put("seconds", number(point.seconds()))
                    .put("objective", number(point.objective()))
                    .put("dual", number(point.dual()))
                    .put("relativeGap", number(point.relativeGap()))
                    .put("onlineLoss", number(point.onlineLoss())));
            if (trace.asksOracles()) {
                points.get(points.size() - 1)
                        .put("oracleCalls", point.oracle().calls())
                        .put("products", point.oracle().products());
            }
            if (judged != null) {
                points.get(points.size() - 1).put("validation", number(judged.value(point.validation())));
            }
        }
        return points;
    }

    /** Metrics with their intervals, by name. */
    public static JsonObject metrics(List<Metrics.Named> metrics) {
        JsonObject json = new JsonObject();
        for (Metrics.Named metric : metrics) {
            Estimate estimate = metric.estimate();
            json.put(
                    metric.name(),
                    new JsonObject()
                            .put("value", number(estimate.value()))
                            .put("low", number(estimate.low()))
                            .put("high", number(estimate.high())));
        }
        return json;
    }

    /** Prints the object and nothing else. */
    public static void print(PrintWriter out, JsonObject json) {
        out.println(json);
    }
}
