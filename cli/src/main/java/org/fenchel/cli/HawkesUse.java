package org.fenchel.cli;

import java.nio.file.Path;
import java.util.Set;
import org.fenchel.data.EventLog;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.events.EventsReader;
import org.fenchel.io.events.RawEvents;
import org.fenchel.io.model.TrainedHawkes;

/** Hawkes processes on the command line. */
final class HawkesUse implements ModelUse<TrainedHawkes> {
    @Override
    public Class<TrainedHawkes> type() {
        return TrainedHawkes.class;
    }

    /** Events of a file with the columns that the model was trained on. */
    static RawEvents read(TrainedHawkes model, GivenData data) {
        if (!data.rows().isEmpty()) {
            throw InvalidInput.of("--rows chooses rows, and these are events", "choose them by --start and --end");
        }
        CsvFormat format = Usage.of(data.command(), () -> data.read().format(Set.of(), Set.of()));
        Path file = DataFiles.find(data.data(), data.command().commandLine().getErr())
                .path();
        return EventsReader.read(file, model.columns(), format);
    }

    @Override
    public Predicted predict(TrainedHawkes model, GivenData data) {
        return forecast(model, data, new HorizonOptions());
    }

    @Override
    public Predicted forecast(TrainedHawkes model, GivenData data, HorizonOptions options) {
        return HawkesForecast.of(model, read(model, data), options);
    }

    @Override
    public Evaluated evaluate(TrainedHawkes model, GivenData data, EvaluateOptions options) {
        EventLog log =
                read(model, data).log(options.start, options.end, model.hawkes().nodeNames());
        HawkesEvaluated evaluated = HawkesEvaluated.of(model, log);
        if (options.page != null) {
            HawkesPage.write(model, evaluated, data.data(), options.page);
        }
        return evaluated;
    }

    @Override
    public Inspected inspect(TrainedHawkes model, InspectOptions options) {
        return new HawkesInspected(model);
    }
}
