package org.fenchel.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.fenchel.catalogue.Catalogue;

/**
 * An experiment that was run: what was found, and all that is needed to find it again.
 *
 * @param name of the experiment
 * @param call the experiment with all its parameters, as the catalogue reads it
 * @param title what is shown
 * @param source where it was published
 * @param findings what was found
 * @param machine what it ran on
 * @param began when it began
 * @param seconds how long it took
 */
public record Report(
        String name,
        String call,
        String title,
        String source,
        Findings findings,
        Machine machine,
        Instant began,
        double seconds) {

    /** Runs an experiment. */
    public static Report of(Experiment experiment, Shelf shelf, Consumer<String> progress) {
        Catalogue<Experiment> catalogue = Catalogue.of(Experiment.class);
        String call = catalogue.printAll(experiment);
        Instant began = Instant.now();
        Findings findings = experiment.run(shelf, progress);
        double seconds = Duration.between(began, Instant.now()).toMillis() * 1e-3;
        return new Report(
                call.replaceFirst("\\(.*", ""),
                call,
                experiment.title(),
                experiment.source(),
                findings,
                Machine.here(),
                began.truncatedTo(ChronoUnit.SECONDS),
                seconds);
    }
}
