package org.fenchel.cli.train;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.fenchel.cli.select.Judged;
import org.fenchel.cli.select.Selected;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.run.Trace;
import org.jspecify.annotations.Nullable;

/** A model just fitted, with what its kind has to say of the fit. */
public interface Learned<M extends TrainedModel> {
    /** The model. */
    M model();

    /** How the fit went. */
    Trace trace();

    /** What the model is for, such as {@code logistic}. */
    String task();

    /** The size of the data in words, such as {@code 455 rows, 30 features}. */
    String dataSize();

    /** What else there is to say of the data, one line each. */
    List<String> dataNotes();

    /** The model in words, such as {@code logistic loss, l2=0.001, intercept}. */
    String words();

    /** What the user should know of the fit although it went well, one line each. */
    List<String> warnings();

    /** The models it was chosen from, or null where there was no choice. */
    default @Nullable Selected selected() {
        return null;
    }

    /** The parts of the penalty at a factor of a path, by name. */
    default DoubleFunction<Map<String, Double>> penaltyAt() {
        return factor -> Map.of();
    }

    /** What the fit was judged by while it went on, or null. */
    default @Nullable Judged judged() {
        return null;
    }

    /** Prints how the method was chosen, and an empty line, where the user wants to know. */
    default void printChoice(PrintWriter out) {
        // chosen by the user, or not asked for
    }

    /** Prints the most telling parameters, and an empty line. */
    void printParameters(PrintWriter out);

    /** Puts facts about model and data, such as names of classes, into an object. */
    void putFacts(JsonObject json);
}
