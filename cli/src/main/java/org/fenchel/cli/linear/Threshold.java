package org.fenchel.cli.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.WholeNumbers;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/** Numbers made two classes: those of at least a threshold, and those below. The model's provenance holds the threshold. */
public record Threshold(double least) {
    /** The name of the option in a model's provenance. */
    static final String OPTION = "threshold";

    /** That of a model, or null. */
    public static @Nullable Threshold of(TrainedModel model) {
        Map<String, String> options = model.training().provenance().options();
        String least = options.get(OPTION);
        return least == null ? null : new Threshold(Double.parseDouble(least));
    }

    /** The class of numbers from the threshold on. */
    public String positive() {
        return ">=" + Numbers.exact(least);
    }

    private String negative() {
        return "<" + Numbers.exact(least);
    }

    /**
     * Examples with classes in the place of targets.
     *
     * @param target the target's column, where there are columns
     * @throws InvalidInput if targets are not numbers
     */
    public Examples apply(Examples examples, @Nullable String target) {
        if (examples instanceof Examples.Tabular tabular && target != null) {
            return new Examples.Tabular(apply(tabular.table(), tabular.table().column(target)));
        }
        Examples.Numbered numbered = (Examples.Numbered) examples;
        double[] targets = numbered.raw().targets();
        for (int i = 0; i < targets.length; i++) {
            targets[i] = targets[i] >= least ? 1 : 0;
        }
        Dataset raw = numbered.raw().withTargets(targets);
        return new Examples.Sparse(raw, numbered.source());
    }

    private Table apply(Table table, Column target) {
        if (!(target instanceof Column.Numeric numbers)) {
            throw InvalidInput.of(
                            "column '" + target.name() + "' holds words, which --threshold cannot part",
                            "leave --threshold out")
                    .in(table.source());
        }
        int[] codes = new int[table.n()];
        for (int i = 0; i < codes.length; i++) {
            double value = numbers.values()[i];
            codes[i] = Double.isNaN(value) ? -1 : value >= least ? 1 : 0;
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(
                target.position(),
                new Column.Categorical(target.name(), target.position(), codes, List.of(negative(), positive())));
        return WholeNumbers.with(table, columns);
    }
}
