package org.fenchel.cli.multinomial;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.select.SelectOptions;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.cli.train.TrainJob;
import org.fenchel.cli.train.TrainOptions;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.VectorLoss;
import org.fenchel.metric.ClassMetric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns the probability of each of several classes. */
@Command(
        name = "multinomial",
        header = "Fit a logistic regression of several classes.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {"", "Example: fenchel train multinomial mnist --l2 1e-4 --out digits.fenchel"})
public final class TrainMultinomial implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Mixin
    private TrainOptions options = new TrainOptions();

    @Mixin
    private SelectOptions select = new SelectOptions();

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            defaultValue = "softmax",
            description = {
                "softmax: one probability for all classes together;",
                "sigmoids: each class against the rest (default: ${DEFAULT-VALUE})."
            })
    private String loss = "softmax";

    @Option(
            names = "--class-weight",
            paramLabel = "SPEC",
            description = "How much rows of each class count: balanced, or numbers as in spam=2,nonspam=1.")
    private @Nullable String classWeight;

    @Override
    public Integer call() throws IOException {
        TrainPlan plan = Usage.of(spec, () -> options.plan(select));
        MultinomialPlan multinomial = Usage.of(spec, this::multinomial);
        return new TrainJob<>(plan, new MultinomialLearner(plan, multinomial, spec), spec).run();
    }

    private MultinomialPlan multinomial() {
        if (options.columns.offset != null) {
            throw InvalidInput.of(
                    "--offset belongs to models of one margin, and here each class has its own", "leave it out");
        }
        return new MultinomialPlan(
                loss(),
                options.columns,
                options.penalty,
                !options.noIntercept,
                VectorSolverChoice.of(options.fit.solver, options.fit.rule().relativeGap()),
                options.explain,
                options.fit.warmStart,
                classWeight == null ? null : ClassWeights.of(classWeight),
                select.plan(ClassMetric.ALL));
    }

    private VectorLoss loss() {
        Catalogue<VectorLoss> losses = Catalogue.of(VectorLoss.class);
        if (!losses.names().contains(loss.replaceFirst("\\(.*", "").strip())) {
            throw InvalidInput.of(
                    "train multinomial has no loss '" + loss + "', only " + String.join(", ", losses.names()),
                    "choose one of them, or another of the train commands");
        }
        return losses.parse(loss);
    }
}
