package org.fenchel.cli.linear;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.ColumnEncoding;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TableEncoding;

/** Columns of categories whose levels all have a feature: these sum to 1 in each row, as the intercept does. */
final class Aliased {
    private static final int LISTED = 5;

    private Aliased() {}

    /**
     * Refuses weights that are not unique, before they are fitted.
     *
     * @throws InvalidInput naming the columns, if their features sum to the intercept or to one another
     */
    static void refuse(Encoding encoding, boolean intercept) {
        List<ColumnEncoding.Categories> full = new ArrayList<>();
        if (encoding instanceof TableEncoding table) {
            for (ColumnEncoding column : table.columns()) {
                if (column instanceof ColumnEncoding.Categories categories && categories.reference() < 0) {
                    full.add(categories);
                }
            }
        }
        if (full.size() + (intercept ? 1 : 0) < 2) {
            return;
        }
        ColumnEncoding.Categories first = full.get(0);
        String rest = full.size() == 1
                ? ""
                : ", and so do those of "
                        + String.join(
                                ", ",
                                full.stream()
                                        .skip(1)
                                        .limit(LISTED)
                                        .map(column -> "'" + column.name() + "'")
                                        .toList())
                        + (full.size() > LISTED + 1 ? ", ..." : "");
        String levels = String.join(
                        ", ",
                        first.levels()
                                .subList(0, Math.min(LISTED, first.levels().size())))
                + (first.levels().size() > LISTED ? ", ..." : "");
        throw InvalidInput.of(
                "no standard errors: the levels of '" + first.name() + "' (" + levels + ") sum to "
                        + (intercept ? "the intercept" : "1") + rest + ", so that the weights are not unique",
                "let one level of each be the reference with --categories reference"
                        + (intercept && full.size() == 1 ? ", or leave the intercept out with --no-intercept" : ""));
    }
}
