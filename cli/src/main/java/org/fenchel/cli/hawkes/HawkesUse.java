package org.fenchel.cli.hawkes;

import java.nio.file.Path;
import java.util.Set;
import org.fenchel.cli.console.Usage;
import org.fenchel.cli.data.DataFiles;
import org.fenchel.cli.use.EvaluateOptions;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.cli.use.GivenData;
import org.fenchel.cli.use.InspectOptions;
import org.fenchel.cli.use.Inspected;
import org.fenchel.cli.use.ModelUse;
import org.fenchel.cli.use.Predicted;
import org.fenchel.data.EventLog;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.events.EventColumns;
import org.fenchel.io.events.EventsReader;
import org.fenchel.io.events.RawEvents;
import org.fenchel.io.model.TrainedHawkes;

/** Hawkes processes on the command line. */
public final class HawkesUse implements ModelUse<TrainedHawkes> {
    @Override
    public Class<TrainedHawkes> type() {
        return TrainedHawkes.class;
    }

    /** Events of a file with these columns, such as a model was trained on. */
    static RawEvents read(EventColumns columns, GivenData data) {
        if (!data.rows().isEmpty()) {
            throw InvalidInput.of("--rows chooses rows, and these are events", "choose them by --start and --end");
        }
        CsvFormat format = Usage.of(data.command(), () -> data.read().format(Set.of(), Set.of()));
        Path file = DataFiles.find(data.data(), data.command().commandLine().getErr())
                .path();
        return EventsReader.read(file, columns, format);
    }

    @Override
    public Predicted predict(TrainedHawkes model, GivenData data) {
        throw InvalidInput.of(
                "a model of events predicts those of a time to come",
                "add --horizon, such as --horizon 10; or --intensities or --parents");
    }

    @Override
    public Predicted ofEvents(TrainedHawkes model, GivenData data, EventPredictionOptions options) {
        RawEvents raw = read(model.columns(), data);
        if (options.step != null) {
            return HawkesIntensities.of(model, raw, options.step);
        }
        if (options.parents != null) {
            return HawkesParents.of(model, raw, options.parents);
        }
        return options.horizon == null
                ? predict(model, data)
                : HawkesForecast.of(model, raw, options.horizon, options.paths, options.seed);
    }

    @Override
    public Evaluated evaluate(TrainedHawkes model, GivenData data, EvaluateOptions options) {
        EventLog log = read(model.columns(), data)
                .log(options.start, options.end, model.hawkes().nodeNames());
        HawkesEvaluated evaluated = HawkesEvaluated.of(model, log, options.floor);
        if (options.page != null) {
            HawkesPage.write(model, evaluated, data.data(), options.page);
        }
        return evaluated;
    }

    @Override
    public Inspected inspect(TrainedHawkes model, InspectOptions options) {
        if (options.page != null) {
            HawkesPage.write(model, options.page);
        }
        return new HawkesInspected(model);
    }
}
