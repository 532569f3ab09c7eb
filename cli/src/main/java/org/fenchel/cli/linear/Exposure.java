package org.fenchel.cli.linear;

import java.util.Map;
import org.fenchel.data.Dataset;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.model.ScalarModel;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonLog;
import org.jspecify.annotations.Nullable;

/**
 * Counts observed over unequal exposures E, with the rate r(z) per unit of exposure: y ~ Poisson(E r(z)).
 *
 * <p>With the log link, E exp(z) = exp(z + log E): the exposure is an offset, and the encoding's roles hold its column. With
 * the identity link it can't be an offset: minus the log-likelihood, {@code E z - y log(E z)}, is up to a constant {@code E (z
 * - (y/E) log z)}, the loss of the observed rate y/E with weight E. So the weights are multiplied by E and the targets
 * divided by it; the objective is then a mean per unit of exposure instead of per row. The model's provenance holds the column.
 */
final class Exposure {
    /** The name of the option in a model's provenance. */
    static final String OPTION = "exposure";

    private Exposure() {}

    /** Whether exposures enter as offsets. */
    static boolean isOffset(Loss loss) {
        return loss instanceof PoissonLog;
    }

    /** Counts with exposures as weighted rates, for a loss whose mean is the margin. */
    static Dataset asWeights(Dataset counts, double[] exposures) {
        double[] weights = new double[counts.n()];
        double[] rates = new double[counts.n()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = counts.weight(i) * exposures[i];
            rates[i] = counts.target(i) / exposures[i];
        }
        return counts.withTargets(rates).withWeights(weights);
    }

    /** The exposure column that a model was fitted with, or null. */
    static @Nullable String column(ScalarModel model) {
        if (!(model.encoding() instanceof TableEncoding encoding)) {
            return null;
        }
        Roles roles = encoding.roles();
        Map<String, String> options = model.training().provenance().options();
        return roles.exposure() != null ? roles.exposure() : options.get(OPTION);
    }
}
