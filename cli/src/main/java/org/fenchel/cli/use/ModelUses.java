package org.fenchel.cli.use;

import java.util.List;
import java.util.function.Supplier;
import org.fenchel.cli.completion.MatrixUse;
import org.fenchel.cli.factorization.FactorizationUse;
import org.fenchel.cli.hawkes.HawkesUse;
import org.fenchel.cli.linear.LinearUse;
import org.fenchel.cli.links.LinkUse;
import org.fenchel.cli.multinomial.MultinomialUse;
import org.fenchel.io.model.TrainedModel;

/** The kinds of models that the command line can use. */
final class ModelUses {
    private static final List<Supplier<ModelUse<?>>> ALL = List.of(
            LinearUse::new, MultinomialUse::new, FactorizationUse::new, HawkesUse::new, MatrixUse::new, LinkUse::new);

    private ModelUses() {}

    /** What can be done with this model. */
    @SuppressWarnings("unchecked") // its class is the one that the use names
    static <M extends TrainedModel> ModelUse<M> of(M model) {
        for (Supplier<ModelUse<?>> each : ALL) {
            ModelUse<?> use = each.get();
            if (use.type() == model.getClass()) {
                return (ModelUse<M>) use;
            }
        }
        throw new IllegalArgumentException("no command knows models of " + model.getClass());
    }
}
