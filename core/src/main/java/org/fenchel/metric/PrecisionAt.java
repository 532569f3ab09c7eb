package org.fenchel.metric;

/**
 * The share of class +1 among the rows of the largest margins, as many as a number says: what a short list is worth. With weights, the last row
 * counts for what of it still fits in. Where several rows at the edge tie, the mean of them counts.
 *
 * @param count so many; all rows where there are fewer
 */
public record PrecisionAt(int count) implements Metric<Scored> {
    @Override
    public String name() {
        return "precision@" + count;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public Statistic over(Scored rows) {
        double[] margins = rows.margins();
        double[] targets = rows.targets();
        return weights -> {
            double room = count;
            double found = 0;
            double taken = 0;
            for (int end = margins.length; end > 0 && room > 0; ) {
                int from = end;
                double all = 0;
                double positive = 0;
                do {
                    from--;
                    all += weights[from];
                    positive += targets[from] > 0 ? weights[from] : 0;
                } while (from > 0 && margins[from - 1] == margins[from]);
                if (all > 0) {
                    double fits = Math.min(1, room / all);
                    found += fits * positive;
                    taken += fits * all;
                    room -= all;
                }
                end = from;
            }
            return found / taken;
        };
    }
}
