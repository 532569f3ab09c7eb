package org.fenchel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.fenchel.io.json.JsonObject;

/** What a command did, run inside the test's own process. */
record Outcome(int exit, String out, String err) {
    /** Runs a command. */
    static Outcome of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(args, new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exit, out.toString(), err.toString());
    }

    /** The only thing on standard output, read as JSON. */
    JsonObject json() {
        if (exit != 0) {
            throw new AssertionError("exit " + exit + ": " + err);
        }
        return JsonObject.parse(out);
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }
}
