package org.fenchel.cli.hawkes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.data.EventLog;
import org.fenchel.io.model.TrainedHawkes;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Machine;
import org.fenchel.lab.Report;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.hawkes.HawkesFigures;
import org.fenchel.lab.page.ReportFolder;
import org.fenchel.model.hawkes.GoodnessOfFit;
import org.fenchel.model.hawkes.HawkesModel;

/** The pages that evaluate and inspect leave of a Hawkes process: a table of its nodes and pictures. */
final class HawkesPage {
    private HawkesPage() {}

    static void write(TrainedHawkes model, HawkesEvaluated evaluated, String data, Path folder) {
        EventLog log = evaluated.log();
        GoodnessOfFit fit = evaluated.fit();
        ResultTable table = ResultTable.of("node", "events", "expected", "KS statistic", "p-value");
        for (int i = 0; i < log.nodes(); i++) {
            GoodnessOfFit.Uniformity test = fit.test(i);
            table.add(log.nodeNames().get(i), log.events(i), fit.compensators()[i], test.statistic(), test.pValue());
        }
        List<String> notes = List.of(
                "Log-likelihood " + Numbers.of(fit.logLikelihood()) + ", " + Numbers.of(fit.logLikelihoodPerEvent())
                        + " an event; constant rates have " + Numbers.of(fit.poissonLogLikelihood()) + ".",
                "Branching ratio " + Numbers.digits(model.hawkes().branchingRatio(), 4) + ".");
        save(
                "fenchel evaluate",
                model,
                "fitted on " + model.training().provenance().data() + ", judged on " + data,
                new Findings(
                        List.of(),
                        table,
                        HawkesFigures.all(model.hawkes(), log, fit),
                        List.of(new DataUsed(data, evaluated.n(), log.nodes(), "")),
                        notes),
                folder);
    }

    /** The page that inspect leaves: the kernels alone. */
    static void write(TrainedHawkes model, Path folder) {
        HawkesModel hawkes = model.hawkes();
        double[][] norms = hawkes.kernelNorms();
        ResultTable table = ResultTable.of("node", "baseline", "by itself", "excitation by all", "inhibition by all");
        for (int i = 0; i < norms.length; i++) {
            table.add(
                    hawkes.nodeNames().get(i),
                    HawkesWords.meanBaseline(hawkes, i),
                    norms[i][i],
                    Arrays.stream(norms[i]).filter(norm -> norm > 0).sum(),
                    Arrays.stream(norms[i]).filter(norm -> norm < 0).sum());
        }
        String data = model.training().provenance().data();
        save(
                "fenchel inspect",
                model,
                "fitted on " + data,
                new Findings(
                        List.of(),
                        table,
                        List.of(HawkesFigures.kernels(hawkes)),
                        List.of(new DataUsed(
                                data, (int) model.training().provenance().rows(), norms.length, "")),
                        List.of("Branching ratio " + Numbers.digits(hawkes.branchingRatio(), 4) + ".")),
                folder);
    }

    private static void save(String command, TrainedHawkes model, String source, Findings findings, Path folder) {
        Report report = new Report(
                "hawkes",
                command,
                "A Hawkes process of " + Numbers.count(model.hawkes().nodes(), "node"),
                source,
                findings,
                Machine.here(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                0);
        try {
            ReportFolder.write(report, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
