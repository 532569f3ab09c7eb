package org.fenchel.cli.links;

import java.util.Locale;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.solver.links.DouglasRachford;
import org.fenchel.solver.links.LinkSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What belongs to the prediction of links alone. */
final class LinkOptions {
    @Option(names = "--from", paramLabel = "COL", required = true, description = "The column where links begin.")
    String from = "";

    @Option(names = "--to", paramLabel = "COL", required = true, description = "The column where they end.")
    String to = "";

    @Option(
            names = "--label",
            paramLabel = "COL",
            description =
                    "A column of two numbers, of which the higher one marks a link (default: each row is a link).")
    @Nullable
    String label;

    @Option(
            names = "--negatives",
            paramLabel = "WHAT",
            description = {
                "Where pairs come from that are no links: given, by --label (the default with it); or random, drawn until they are",
                "as many as the links (the default without)."
            })
    @Nullable
    String negatives;

    @Option(
            names = "--bipartite",
            description =
                    "Beginnings and ends are two sets, as readers and books are; else a name is one node in both columns.")
    boolean bipartite;

    @Option(
            names = "--l1",
            paramLabel = "X",
            description = {
                "What the sum of the sizes of all scores is multiplied by (default: a tenth of what a pair weighs). With 0 no full",
                "matrix is needed, however many nodes there are."
            })
    @Nullable
    Double l1;

    @Option(
            names = "--nuclear",
            paramLabel = "X",
            description = {
                "What the nuclear norm is multiplied by (default: chosen by the area under the curve on a tenth of the pairs, held",
                "out, then fitted to all)."
            })
    @Nullable
    Double nuclear;

    /** Whether pairs that are no links are drawn. */
    boolean draws() {
        return negatives == null
                ? label == null
                : negatives.toLowerCase(Locale.ROOT).equals("random");
    }

    /**
     * The method.
     *
     * @throws InvalidInput if there is no such method
     */
    static LinkSolver solver(@Nullable String spec) {
        return spec == null || spec.equals("auto")
                ? new DouglasRachford()
                : Catalogue.of(LinkSolver.class).parse(spec);
    }

    /**
     * Refuses what makes no sense.
     *
     * @throws InvalidInput if it does not
     */
    void check() {
        if (l1 != null && (!(l1 >= 0) || Double.isInfinite(l1))) {
            throw InvalidInput.of("--l1 is " + l1, "give 0 or a positive number");
        }
        if (nuclear != null && (!(nuclear > 0) || Double.isInfinite(nuclear))) {
            throw InvalidInput.of(
                    "--nuclear is " + nuclear, "give a number above 0, or leave it out to have it chosen");
        }
        if (from.equals(to) || from.equals(label) || to.equals(label)) {
            throw InvalidInput.of("--from, --to and --label name a column twice", "give columns of their own");
        }
        if (negatives != null && !negatives.toLowerCase(Locale.ROOT).matches("random|given")) {
            throw InvalidInput.of("--negatives is '" + negatives + "'", "give random or given");
        }
        if (!draws() && label == null) {
            throw InvalidInput.of("--negatives given has no column that gives them", "add --label");
        }
    }
}
