package org.fenchel.cli.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.References;
import org.fenchel.io.encode.Scale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which columns of the training data play which part, and how they become features. */
public final class ColumnOptions {
    @Option(
            names = {"--target", "-t"},
            paramLabel = "COL",
            description =
                    "What to learn: a column's name, or its place (1 is the first, -1 the last). LIBSVM data needs none.")
    @Nullable
    String target;

    @Option(names = "--weight", paramLabel = "COL", description = "Column of sample weights; weight 0 is no row.")
    @Nullable
    String weight;

    @Option(names = "--offset", paramLabel = "COL", description = "Column added to each row's margin as it is.")
    public @Nullable String offset;

    @Option(
            names = "--categorical",
            paramLabel = "COLS",
            split = ",",
            description = "Columns to read as categories even where they look like numbers, separated by commas.")
    public List<String> categorical = new ArrayList<>();

    @Option(
            names = "--numeric",
            paramLabel = "COLS",
            split = ",",
            description = "Columns in which anything but a number is a mistake.")
    public List<String> numeric = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "COLS", split = ",", description = "Columns to leave out.")
    List<String> exclude = new ArrayList<>();

    @Option(
            names = "--scale",
            paramLabel = "HOW",
            defaultValue = "none",
            description = "Bring numeric features to one size: none, minmax, standard (default: ${DEFAULT-VALUE}).")
    private String scale = "none";

    @Option(
            names = "--missing",
            paramLabel = "HOW",
            defaultValue = "refuse",
            description = "Missing cells: refuse, mean (fill in), drop (the row) (default: ${DEFAULT-VALUE}).")
    private String missing = "refuse";

    @Option(
            names = "--categories",
            paramLabel = "HOW",
            defaultValue = "all",
            description = {
                "Features of categories: all (one for each level), reference (one",
                "for each but the first, which the others compare with) (default: ${DEFAULT-VALUE})."
            })
    private String categories = "all";

    @Option(
            names = "--reference",
            paramLabel = "COL=LEVEL",
            description = "Compare the levels of this column with this one; may be given again for other columns.")
    private Map<String, String> reference = new LinkedHashMap<>();

    public Scale scale() {
        return Scale.named(scale);
    }

    Missing missing() {
        return Missing.named(missing);
    }

    /** Whether levels of categories are to be references, which only tables have. */
    @Nullable
    String referenceOption() {
        return !reference.isEmpty() ? "--reference" : references() == References.NONE ? null : "--categories";
    }

    /** The references by the columns' names or places, as the user wrote them. */
    References references() {
        boolean every = switch (categories) {
            case "all" -> false;
            case "reference" -> true;
            default ->
                throw InvalidInput.of(
                        "no features of categories are named '" + categories + "'", "it is one of all, reference");
        };
        return reference.isEmpty() ? every ? References.FIRST : References.NONE : new References(every, reference);
    }

    /**
     * Refuses what is none of the values it may have.
     *
     * @throws org.fenchel.data.InvalidInput if one is not
     */
    public void check() {
        scale();
        missing();
        references();
    }
}
