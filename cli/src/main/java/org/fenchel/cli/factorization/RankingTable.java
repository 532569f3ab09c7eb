package org.fenchel.cli.factorization;

import java.io.PrintWriter;
import java.util.List;
import org.fenchel.cli.console.Json;
import org.fenchel.cli.console.Metrics;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.data.ColumnChoice;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.linear.LinearEvaluated;
import org.fenchel.cli.use.Evaluated;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.table.Column;
import org.fenchel.metric.RankingGain;

/**
 * How well a model ranks the rows of each user, beside what else is measured.
 *
 * @param by name of the column of users
 */
record RankingTable(LinearEvaluated measured, String by, RankingGain gain) implements Evaluated {
    private static final int PLACES = 10;

    /**
     * Measures the ranking.
     *
     * @param by the column whose values part the rows
     * @throws InvalidInput if the data has no such column, or a target is negative
     */
    static RankingTable of(LinearEvaluated measured, Examples examples, String by) {
        if (!(examples instanceof Examples.Tabular tabular)) {
            throw InvalidInput.of("--by needs data with named columns", "give CSV")
                    .in(examples.source());
        }
        Column column = tabular.table().column(ColumnChoice.of(tabular.table(), by));
        int[] kept = measured.scoring().encoded().keptRows();
        int[] groups = new int[kept.length];
        double[] gains = measured.scoring().scored().targets().clone();
        boolean classes = measured.purpose().classifies();
        for (int k = 0; k < kept.length; k++) {
            groups[k] = column instanceof Column.Categorical words
                    ? words.codes()[kept[k]]
                    : Double.hashCode(((Column.Numeric) column).values()[kept[k]]);
            gains[k] = classes ? Math.max(0, gains[k]) : gains[k];
            if (gains[k] < 0) {
                throw InvalidInput.of(
                        "the target " + Numbers.exact(gains[k]) + " is negative, which no ranking gains",
                        "leave --by out");
            }
        }
        RankingGain gain = RankingGain.of(groups, measured.scoring().scored().margins(), gains, PLACES);
        return new RankingTable(measured, column.name(), gain);
    }

    @Override
    public String task() {
        return measured.task();
    }

    @Override
    public int n() {
        return measured.n();
    }

    @Override
    public List<Metrics.Named> metrics() {
        return measured.metrics();
    }

    @Override
    public List<String> warnings() {
        return measured.warnings();
    }

    @Override
    public void printTables(PrintWriter out) {
        out.println();
        out.println("Ranking by " + OneLine.of(by) + ": ndcg@" + PLACES + " " + Numbers.digits(gain.value(), 4)
                + ", the mean over " + Numbers.count(gain.groups()) + " with something to gain");
        measured.printTables(out);
    }

    @Override
    public void putTables(JsonObject json) {
        json.put(
                "ranking",
                new JsonObject()
                        .put("by", by)
                        .put("places", PLACES)
                        .put("ndcg", Json.number(gain.value()))
                        .put("groups", gain.groups()));
        measured.putTables(json);
    }
}
