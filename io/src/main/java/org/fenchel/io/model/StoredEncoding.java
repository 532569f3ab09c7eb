package org.fenchel.io.model;

import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.RowsEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.json.JsonObject;

/** Encodings of features in model files, for every kind of model that has one. */
final class StoredEncoding {
    private StoredEncoding() {}

    /** Puts an encoding into a file's parts. */
    static void put(Encoding encoding, Stored parts) {
        parts.header().put("encoding", encoding.toJson());
        if (encoding instanceof RowsEncoding rows) {
            double[] shifts = rows.shifts();
            double[] divisors = rows.divisors();
            if (shifts != null && divisors != null) {
                parts.putArray("shifts", shifts);
                parts.putArray("divisors", divisors);
            }
        }
    }

    /**
     * The encoding in a file's parts.
     *
     * @throws InvalidInput if there is none
     */
    static Encoding of(Stored parts) {
        JsonObject json = parts.header().object("encoding");
        return json.text("kind").equals("table")
                ? TableEncoding.fromJson(json)
                : RowsEncoding.fromJson(json, parts.optionalArray("shifts"), parts.optionalArray("divisors"));
    }
}
