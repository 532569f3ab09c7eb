package org.fenchel.cli.use;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.linear.WeightTable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--page",
            paramLabel = "DIR",
            description = "For models of events: leave a page with a heat map of the kernels in this folder.")
    public @Nullable Path page;

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
