package org.fenchel.metric;

import org.fenchel.loss.Loss;

/**
 * Mean of the loss that a model was fitted with.
 *
 * @param name how reports call it
 * @param loss at the margins and targets
 */
public record MeanLoss(String name, Loss loss) implements Metric<Scored> {
    @Override
    public Statistic over(Scored rows) {
        double[] terms = new double[rows.n()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = loss.value(rows.margins()[i], rows.targets()[i]);
        }
        return new WeightedMean(terms);
    }
}
