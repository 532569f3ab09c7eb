package org.fenchel.cli.use;

import java.io.PrintWriter;
import java.util.List;
import org.fenchel.cli.console.Metrics;
import org.fenchel.cli.console.Numbers;
import org.fenchel.io.json.JsonObject;

/** How well a model predicts data whose targets are known, as people and programs read it. */
public interface Evaluated {
    /** What the model is for, such as {@code logistic}. */
    String task();

    /** Number of rows it was measured on. */
    int n();

    /** Their number in words, such as {@code 114 rows}. */
    default String size() {
        return Numbers.count(n(), "row");
    }

    /** The metrics with their intervals, the most telling first. */
    List<Metrics.Named> metrics();

    /** What the user should know about it, one line each. */
    List<String> warnings();

    /** Prints what there is besides the metrics, each table after an empty line. */
    void printTables(PrintWriter out);

    /** Puts what there is besides the metrics into an object. */
    void putTables(JsonObject json);
}
