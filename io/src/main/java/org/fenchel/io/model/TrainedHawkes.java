package org.fenchel.io.model;

import org.fenchel.io.events.EventColumns;
import org.fenchel.io.events.TimeScale;
import org.fenchel.model.hawkes.HawkesModel;

/**
 * A fitted Hawkes process with all that it takes to read events of the same kind.
 *
 * @param hawkes the process
 * @param columns of the files it knows
 * @param scale of the times it was fitted on
 * @param training what was minimised, how well, and on what
 */
public record TrainedHawkes(HawkesModel hawkes, EventColumns columns, TimeScale scale, Training training)
        implements TrainedModel {}
