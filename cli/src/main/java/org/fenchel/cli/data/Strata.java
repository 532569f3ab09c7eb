package org.fenchel.cli.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.cli.console.Numbers;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The class of each row, of each of which folds and rows held out are to have their share.
 *
 * @param of the class of each row, counted from 0; rows without one have a number of their own
 * @param names of the classes, one more than which is the number of rows without one
 */
public record Strata(int[] of, List<String> names) {
    /**
     * Of examples as they were read.
     *
     * @param known the known data set that they are, if any: it knows its target
     */
    public static Strata of(
            Examples examples, ColumnOptions columns, @Nullable KnownDataset known, CommandSpec command) {
        examples.requireTargets();
        try {
            return examples instanceof Examples.Tabular tabular
                    ? of(
                            tabular.table(),
                            TrainingColumns.of(tabular.table(), columns, known, command)
                                    .roles()
                                    .target())
                    : of(((Examples.Numbered) examples).raw().targets());
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    /** Of the rows of a table, by its target column. */
    static Strata of(Table table, String target) {
        Column column = table.column(target);
        List<String> names = new ArrayList<>();
        int[] of = new int[table.n()];
        if (column instanceof Column.Categorical categories) {
            names.addAll(categories.levels());
            for (int i = 0; i < of.length; i++) {
                of[i] = categories.codes()[i] < 0 ? names.size() : categories.codes()[i];
            }
            return new Strata(of, names);
        }
        return of(((Column.Numeric) column).values());
    }

    /** Of numbers, NaN where there is none. */
    static Strata of(double[] targets) {
        List<String> names = new ArrayList<>();
        Map<Double, Integer> numbers = new HashMap<>();
        int[] of = new int[targets.length];
        for (int i = 0; i < of.length; i++) {
            if (Double.isNaN(targets[i])) {
                of[i] = -1;
                continue;
            }
            of[i] = numbers.computeIfAbsent(targets[i], target -> {
                names.add(Numbers.exact(target));
                return names.size() - 1;
            });
        }
        for (int i = 0; i < of.length; i++) {
            of[i] = of[i] < 0 ? names.size() : of[i];
        }
        return new Strata(of, names);
    }

    /**
     * Refuses folds of which one would be without a class.
     *
     * @throws InvalidInput naming the class
     */
    public void require(int folds) {
        int[] counts = new int[names.size() + 1];
        for (int stratum : of) {
            counts[stratum]++;
        }
        for (int c = 0; c < names.size(); c++) {
            if (counts[c] > 0 && counts[c] < folds) {
                throw InvalidInput.of(
                        "class '" + names.get(c) + "' has " + Numbers.count(counts[c], "row") + ", too few for " + folds
                                + " folds",
                        counts[c] < 2
                                ? "give more rows of it, or take --validation 0.2"
                                : "take --cv " + counts[c] + " or fewer");
            }
        }
    }
}
