package org.fenchel.cli.train;

import org.fenchel.io.model.TrainedModel;

/** A problem that was made of data and is ready to be solved. */
@FunctionalInterface
public interface Lesson<M extends TrainedModel> {
    /**
     * Solves it.
     *
     * @throws org.fenchel.data.InvalidInput if the data turns out not to suit
     */
    Learned<M> learn(FitRun run);
}
