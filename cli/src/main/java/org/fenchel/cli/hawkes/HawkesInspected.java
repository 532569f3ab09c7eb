package org.fenchel.cli.hawkes;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.TextTable;
import org.fenchel.cli.use.Inspected;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedHawkes;
import org.fenchel.model.hawkes.HawkesModel;

/** What is to be seen in a Hawkes process. */
record HawkesInspected(TrainedHawkes model) implements Inspected {
    private static final int MOST_COLUMNS = 12;

    @Override
    public String task() {
        return "hawkes";
    }

    @Override
    public String size() {
        return Numbers.count(model.hawkes().nodes(), "node");
    }

    @Override
    public List<String> notes() {
        String unit = model.scale().unitName();
        return List.of(model.hawkes().basis() + (unit.isEmpty() ? "" : ", time in " + unit + "s"));
    }

    @Override
    public void printParameters(PrintWriter out) {
        HawkesModel hawkes = model.hawkes();
        HawkesWords.printNodes(hawkes, null, out);
        if (hawkes.nodes() > MOST_COLUMNS) {
            return;
        }
        out.println();
        out.println("Kernels integrated: events of the row's node an event of the column's brings or takes");
        String[] headings = new String[hawkes.nodes() + 1];
        headings[0] = "";
        for (int j = 0; j < hawkes.nodes(); j++) {
            headings[j + 1] = hawkes.nodeNames().get(j);
        }
        TextTable table = new TextTable(headings);
        double[][] norms = hawkes.kernelNorms();
        for (int i = 0; i < hawkes.nodes(); i++) {
            String[] cells = new String[headings.length];
            cells[0] = hawkes.nodeNames().get(i);
            for (int j = 0; j < hawkes.nodes(); j++) {
                cells[j + 1] = Numbers.digits(norms[i][j], 3);
            }
            table.add(cells);
        }
        table.print(out, "  ");
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("branchingRatio", model.hawkes().branchingRatio());
    }

    @Override
    public void putParameters(JsonObject json) {
        HawkesModel hawkes = model.hawkes();
        json.put("nodes", hawkes.nodeNames())
                .put("decays", HawkesWords.list(hawkes.basis().allDecays()))
                .put("baselines", baselines(hawkes))
                .put("kernels", kernels(hawkes))
                .put("kernelNorms", HawkesWords.list(hawkes.kernelNorms()))
                .put("coefficients", HawkesWords.list(hawkes.kernels().coefficients()));
    }

    /** As simulate reads them. */
    private static List<Object> baselines(HawkesModel hawkes) {
        List<Object> rows = new ArrayList<>();
        int pieces = hawkes.basis().baseline().pieces();
        for (double[] row : hawkes.kernels().coefficients()) {
            rows.add(HawkesWords.list(Arrays.copyOf(row, pieces)));
        }
        return rows;
    }

    private static List<Object> kernels(HawkesModel hawkes) {
        List<Object> targets = new ArrayList<>();
        for (int i = 0; i < hawkes.nodes(); i++) {
            double[][] sources = new double[hawkes.nodes()][hawkes.basis().decays()];
            for (int j = 0; j < sources.length; j++) {
                for (int u = 0; u < sources[j].length; u++) {
                    sources[j][u] = hawkes.coefficient(i, j, u);
                }
            }
            targets.add(HawkesWords.list(sources));
        }
        return targets;
    }
}
