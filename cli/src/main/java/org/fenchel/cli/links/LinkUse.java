package org.fenchel.cli.links;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.RowChoice;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.cli.use.GivenData;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.cli.use.ModelUse;
import org.fenchel.cli.use.Predicted;
import org.fenchel.cli.use.RankOptions;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.model.TrainedLinks;
import org.fenchel.model.LinkModel;
import org.jspecify.annotations.Nullable;

/** Models of links on the command line. */
public final class LinkUse implements ModelUse<TrainedLinks> {
    @Override
    public Class<TrainedLinks> type() {
        return TrainedLinks.class;
    }

    private static LinkTable read(TrainedLinks model, GivenData data, @Nullable String label) {
        CsvFormat format =
                Usage.of(data.command(), () -> data.read().format(Set.of(), Set.of(model.from(), model.to())));
        Path file = DataFiles.find(data.data(), data.command().commandLine().getErr())
                .path();
        return LinkTable.of(Examples.read(file, data.read().given(), format), model.from(), model.to(), label);
    }

    private static int[] rows(LinkTable links, List<String> chosen) {
        try {
            return chosen.isEmpty() ? LinkJob.all(links.n()) : RowChoice.of(chosen, links.n());
        } catch (InvalidInput mistake) {
            throw mistake.in(links.table().source());
        }
    }

    @Override
    public Predicted predict(TrainedLinks model, GivenData data) {
        LinkTable links = read(model, data, null);
        return new LinkPredicted(model, links, rows(links, data.rows()));
    }

    @Override
    public Predicted rank(TrainedLinks model, GivenData data, RankOptions options, String whom) {
        return LinkRanked.of(model, read(model, data, null), options, whom);
    }

    /** Without labels each row is a link, and as many other pairs are drawn. */
    @Override
    public Evaluated evaluate(TrainedLinks model, GivenData data, EvaluateOptions options) {
        if (options.by != null) {
            throw InvalidInput.of("--by is for factorization machines", "leave it out");
        }
        String label = options.target == null ? model.label() : options.target;
        LinkTable table = read(model, data, label);
        LinkModel links = model.links();
        int m = links.from().size();
        int n = links.to().size();
        LinkTable.Known known = table.pairs(links::from, links::to, n, rows(table, data.rows()));
        LabelledPairs pairs = LabelledPairs.of(m, n, known.known(), label == null, !links.oneSet(), options.seed);
        try {
            return LinkEvaluated.of(model, pairs, known.missing(), options.seed);
        } catch (InvalidInput mistake) {
            throw mistake.in(table.table().source());
        }
    }

    @Override
    public Inspected inspect(TrainedLinks model, InspectOptions options) {
        return new LinkInspected(model, options);
    }
}
