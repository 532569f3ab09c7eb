package org.fenchel.cli.factorization;

import org.fenchel.cli.data.ColumnChoice;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.linear.LinearEvaluated;
import org.fenchel.cli.linear.LinearPredicted;
import org.fenchel.cli.linear.LinearScoring;
import org.fenchel.cli.linear.Threshold;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.cli.use.GivenData;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.cli.use.ModelUse;
import org.fenchel.cli.use.Predicted;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.model.TrainedFactorization;
import org.jspecify.annotations.Nullable;

/** Factorization machines on the command line. */
public final class FactorizationUse implements ModelUse<TrainedFactorization> {
    @Override
    public Class<TrainedFactorization> type() {
        return TrainedFactorization.class;
    }

    @Override
    public Predicted predict(TrainedFactorization model, GivenData data) {
        return LinearPredicted.of(model, data.examples(model.encoding()));
    }

    @Override
    public Evaluated evaluate(TrainedFactorization model, GivenData data, EvaluateOptions options) {
        return evaluated(model, data.examples(model.encoding()), options);
    }

    /** Measures a model, whose numbers may have been made two classes. */
    static Evaluated evaluated(TrainedFactorization model, Examples examples, EvaluateOptions options) {
        examples.requireTargets();
        Threshold threshold = Threshold.of(model);
        Examples judged = threshold == null ? examples : threshold.apply(examples, target(model, examples, options));
        LinearEvaluated measured = LinearEvaluated.of(model, LinearScoring.of(model, judged, options.target), options);
        return options.by == null ? measured : RankingTable.of(measured, judged, options.by);
    }

    private static @Nullable String target(TrainedFactorization model, Examples examples, EvaluateOptions options) {
        if (examples instanceof Examples.Tabular tabular && model.encoding() instanceof TableEncoding encoding) {
            return ColumnChoice.of(
                    tabular.table(), options.target == null ? encoding.roles().target() : options.target);
        }
        return null;
    }

    @Override
    public Inspected inspect(TrainedFactorization model, InspectOptions options) {
        return new FactorizationInspected(model, options);
    }
}
