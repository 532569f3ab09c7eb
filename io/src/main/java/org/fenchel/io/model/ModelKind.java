package org.fenchel.io.model;

/**
 * How models of one kind become the header and the arrays of a {@link ModelFile}, and come back. Implementations are found by
 * {@link java.util.ServiceLoader}, so that a new kind of model touches nothing that is there. What all kinds share, the record
 * of the training, is none of their business.
 *
 * @param <M> the models of this kind
 */
public interface ModelKind<M extends TrainedModel> {
    /** The kind's name in files, such as {@code linear}. */
    String name();

    /** The class of its models. */
    Class<M> type();

    /** Puts all of a model but its training into a file's parts. */
    void store(M model, Stored parts);

    /**
     * The model that {@link #store} took apart.
     *
     * @throws org.fenchel.data.InvalidInput if the parts do not make one
     */
    M restore(Stored parts, Training training);
}
