package org.fenchel.cli.use;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.linear.WeightTable;
import picocli.CommandLine.Option;

/** Which parameters are shown, and in which order. */
public final class InspectOptions {
    @Option(names = "--sort", description = "Largest weights first (default: in column order).")
    boolean sort;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Show so many weights only (default: all).")
    public int top = -1;

    /** The numbers of the features to show, in order. */
    public List<Integer> shown(double[] weights) {
        List<Integer> order = new ArrayList<>();
        if (sort) {
            order = WeightTable.bySize(weights);
        } else {
            for (int j = 0; j < weights.length; j++) {
                order.add(j);
            }
        }
        return top < 0 ? order : order.subList(0, Math.min(top, order.size()));
    }
}
