package org.fenchel.cli.factorization;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.solver.factorization.FactorizationSolver;
import org.fenchel.solver.factorization.ProximalFactorization;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What belongs to factorization machines alone. */
final class FactorizationOptions {
    @Option(
            names = "--factors",
            paramLabel = "K",
            defaultValue = "20",
            description = "Numbers in each feature's latent vector; 0 for a linear model (default: ${DEFAULT-VALUE}).")
    int factors = 20;

    @Option(
            names = "--task",
            paramLabel = "WHAT",
            description = "classify or regress (default: classify where the target has two values).")
    @Nullable
    String task;

    @Option(
            names = "--threshold",
            paramLabel = "X",
            description = "Classify numbers: those of at least X are positive, as in --threshold 5 for ratings.")
    @Nullable
    Double threshold;

    @Option(
            names = "--l2-weights",
            paramLabel = "X",
            defaultValue = "0.004",
            description = "Ridge on the weight of each feature of a row (default: ${DEFAULT-VALUE}).")
    double l2Weights = 0.004;

    @Option(
            names = "--l2-factors",
            paramLabel = "X",
            defaultValue = "0.02",
            description = "Ridge on the vector of each feature of a row (default: ${DEFAULT-VALUE}).")
    double l2Factors = 0.02;

    @Option(
            names = "--hash-bits",
            paramLabel = "B",
            defaultValue = "0",
            description =
                    "Hash categories to at most 2^B features, such as 20: for vocabularies that are open or too large to keep.")
    int hashBits;

    @Option(
            names = "--stream",
            description =
                    "Keep the rows of a LIBSVM or LIBFFM file on disk and read them in each pass: for files larger"
                            + " than memory.")
    boolean stream;

    @Option(
            names = "--validation",
            paramLabel = "F",
            defaultValue = "0",
            description = "Hold this share of the rows out to stop by, and keep what is best on them.")
    double validation;

    /**
     * The method.
     *
     * @param spec as the user wrote it, null for the default
     * @param epochs so many passes for the default, null for its own
     * @throws InvalidInput if there is no such method
     */
    static FactorizationSolver solver(@Nullable String spec, @Nullable Integer epochs) {
        if (spec == null) {
            ProximalFactorization method = new ProximalFactorization();
            return epochs == null ? method : method.withPasses(epochs);
        }
        return Catalogue.of(FactorizationSolver.class).parse(spec);
    }

    /**
     * Refuses what makes no sense.
     *
     * @throws InvalidInput if it does not
     */
    void check() {
        if (task != null && !task.equals("classify") && !task.equals("regress")) {
            throw InvalidInput.of("--task is " + task, "give classify or regress");
        }
        if (threshold != null && "regress".equals(task)) {
            throw InvalidInput.of("--threshold makes two classes, which are not regressed", "leave one of them out");
        }
        if (threshold != null && Double.isNaN(threshold)) {
            throw InvalidInput.of("--threshold is " + threshold, "give a number");
        }
        if (!(validation >= 0 && validation < 1)) {
            throw InvalidInput.of("--validation is " + validation, "give a share from 0 to below 1, such as 0.1");
        }
        if (factors < 0) {
            throw InvalidInput.of("--factors is " + factors, "give 0 for a linear model, or 8, 16, 20");
        }
    }
}
