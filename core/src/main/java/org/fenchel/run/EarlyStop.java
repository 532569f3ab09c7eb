package org.fenchel.run;

import java.util.function.ToDoubleFunction;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Solution;

/**
 * Ends a run when its solutions stop getting better on rows they are not fitted to, and keeps the best of them.
 *
 * @param score how bad a solution is there, lower is better, such as the mean loss on held-out rows; asked after every step, with
 *     the driver's clock standing still. NaN counts as worse than anything
 * @param patience passes without a better score after which the run ends, above 0
 * @param <S> the kind of solution
 */
public record EarlyStop<S extends Solution>(ToDoubleFunction<S> score, double patience) {
    public EarlyStop {
        if (!(patience > 0)) {
            throw InvalidInput.of("patience is " + patience, "give a number of passes above 0, such as 5");
        }
    }
}
