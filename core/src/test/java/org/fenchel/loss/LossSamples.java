package org.fenchel.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Entry;
import org.fenchel.catalogue.Parameter;
import org.fenchel.data.InvalidInput;

/** What the shared tests of losses run on: every loss of the catalogue, several settings of each, targets and margins. */
final class LossSamples {
    static final double[] STEPS = {1e-12, 1e-6, 1e-3, 0.1, 1, 14, 1e3, 1e6, 1e12};
    static final double[] EXTREME_MARGINS = {0, 1e-100, -1e-100, 1e-9, -1e-9, 50, -50, 1e3, -1e3, 1e10, -1e10};

    private static final double[] TARGETS = {-1, 1, 0, 0.5, 3, 7.25, -2.5, 1e3};

    private LossSamples() {}

    /** Every loss with its defaults, and with each number among its parameters made smaller and larger. */
    static Stream<Loss> losses() {
        Catalogue<Loss> catalogue = Catalogue.of(Loss.class);
        List<Loss> losses = new ArrayList<>();
        for (Entry<Loss> entry : catalogue.entries()) {
            losses.add(entry.defaults());
            for (Parameter parameter : entry.parameters()) {
                if (parameter.values().equals("a number")) {
                    for (double factor : new double[] {0.3, 1.7}) {
                        double value = factor * Double.parseDouble(parameter.defaultValue());
                        try {
                            losses.add(catalogue.parse(entry.name() + "(" + parameter.name() + "=" + value + ")"));
                        } catch (InvalidInput outOfRange) {
                            continue; // the defaults remain
                        }
                    }
                }
            }
        }
        return losses.stream();
    }

    static double[] targets(Loss loss) {
        return DoubleStream.of(TARGETS).filter(loss::accepts).toArray();
    }

    /** Margins in the domain: around the target, around 0, around the usual kinks, and over four orders of magnitude. */
    static double[] margins(Loss loss, double y, long seed) {
        Random random = new Random(seed);
        DoubleStream.Builder margins = DoubleStream.builder();
        for (double z : new double[] {0, y, y + 0.1, y - 0.1, y + 1, y - 1, 1, -1, 2, -2}) {
            margins.add(z);
        }
        for (double scale : new double[] {0.1, 1, 5, 20}) {
            for (int i = 0; i < 10; i++) {
                margins.add(y + scale * random.nextGaussian());
                margins.add(scale * random.nextGaussian());
            }
        }
        return margins.build()
                .filter(z -> z > loss.domainLow(y))
                .filter(z -> loss.value(z, y) < 1e100) // e^z is soon beyond anything that can be checked
                .toArray();
    }
}
