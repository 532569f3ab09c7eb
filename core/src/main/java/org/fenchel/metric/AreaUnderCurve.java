package org.fenchel.metric;

/**
 * Area under the ROC curve: how often a row of class +1 has a larger margin than a row of class -1, ties counting half.
 * Not defined where a class is missing.
 */
public record AreaUnderCurve() implements Metric<Scored> {
    @Override
    public String name() {
        return "auc";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Statistic over(Scored rows) {
        int n = rows.n();
        boolean[] positive = new boolean[n];
        boolean[] tieGoesOn = new boolean[n]; // whether the next row has the same margin
        for (int i = 0; i < n; i++) {
            positive[i] = rows.targets()[i] > 0;
            tieGoesOn[i] = i + 1 < n && rows.margins()[i] == rows.margins()[i + 1];
        }
        return weights -> sweep(positive, tieGoesOn, weights);
    }

    /** Margins ascend, so a positive row beats all negative weight before its tie and half of what is inside it. */
    private static double sweep(boolean[] positive, boolean[] tieGoesOn, double[] weights) {
        double negatives = 0;
        double positives = 0;
        double won = 0;
        double tiedNegatives = 0;
        double tiedPositives = 0;
        for (int i = 0; i < weights.length; i++) {
            if (positive[i]) {
                tiedPositives += weights[i];
            } else {
                tiedNegatives += weights[i];
            }
            if (!tieGoesOn[i]) {
                won += tiedPositives * (negatives + tiedNegatives / 2);
                positives += tiedPositives;
                negatives += tiedNegatives;
                tiedPositives = 0;
                tiedNegatives = 0;
            }
        }
        return won / (positives * negatives);
    }
}
