package org.fenchel.io.model;

/**
 * A fitted model with all that it takes to use it on data in its own units, and with a record of its training: immutable and
 * thread-safe. What it predicts depends on its kind; each kind is a record of its own, and a {@link ModelKind} brings it into
 * files.
 */
public interface TrainedModel {
    /** What was minimised, how well, and on what. */
    Training training();
}
