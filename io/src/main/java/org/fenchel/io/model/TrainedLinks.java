package org.fenchel.io.model;

import org.fenchel.model.LinkModel;
import org.jspecify.annotations.Nullable;

/**
 * A model of links with the names of the columns it was learned from.
 *
 * @param links scores of all pairs
 * @param from name of the column where links begin
 * @param to name of the column where they end
 * @param label name of the column that tells links from others, null where every row was a link
 * @param training what was minimised, how well, and on what
 */
public record TrainedLinks(
        LinkModel links, String from, String to, @Nullable String label, Training training) implements TrainedModel {}
