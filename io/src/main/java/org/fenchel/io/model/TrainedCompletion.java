package org.fenchel.io.model;

import org.fenchel.loss.Logistic;
import org.fenchel.model.CompletionModel;

/**
 * A completed matrix with the names of the columns it was learned from.
 *
 * @param completion the matrix
 * @param user name of the column of users
 * @param item name of the column of items
 * @param value name of the column of values
 * @param training what was minimised, how well, and on what
 */
public record TrainedCompletion(CompletionModel completion, String user, String item, String value, Training training)
        implements TrainedModel {
    /** Whether values are two classes, of which the higher one has the probability that is predicted. */
    public boolean classifies() {
        return training.loss().equals("logistic");
    }

    /** What is predicted for a user and an item, by number, -1 for unknown ones: a value, or the probability of the higher class. */
    public double predict(int userNumber, int itemNumber) {
        return classifies()
                ? new Logistic().response(completion.margin(userNumber, itemNumber))
                : completion.clipped(userNumber, itemNumber);
    }
}
