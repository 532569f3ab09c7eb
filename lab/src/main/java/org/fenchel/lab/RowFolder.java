package org.fenchel.lab;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fenchel.io.file.NewFile;

/**
 * The rows of a run, a JSON file each: {@code cells/NAME.json} holds what the cell gave, and where it came from. A row is read back
 * only for the same experiment with the same parameters, the same data and the same program.
 */
final class RowFolder {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(TableJson.module())
            .build();

    private final Path folder;

    RowFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * A row with what must be the same for it to be used again.
     *
     * @param row what was measured
     * @param seconds that it took
     */
    record Kept<R>(R row, double seconds) {}

    /** Where the row of a cell is, within the folder. */
    static String place(Cell<?> cell) {
        return "cells/" + cell.fileName() + ".json";
    }

    /** The row of a cell, if it was measured before under the same conditions. */
    <R extends Record> Optional<Kept<R>> read(Cell<R> cell, Class<R> kind, Origin origin) {
        Path file = folder.resolve(place(cell));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(file));
            JsonNode same = JSON.readTree(JSON.writeValueAsBytes(origin));
            if (!same.equals(node.path("origin"))
                    || !cell.name().equals(node.path("cell").asText())) {
                return Optional.empty();
            }
            R row = JSON.treeToValue(node.path("row"), kind);
            return Optional.of(new Kept<>(row, node.path("seconds").asDouble()));
        } catch (JsonProcessingException broken) {
            return Optional.empty(); // measured again, and written anew
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a row; it appears whole or not at all. */
    void write(Cell<?> cell, Record row, Origin origin, Instant began, double seconds) {
        ObjectNode node = JSON.createObjectNode()
                .put("cell", cell.name())
                .put("began", began.toString())
                .put("seconds", seconds)
                .put("alone", cell.timed());
        node.set("machine", JSON.valueToTree(Machine.here()));
        node.set("origin", JSON.valueToTree(origin));
        node.set("row", JSON.valueToTree(row));
        try {
            NewFile.write(
                    folder.resolve(place(cell)), JSON.writeValueAsString(node).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where curves of cells at work are written. */
    Path live(Cell<?> cell) {
        return folder.resolve("live").resolve(cell.fileName() + ".csv");
    }

    /**
     * What a row depends on.
     *
     * @param experiment with all its parameters
     * @param program version and build
     * @param data with the checksums of their files
     */
    record Origin(String experiment, String program, List<DataUsed> data) {}
}
