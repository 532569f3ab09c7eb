package org.fenchel.metric;

/** Harmonic mean of precision and recall of class +1; 0 where no row of that class is found. */
public record F1() implements Metric<Scored> {
    @Override
    public String name() {
        return "f1";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Statistic over(Scored rows) {
        int n = rows.n();
        boolean[] found = new boolean[n];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            found[i] = rows.margins()[i] > 0;
            positive[i] = rows.targets()[i] > 0;
        }
        return weights -> {
            double hits = 0;
            double errors = 0;
            for (int i = 0; i < weights.length; i++) {
                if (found[i] != positive[i]) {
                    errors += weights[i];
                } else if (positive[i]) {
                    hits += weights[i];
                }
            }
            return 2 * hits / (2 * hits + errors);
        };
    }
}
