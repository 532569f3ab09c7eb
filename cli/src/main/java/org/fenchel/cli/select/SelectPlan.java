package org.fenchel.cli.select;

import org.fenchel.select.Rule;

/**
 * How a model is to be chosen.
 *
 * @param penalties how many to try, 1 for the one that was given
 * @param folds of a cross-validation, 0 for none
 * @param validation share of rows held out to judge by, 0 for none
 * @param patience passes without a better score after which a fit ends
 * @param rule that chooses by the scores
 * @param judge which of the task's metrics is the score
 */
public record SelectPlan(int penalties, int folds, double validation, double patience, Rule rule, int judge) {
    /** Whether there is more than one penalty. */
    public boolean path() {
        return penalties > 1;
    }

    /** Whether models are fitted besides the one that is kept. */
    public boolean compares() {
        return path() || folds > 0;
    }

    /** Whether the one fit ends by rows held out. */
    public boolean stopsEarly() {
        return validation > 0 && !path();
    }
}
