package org.fenchel.cli.completion;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.cli.linear.Task;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Loss;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.MeanLoss;
import org.fenchel.problem.lowrank.ResidualNorm;
import org.fenchel.solver.lowrank.DouglasRachford;
import org.fenchel.solver.lowrank.LowRankSolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What belongs to the completion of matrices alone. */
final class MatrixOptions {
    @Option(names = "--user", paramLabel = "COL", required = true, description = "The column of users.")
    String user = "";

    @Option(names = "--item", paramLabel = "COL", required = true, description = "The column of items.")
    String item = "";

    @Option(
            names = "--value",
            paramLabel = "COL",
            required = true,
            description = "The column of ratings, or other values.")
    String value = "";

    @Option(
            names = "--loss",
            paramLabel = "SPEC",
            defaultValue = "absolute",
            description = {
                "Mean over the ratings: absolute, squared, huber(delta=1), or logistic for two values; l2norm for the",
                "Euclidean norm of all residuals, not squared (default: ${DEFAULT-VALUE})."
            })
    String loss = "absolute";

    @Option(
            names = "--nuclear",
            paramLabel = "X",
            description = {
                "What the nuclear norm is multiplied by (default: chosen on a tenth of the ratings, held out, then fitted to",
                "all)."
            })
    @Nullable
    Double nuclear;

    @Option(
            names = "--no-biases",
            description = "Fit the ratings as they are, without taking out what user and item explain alone.")
    boolean noBiases;

    @Option(
            names = "--time",
            paramLabel = "COL",
            description = "Hold out the last ratings by this column with --test-split, not random ones.")
    @Nullable
    String time;

    /** Whether values are two classes. */
    boolean classifies() {
        return loss.equals("logistic");
    }

    /**
     * The fit.
     *
     * @throws InvalidInput if there is no such loss, or it is not for real numbers
     */
    DataFit fit() {
        if (loss.equals("l2norm")) {
            return new ResidualNorm();
        }
        Loss chosen = Catalogue.of(Loss.class).parse(loss);
        if (!classifies() && Task.of(chosen) != Task.LINEAR) {
            throw InvalidInput.of(
                    "the loss " + loss + " is not for ratings", "take absolute, squared, huber, l2norm or logistic");
        }
        return new MeanLoss(chosen);
    }

    /** The loss as models have it on record. */
    String lossWords() {
        return loss.equals("l2norm")
                ? loss
                : Catalogue.of(Loss.class).printAll(Catalogue.of(Loss.class).parse(loss));
    }

    /**
     * The method.
     *
     * @throws InvalidInput if there is no such method
     */
    static LowRankSolver solver(@Nullable String spec) {
        return spec == null || spec.equals("auto")
                ? new DouglasRachford()
                : Catalogue.of(LowRankSolver.class).parse(spec);
    }

    /**
     * Refuses what makes no sense.
     *
     * @throws InvalidInput if it does not
     */
    void check() {
        if (nuclear != null && (!(nuclear > 0) || Double.isInfinite(nuclear))) {
            throw InvalidInput.of(
                    "--nuclear is " + nuclear, "give a number above 0, or leave it out to have it chosen");
        }
        if (user.equals(item) || user.equals(value) || item.equals(value)) {
            throw InvalidInput.of(
                    "--user " + user + ", --item " + item + " and --value " + value + " name a column twice",
                    "give three columns");
        }
        fit();
    }
}
