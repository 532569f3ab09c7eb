package org.fenchel.io.known;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.io.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One file of a known data set.
 *
 * @param name of the file, unpacked; on disk it may be compressed, with {@code .gz} after its name
 * @param role {@code data} for the main file, {@code test} for a test set, {@code other}, or {@code about} for a description
 * @param rows number of rows, 0 where it is not known or has none
 * @param bytes length unpacked, 0 where it is not known
 * @param sha256 of the unpacked content; null where it is not known
 * @param lines SHA-256 of the unpacked text with its line ends made LF and line ends at its end removed: copies differ in those;
 *     null for content that is no text
 * @param sources where it can be downloaded, tried in this order; none where it cannot
 */
public record KnownFile(
        String name,
        String role,
        int rows,
        long bytes,
        @Nullable String sha256,
        @Nullable String lines,
        List<Source> sources) {
    public KnownFile {
        sources = List.copyOf(sources);
    }

    static KnownFile fromJson(JsonObject json) {
        List<Source> sources = new ArrayList<>();
        if (json.has("sources")) {
            for (JsonObject source : json.objects("sources")) {
                sources.add(new Source(URI.create(source.text("url")), source.optionalText("member")));
            }
        }
        return new KnownFile(
                json.text("file"),
                json.text("role"),
                json.has("rows") ? json.count("rows") : 0,
                json.has("bytes") ? json.whole("bytes") : 0,
                json.optionalText("sha256"),
                json.optionalText("lines"),
                sources);
    }
}
