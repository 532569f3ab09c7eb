package org.fenchel.lab;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * An experiment that was run: what was found, and all that is needed to find it again.
 *
 * @param name of the experiment
 * @param call the experiment with all its parameters, as the catalogue reads it
 * @param title what is shown
 * @param source where it was published
 * @param findings what was found
 * @param cells what was measured for it
 * @param machine what it ran on
 * @param began when it began
 * @param seconds how long it took, cells of earlier runs not counted
 */
public record Report(
        String name,
        String call,
        String title,
        String source,
        Findings findings,
        List<CellRun> cells,
        Machine machine,
        Instant began,
        double seconds) {
    /** Copies the list. */
    public Report {
        cells = List.copyOf(cells);
    }

    /** A report of something that is no experiment and has no cells. */
    public Report(
            String name,
            String call,
            String title,
            String source,
            Findings findings,
            Machine machine,
            Instant began,
            double seconds) {
        this(name, call, title, source, findings, List.of(), machine, began, seconds);
    }

    /** Runs an experiment and keeps no rows. */
    public static Report of(Experiment experiment, Shelf shelf, Consumer<String> progress) {
        return Runner.inMemory(shelf)
                .watchedBy(state -> progress.accept(state.doing()))
                .run(experiment);
    }
}
