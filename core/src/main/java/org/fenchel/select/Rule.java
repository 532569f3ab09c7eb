package org.fenchel.select;

import java.util.List;
import org.fenchel.data.InvalidInput;

/** How a model is chosen by the scores of a path. */
public enum Rule {
    /** The best mean; of equal ones the strongest penalty. */
    BEST,

    /**
     * The strongest penalty whose mean is within one standard error of the best, that of the best: the plainest model that can't
     * be told from it. L. Breiman, J. Friedman, R. Olshen and C. Stone, "Classification and regression trees" (1984), section 3.4.3.
     */
    ONE_STANDARD_ERROR;

    /**
     * The place of the model to choose.
     *
     * @param scores in the order of the path, from strong penalties to weak ones
     * @throws InvalidInput if none of them is a number
     */
    public int choose(List<Score> scores, boolean higherIsBetter) {
        double sign = higherIsBetter ? -1 : 1;
        int best = -1;
        for (int k = 0; k < scores.size(); k++) {
            double mean = scores.get(k).mean();
            if (!Double.isNaN(mean)
                    && (best < 0 || sign * mean < sign * scores.get(best).mean())) {
                best = k;
            }
        }
        if (best < 0) {
            throw InvalidInput.of("no penalty has a score", "choose another score, or fewer folds");
        }
        if (this == BEST || !Double.isFinite(scores.get(best).standardError())) {
            return best;
        }
        double limit = sign * scores.get(best).mean() + scores.get(best).standardError();
        for (int k = 0; k < best; k++) {
            if (sign * scores.get(k).mean() <= limit) {
                return k;
            }
        }
        return best;
    }
}
