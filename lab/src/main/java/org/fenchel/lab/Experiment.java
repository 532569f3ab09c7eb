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
 *
 * <p>What is to be done is a {@link Plan} of {@linkplain Cell cells}, which a {@link Runner} works off.
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
     * What is to be measured, and what follows from it. Reads the data, and does nothing slow.
     *
     * @param shelf where the data lie
     * @throws InvalidInput if a data set is not there or is not what it should be
     */
    default Plan<?> plan(Shelf shelf) {
        return Plan.whole(() -> run(shelf, doing -> {}));
    }

    /**
     * All of it at once, for experiments that are not cut into cells.
     *
     * @param progress is told what is being done, in a few words
     */
    default Findings run(Shelf shelf, Consumer<String> progress) {
        return Runner.inMemory(shelf).run(this).findings();
    }
}
