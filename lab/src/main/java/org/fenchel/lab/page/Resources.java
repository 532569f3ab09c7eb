package org.fenchel.lab.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The parts of pages that lie beside this class: templates, the style, scripts, and the libraries, which the build puts there. */
public final class Resources {
    private Resources() {}

    /** A part's text. */
    public static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A part to stand in a script element. */
    public static String script(String name) {
        return Html.script(text(name));
    }

    /** Words to stand in a page. */
    public static String escaped(String words) {
        return Html.text(words);
    }
}
