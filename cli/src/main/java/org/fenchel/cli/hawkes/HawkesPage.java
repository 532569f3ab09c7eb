package org.fenchel.cli.hawkes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** The page that evaluate leaves of a Hawkes process: a table of its nodes and pictures. */
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
        Findings findings = new Findings(
                List.of(),
                table,
                HawkesFigures.all(model.hawkes(), log, fit),
                List.of(new DataUsed(data, evaluated.n(), log.nodes(), "")),
                notes);
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Report report = new Report(
                "hawkes",
                "fenchel evaluate",
                "A Hawkes process of " + Numbers.count(log.nodes(), "node"),
                "fitted on " + model.training().provenance().data() + ", judged on " + data,
                findings,
                Machine.here(),
                began,
                0);
        try {
            ReportFolder.write(report, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
