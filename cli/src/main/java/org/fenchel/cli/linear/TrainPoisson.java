package org.fenchel.cli.linear;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns the rate of a count. */
@Command(
        name = "poisson",
        header = "Fit a Poisson regression of counts.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example: fenchel train poisson claims.csv --target claims --exposure years --l2 1e-4 --out claims.fenchel"
        })
public final class TrainPoisson extends TrainCommand {
    @Option(
            names = "--link",
            paramLabel = "NAME",
            defaultValue = "log",
            description = "log: the rate is exp(margin); identity: it is the margin (default: ${DEFAULT-VALUE}).")
    private String link = "log";

    @Option(names = "--loss", paramLabel = "NAME", description = "As --link: poisson-log or poisson-identity.")
    private @Nullable String loss;

    @Option(
            names = "--exposure",
            paramLabel = "COL",
            description = "How long each row was observed, above 0: counts are the rate times it.")
    private @Nullable String exposure;

    @Option(
            names = "--rates",
            description = "The targets are rates, counts divided by exposures, which then are given as --weight.")
    private boolean rates;

    @Override
    Task task() {
        return Task.POISSON;
    }

    @Override
    Loss loss() {
        if (!link.equals("log") && !link.equals("identity")) {
            throw InvalidInput.of("no link is named '" + link + "'", "it is log or identity");
        }
        if (loss != null && !loss.equals("poisson-log") && !loss.equals("poisson-identity")) {
            throw InvalidInput.of(
                    "train poisson has no loss '" + loss + "'", "leave --loss out and choose --link log or identity");
        }
        return Catalogue.of(Loss.class).parse(loss != null ? loss : "poisson-" + link);
    }

    @Override
    @Nullable
    String exposure() {
        if (rates && exposure != null) {
            throw InvalidInput.of(
                    "--rates and --exposure contradict each other: rates are divided by their exposures already",
                    "give --rates --weight " + exposure + ", or the counts with --exposure " + exposure);
        }
        return exposure;
    }

    @Override
    boolean rates() {
        return rates;
    }
}
