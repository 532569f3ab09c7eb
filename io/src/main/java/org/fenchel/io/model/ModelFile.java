package org.fenchel.io.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.file.NewFile;
import org.fenchel.io.json.JsonObject;

/**
 * Models in files. A file is, one after the other:
 *
 * <ol>
 *   <li>one line, {@code fenchel-model 1 HEADER ARRAYS}: the format's version, then the lengths of the next two parts in bytes;
 *   <li>the header, a JSON object in UTF-8 that ends with a line break: everything but the arrays, whose names and lengths it
 *       lists under {@code arrays};
 *   <li>the arrays, doubles in little-endian order, one array after the other;
 *   <li>one line, {@code crc32c XXXXXXXX}: the checksum (Castagnoli) of everything before it.
 * </ol>
 *
 * <p>So {@code head} shows what a model is, and a few lines of any language read it.
 */
public final class ModelFile {
    private static final String MAGIC = "fenchel-model";
    private static final int VERSION = 1;
    private static final int LONGEST_FIRST_LINE = 80;
    private static final String TRAILER = "crc32c ";
    private static final int TRAILER_LENGTH = TRAILER.length() + 8 + 1;

    private ModelFile() {}

    /**
     * Writes a model beside the file's place, then moves it there, so that a file is never seen half written. Folders that are
     * missing are made.
     *
     * @throws InvalidInput if it cannot be written
     */
    public static void write(Path file, TrainedModel model) {
        try {
            NewFile.write(file, bytes(model));
        } catch (IOException failure) {
            throw InvalidInput.of(
                            "the model cannot be written (" + Failures.words(failure) + ")",
                            "give another place, or make room")
                    .in(file.toString());
        }
    }

    private static byte[] bytes(TrainedModel model) {
        Stored parts = parts(model, model.getClass());
        List<JsonObject> listed = new ArrayList<>();
        long length = 0;
        for (Map.Entry<String, double[]> array : parts.arrays().entrySet()) {
            listed.add(new JsonObject().put("name", array.getKey()).put("length", array.getValue().length));
            length += 8L * array.getValue().length;
        }
        byte[] header = (parts.header().put("arrays", listed) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] first =
                (MAGIC + " " + VERSION + " " + header.length + " " + length + "\n").getBytes(StandardCharsets.US_ASCII);
        int size = Math.toIntExact(first.length + header.length + length + TRAILER_LENGTH);
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.put(first).put(header);
        for (double[] array : parts.arrays().values()) {
            for (double value : array) {
                out.putDouble(value);
            }
        }
        return out.put(trailer(out.array(), out.position())).array();
    }

    private static <M extends TrainedModel> Stored parts(TrainedModel model, Class<M> type) {
        ModelKind<M> kind = ModelKinds.of(type);
        Stored parts = new Stored(new JsonObject()
                .put("kind", kind.name())
                .put("training", model.training().toJson()));
        kind.store(type.cast(model), parts);
        return parts;
    }

    private static byte[] trailer(byte[] bytes, int end) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, end);
        String hex = Long.toHexString(sum.getValue());
        return (TRAILER + "0".repeat(8 - hex.length()) + hex + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads a model of one kind.
     *
     * @param type the class of models of this kind, such as {@link TrainedLinear}
     * @throws InvalidInput as {@link #read(Path)}, and if the model is of another kind
     */
    public static <M extends TrainedModel> M read(Path file, Class<M> type) {
        TrainedModel model = read(file);
        if (!type.isInstance(model)) {
            throw InvalidInput.of(
                            "it is a " + ModelKinds.of(model.getClass()).name() + " model, not a "
                                    + ModelKinds.of(type).name() + " one",
                            "give another file")
                    .in(file.toString());
        }
        return type.cast(model);
    }

    /**
     * Reads a model of any kind.
     *
     * @throws InvalidInput if the file is not there, is no model, was written by a newer version, is cut short or damaged
     */
    public static TrainedModel read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            // What is no model may be larger than memory: its first line tells.
            byte[] head = in.readNBytes(LONGEST_FIRST_LINE);
            firstLine(head);
            byte[] rest = in.readAllBytes();
            bytes = Arrays.copyOf(head, Math.addExact(head.length, rest.length));
            System.arraycopy(rest, 0, bytes, head.length, rest.length);
        } catch (InvalidInput mistake) {
            throw mistake.in(file.toString());
        } catch (NoSuchFileException missing) {
            throw InvalidInput.of("there is no such file", "give the path of a model that fenchel train wrote")
                    .in(file.toString());
        } catch (IOException failure) {
            throw InvalidInput.of("it cannot be read (" + Failures.words(failure) + ")", "")
                    .in(file.toString());
        }
        try {
            return parse(bytes);
        } catch (InvalidInput mistake) {
            throw mistake.in(file.toString());
        }
    }

    private static TrainedModel parse(byte[] bytes) {
        String[] first = firstLine(bytes);
        int headerStart = String.join(" ", first).length() + 1;
        long headerLength = length(first, 2);
        long arraysLength = length(first, 3);
        long size = headerStart + headerLength + arraysLength + TRAILER_LENGTH;
        if (headerLength > bytes.length || arraysLength > bytes.length || size > bytes.length) {
            throw InvalidInput.of(
                    "the model is cut short: it has " + bytes.length + " of " + size + " bytes",
                    "copy or train it again");
        }
        if (size < bytes.length) {
            throw damaged("something follows it");
        }
        int end = bytes.length - TRAILER_LENGTH;
        byte[] trailer = Arrays.copyOfRange(bytes, end, bytes.length);
        if (!Arrays.equals(trailer, trailer(bytes, end))) {
            throw damaged("its checksum differs");
        }
        // After a line break, so that mistakes have the line of the file.
        JsonObject header =
                JsonObject.parse("\n" + new String(bytes, headerStart, (int) headerLength, StandardCharsets.UTF_8));
        ByteBuffer arrays = ByteBuffer.wrap(bytes, headerStart + (int) headerLength, (int) arraysLength);
        Stored parts = new Stored(header);
        readArrays(parts, arrays.order(ByteOrder.LITTLE_ENDIAN));
        // Files without a kind are older than the other kinds.
        String kind = header.has("kind") ? header.text("kind") : "linear";
        return ModelKinds.named(kind).restore(parts, Training.fromJson(header.object("training")));
    }

    private static String[] firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && end < LONGEST_FIRST_LINE && bytes[end] != '\n') {
            end++;
        }
        String[] words = new String(bytes, 0, end, StandardCharsets.US_ASCII).split(" ", -1);
        if (!words[0].equals(MAGIC) || words.length < 2 || !isCount(words[1], 9)) {
            throw InvalidInput.of("this is not a Fenchel model", "give a file that fenchel train wrote");
        }
        int version = Integer.parseInt(words[1]);
        if (version > VERSION) {
            throw InvalidInput.of(
                    "the model is of format " + version + ", written by a newer Fenchel; this one reads up to "
                            + VERSION,
                    "update Fenchel");
        }
        if (version < 1 || words.length != 4 || end == bytes.length || bytes[end] != '\n') {
            throw damaged("its first line is broken");
        }
        return words;
    }

    private static boolean isCount(String word, int digits) {
        boolean count = !word.isEmpty() && word.length() <= digits;
        for (int k = 0; k < word.length(); k++) {
            count &= word.charAt(k) >= '0' && word.charAt(k) <= '9';
        }
        return count;
    }

    private static long length(String[] words, int k) {
        if (!isCount(words[k], 15)) {
            throw damaged("its first line is broken");
        }
        return Long.parseLong(words[k]);
    }

    private static InvalidInput damaged(String how) {
        return InvalidInput.of("the model is damaged: " + how, "copy or train it again");
    }

    private static void readArrays(Stored parts, ByteBuffer bytes) {
        for (JsonObject listed : parts.header().objects("arrays")) {
            int length = listed.count("length");
            if (8L * length > bytes.remaining()) {
                throw damaged("an array is longer than the file");
            }
            double[] array = new double[length];
            for (int k = 0; k < length; k++) {
                array[k] = bytes.getDouble();
            }
            parts.putArray(listed.text("name"), array);
        }
    }
}
