package org.fenchel.cli.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.catalogue.Parameter;
import org.fenchel.io.json.JsonObject;

/** Lists the components of one kind. */
public final class Listing {
    private Listing() {}

    /** Prints each component of these kinds with its parameters, their defaults and what it is. */
    public static void print(List<Class<?>> kinds, String plural, boolean json, PrintWriter out) {
        List<Entry<?>> entries = new ArrayList<>();
        kinds.forEach(kind -> entries.addAll(Catalogue.of(kind).entries()));
        if (json) {
            List<JsonObject> objects = new ArrayList<>();
            entries.forEach(entry -> objects.add(object(entry)));
            Json.print(out, new JsonObject().put(plural, objects));
        } else {
            for (Entry<?> entry : entries) {
                out.println(entry.example());
                out.println("    " + entry.description());
                for (Parameter parameter : entry.parameters()) {
                    out.println("    " + parameter.name() + ": " + parameter.values());
                }
            }
        }
        out.flush();
    }

    private static JsonObject object(Entry<?> entry) {
        List<JsonObject> parameters = new ArrayList<>();
        for (Parameter parameter : entry.parameters()) {
            parameters.add(new JsonObject()
                    .put("name", parameter.name())
                    .put("default", parameter.defaultValue())
                    .put("values", parameter.values()));
        }
        return new JsonObject()
                .put("name", entry.name())
                .put("description", entry.description())
                .put("parameters", parameters);
    }
}
