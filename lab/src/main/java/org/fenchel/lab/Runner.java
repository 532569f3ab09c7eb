package org.fenchel.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Runs experiments: reads the rows that a run before has left, measures the other cells, and draws the conclusion.
 *
 * <p>Cells whose times do not matter run on all cores; those whose times matter run after them, one by one. A row is written as soon
 * as it is measured, so that a run that was stopped goes on where it was.
 */
public final class Runner {
    private final Shelf shelf;
    private final @Nullable Path folder;
    private final boolean again;
    private final Progress.Watcher watcher;

    private Runner(Shelf shelf, @Nullable Path folder, boolean again, Progress.Watcher watcher) {
        this.shelf = shelf;
        this.folder = folder;
        this.again = again;
        this.watcher = watcher;
    }

    /** Keeps no rows. */
    public static Runner inMemory(Shelf shelf) {
        return new Runner(shelf, null, true, Progress.Watcher.NONE);
    }

    /**
     * Keeps the rows in the folder of an experiment.
     *
     * @param again whether rows that are there are measured anew
     */
    public static Runner in(Path folder, Shelf shelf, boolean again) {
        return new Runner(shelf, folder, again, Progress.Watcher.NONE);
    }

    /** The same runner, telling how far it is. */
    public Runner watchedBy(Progress.Watcher other) {
        return new Runner(shelf, folder, again, other);
    }

    /**
     * Runs an experiment.
     *
     * @throws InvalidInput if its data are not there
     */
    public Report run(Experiment experiment) {
        String call = Catalogue.of(Experiment.class).printAll(experiment);
        watcher.at(new Progress(0, 0, Double.NaN, "reading the data"));
        return run(
                call.replaceFirst("\\(.*", ""), call, experiment.title(), experiment.source(), experiment.plan(shelf));
    }

    /**
     * Runs a plan that is no experiment of the catalogue.
     *
     * @param name of the report
     * @param call all that the rows depend on besides the data
     * @param title what is shown
     * @param source where it comes from
     */
    public Report run(String name, String call, String title, String source, Plan<?> plan) {
        return measured(name, call, title, source, plan);
    }

    private <R extends Record> Report measured(String name, String call, String title, String source, Plan<R> plan) {
        Instant began = Instant.now();
        RowFolder rows = folder == null ? null : new RowFolder(folder);
        RowFolder.Origin origin = new RowFolder.Origin(call, Machine.program(), plan.data());
        List<Outcome<R>> outcomes = new ArrayList<>();
        for (Cell<R> cell : plan.cells()) {
            Outcome<R> outcome = new Outcome<>(cell);
            if (rows != null && !again && cell.refusal() == null) {
                rows.read(cell, plan.row(), origin).ifPresent(outcome::keep);
            }
            outcomes.add(outcome);
        }
        new Works<>(plan, outcomes, rows, origin, watcher).measure();
        List<R> measured = outcomes.stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.row()))
                .toList();
        watcher.at(new Progress(measured.size(), measured.size(), 0, "drawing the conclusion"));
        Findings findings = Objects.requireNonNull(plan.conclusion().apply(measured));
        return new Report(
                name,
                call,
                title,
                source,
                findings,
                outcomes.stream().map(outcome -> outcome.told(rows != null)).toList(),
                Machine.here(),
                began.truncatedTo(ChronoUnit.SECONDS),
                Duration.between(began, Instant.now()).toMillis() * 1e-3);
    }
}
