package org.fenchel.cli.linear;

import java.util.HashSet;
import java.util.Set;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.NumberColumn;
import org.fenchel.cli.data.TrainingColumns;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Prepared;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Examples encoded to be learned by a linear model, exposures and the checks of counts included. */
final class LinearExamples {
    private final LinearPlan plan;
    private final String source;
    private final CommandSpec command;

    /** @param source the data as the user named it */
    LinearExamples(LinearPlan plan, String source, CommandSpec command) {
        this.plan = plan;
        this.source = source;
        this.command = command;
    }

    /**
     * Encodes them.
     *
     * @throws InvalidInput if something in the data does not suit
     */
    TrainingData encode(Examples examples, @Nullable KnownDataset known) {
        examples.requireTargets();
        try {
            if (examples instanceof Examples.Tabular tabular) {
                return encode(tabular.table(), known);
            }
            String form = ((Examples.Numbered) examples).form();
            TrainingColumns.refuse(plan.columns(), source, form, command);
            if (plan.exposure() != null) {
                throw TrainingColumns.refusal("--exposure", source, form, command);
            }
            Dataset raw = ((Examples.Numbered) examples).raw();
            TrainingData data = TrainingData.of(raw, plan.columns().scale(), plan.loss(), plan.positive());
            if (needsCounts()) {
                CountTargets.require(raw.targets());
            }
            return data;
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private TrainingData encode(Table table, @Nullable KnownDataset known) {
        TrainingColumns columns = TrainingColumns.of(table, plan.columns(), known, command);
        String exposure = TrainingColumns.chosen(table, plan.exposure());
        if (exposure == null || Exposure.isOffset(plan.loss())) {
            return encode(table, columns.roles().withExposure(exposure), columns.encoding());
        }
        Set<String> excluded = new HashSet<>(columns.encoding().exclude());
        excluded.add(exposure);
        TrainingData counts = encode(table, columns.roles(), columns.encoding().withExclude(excluded));
        double[] exposures =
                NumberColumn.of(table, exposure, counts.prepared().encoded().keptRows(), "exposures", 0, true);
        return new TrainingData(
                counts.encoding(),
                counts.target(),
                new Prepared(
                        Exposure.asWeights(counts.dataset(), exposures),
                        counts.prepared().encoded()));
    }

    private TrainingData encode(Table table, Roles roles, EncodingOptions options) {
        TrainingData data = TrainingData.of(table, roles, options, plan.loss(), plan.positive());
        if (needsCounts()) {
            int[] rows = data.prepared().encoded().keptRows();
            CountTargets.require(
                    table, table.column(roles.target()), rows, data.dataset().targets());
        }
        return data;
    }

    private boolean needsCounts() {
        return plan.task() == Task.POISSON && !plan.rates();
    }
}
