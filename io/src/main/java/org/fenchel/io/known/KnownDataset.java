package org.fenchel.io.known;

import java.util.List;
import java.util.Optional;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A data set known by name.
 *
 * @param name short, in lower case
 * @param folder its folder in the cache
 * @param title what it is, in a line
 * @param page its official page
 * @param licence as its source states it
 * @param status {@code complete}, or why it is not the published set: {@code partial}, {@code sample}, {@code derived}
 * @param task what is predicted: {@code two classes}, {@code classes}, {@code numbers}, {@code counts}, or another kind of data
 * @param format {@code csv} and {@code libsvm} can be read as they are; other words describe what cannot
 * @param target name of the target's column, {@code c58} for the 58th of a file without a header; null where there is none
 * @param exclude columns that are no features
 * @param features number of features as published, 0 where it does not apply
 * @param note what a user should know; may be empty
 * @param files the main one first
 */
public record KnownDataset(
        String name,
        String folder,
        String title,
        String page,
        String licence,
        String status,
        String task,
        String format,
        @Nullable String target,
        List<String> exclude,
        int features,
        String note,
        List<KnownFile> files) {
    public KnownDataset {
        exclude = List.copyOf(exclude);
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException(name + " has no file");
        }
    }

    /** The main file. */
    public KnownFile main() {
        return files.get(0);
    }

    /** The test set, where it has one. */
    public Optional<KnownFile> test() {
        return files.stream().filter(file -> file.role().equals("test")).findFirst();
    }

    /** Whether the main file can be downloaded. */
    public boolean downloadable() {
        return !main().sources().isEmpty();
    }

    /**
     * The file of this name.
     *
     * @throws InvalidInput if it has none
     */
    public KnownFile file(String fileName) {
        return files.stream()
                .filter(file -> file.name().equals(fileName))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of(
                        "data set '" + name + "' has no file '" + fileName + "'",
                        "its files are "
                                + String.join(
                                        ", ",
                                        files.stream().map(KnownFile::name).toList())));
    }

    static KnownDataset fromJson(JsonObject json) {
        return new KnownDataset(
                json.text("name"),
                json.text("folder"),
                json.text("title"),
                json.text("page"),
                json.text("licence"),
                json.text("status"),
                json.text("task"),
                json.text("format"),
                json.optionalText("target"),
                json.has("exclude") ? json.texts("exclude") : List.of(),
                json.has("features") ? json.count("features") : 0,
                json.has("note") ? json.text("note") : "",
                json.objects("files").stream().map(KnownFile::fromJson).toList());
    }
}
