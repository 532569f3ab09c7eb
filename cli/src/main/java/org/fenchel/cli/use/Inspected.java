package org.fenchel.cli.use;

import java.io.PrintWriter;
import java.util.List;
import org.fenchel.io.json.JsonObject;

/** What is to be seen in a model besides the record of its training, as people and programs read it. */
public interface Inspected {
    /** What the model is for, such as {@code logistic}. */
    String task();

    /** Its size in words, such as {@code 57 features}. */
    String size();

    /** What else there is to say of it, one line each. */
    List<String> notes();

    /** Prints its parameters. */
    void printParameters(PrintWriter out);

    /** Puts facts about it, such as names of classes, into an object. */
    void putFacts(JsonObject json);

    /** Puts its parameters into an object. */
    void putParameters(JsonObject json);
}
