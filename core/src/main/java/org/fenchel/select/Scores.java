package org.fenchel.select;

import java.util.List;
import java.util.stream.IntStream;

/** What cross-validation found: a number for each fold, penalty and metric. */
public final class Scores {
    private final double[][][] values;

    /** @param values by fold, penalty and metric */
    Scores(double[][][] values) {
        this.values = values;
    }

    /** Number of folds. */
    public int folds() {
        return values.length;
    }

    /** Number of penalties. */
    public int penalties() {
        return values[0].length;
    }

    /** The values of a metric under a penalty, one a fold. */
    public double[] values(int penalty, int metric) {
        return IntStream.range(0, folds())
                .mapToDouble(fold -> values[fold][penalty][metric])
                .toArray();
    }

    /** Their mean and its standard error. */
    public Score score(int penalty, int metric) {
        return Score.of(values(penalty, metric));
    }

    /** Those of all penalties, in the order of the path. */
    public List<Score> path(int metric) {
        return IntStream.range(0, penalties()).mapToObj(k -> score(k, metric)).toList();
    }
}
