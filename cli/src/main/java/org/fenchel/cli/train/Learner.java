package org.fenchel.cli.train;

import java.io.IOException;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.model.TrainedModel;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of model is learned from examples: what a train command has that others have not. A {@link TrainJob} does the
 * rest; and whatever fits a model more than once, on parts of the rows or with other penalties, may ask for more lessons.
 */
public interface Learner<M extends TrainedModel> {
    /**
     * Encodes rows and states the problem they make, so that mistakes are told before anything is computed.
     *
     * @param known the known data set they come from, if any
     * @throws org.fenchel.data.InvalidInput if the data or the method does not suit
     */
    Lesson<M> prepare(Examples examples, @Nullable KnownDataset known) throws IOException;

    /** Measures a model on rows it has not seen. */
    Evaluated evaluate(M model, Examples examples);
}
