package org.fenchel.lab.hawkes;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Figure;
import org.fenchel.lab.ResultTable;
import org.fenchel.model.hawkes.GoodnessOfFit;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.run.Driver;
import org.fenchel.run.Fit;
import org.fenchel.run.StopRule;
import org.fenchel.solver.pointprocess.PlannedNodes;

/**
 * A process fitted to one part of some real events and judged on another.
 *
 * @param name of its figures: lower-case letters and hyphens
 * @param title in words
 * @param used the data
 * @param judged the events it is judged on, with those before as history
 * @param floored that judgement where no rate is below a thousandth of its node's mean, so that no event is impossible
 */
record EventCase(
        String name,
        String title,
        DataUsed used,
        HawkesModel model,
        Fit<Kernels> fit,
        EventLog judged,
        GoodnessOfFit inside,
        GoodnessOfFit outside,
        GoodnessOfFit floored) {
    /** Share of its mean rate that no node's rate is below in the judgement with a floor. */
    static final double FLOOR = 1e-3;

    /** Fits. */
    static EventCase of(
            String name,
            String title,
            DataUsed used,
            EventLog train,
            EventLog test,
            double[] decays,
            KernelPenalty penalty) {
        KernelBasis basis = KernelBasis.of(train.nodes(), decays, Baseline.CONSTANT);
        PointProcessFit problem = PointProcessFit.of(train, basis, penalty);
        Fit<Kernels> fit = Driver.fit(problem, new PlannedNodes(), new StopRule());
        HawkesModel model = HawkesModel.of(train.nodeNames(), basis, fit.solution());
        return new EventCase(
                name,
                title,
                used,
                model,
                fit,
                test,
                GoodnessOfFit.of(model, train),
                GoodnessOfFit.of(model, test),
                GoodnessOfFit.of(model, test, FLOOR));
    }

    /** Nats an event over constant rates, on events it was not fitted to; minus infinity where one is impossible. */
    double gain() {
        return gain(outside);
    }

    /** The same where no rate is below the floor. */
    double flooredGain() {
        return gain(floored);
    }

    /** Nats an event over constant rates, on the events it was fitted to. */
    double fittedGain() {
        return gain(inside);
    }

    private static double gain(GoodnessOfFit of) {
        return (of.logLikelihood() - of.poissonLogLikelihood()) / of.events();
    }

    /** How many events an event of one node brings about on another. */
    double norm(String target, String source) {
        return model.kernelNorms()[model.nodeNames().indexOf(target)][
                model.nodeNames().indexOf(source)];
    }

    static ResultTable table() {
        return ResultTable.of(
                "events of",
                "node",
                "fitted",
                "judged",
                "expected",
                "KS statistic",
                "p-value",
                "gain an event, fitted",
                "gain an event, judged",
                "judged with a floor",
                "events at rate 0",
                "relative gap");
    }

    /** A line a node. */
    void addTo(ResultTable table) {
        for (int i = 0; i < model.nodes(); i++) {
            GoodnessOfFit.Uniformity test = outside.test(i);
            table.add(
                    title,
                    model.nodeNames().get(i),
                    inside.residuals()[i].length,
                    outside.residuals()[i].length,
                    outside.compensators()[i],
                    test.statistic(),
                    test.pValue(),
                    fittedGain(),
                    gain(),
                    flooredGain(),
                    (int) outside.impossible(),
                    fit.certificate().relativeGap());
        }
    }

    /** Heat map, intensities and quantiles. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Figure figure : HawkesFigures.all(model, judged, outside)) {
            figures.add(new Figure(
                    name + "-" + figure.name(),
                    title + ": " + figure.title(),
                    figure.reading(),
                    figure.chart(),
                    figure.table()));
        }
        return figures;
    }
}
