package org.fenchel.lab;

import java.util.List;
import java.util.function.Consumer;
import org.fenchel.data.InvalidInput;

/**
 * A published figure or table that can be made again.
 *
 * <p>Implementations are records whose components are sizes, budgets and seeds; the no-argument constructor gives sizes that take
 * seconds to minutes. A record annotated with {@code @AutoService(Experiment.class)} is found by its name; nothing else needs to
 * know of it. The same components give the same numbers, times aside.
 */
public interface Experiment {
    /** What is shown, in a line. */
    String title();

    /** Where it was published. */
    String source();

    /** Names of the known data sets that it reads. */
    List<String> data();

    /** The same experiment at the sizes of its source, however long that takes. */
    default Experiment full() {
        return this;
    }

    /**
     * Runs it.
     *
     * @param shelf where the data lie
     * @param progress is told what is being done, in a few words
     * @throws InvalidInput if a data set is not there or is not what it should be
     */
    Findings run(Shelf shelf, Consumer<String> progress);
}
