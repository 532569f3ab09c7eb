package org.fenchel.lab.hawkes;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.problem.pointprocess.KernelPenalty;

/**
 * Who excites and who inhibits whom in two order books, judged on later events.
 *
 * @param minutes of the second book to fit; as many again are judged
 * @param l2 weight of the ridge
 */
@AutoService(Experiment.class)
@Described("order books: heat maps of excitation and inhibition, and how well they fit (section 5)")
public record HawkesOrderFlow(double minutes, double l2) implements Experiment {
    private static final double OPENING = 36_000;
    private static final double[] NYSE_DECAYS = {2, 50, 1000, 10_000};
    private static final double[] LOBSTER_DECAYS = {0.5, 10, 200, 5000};

    /** A quarter of an hour. */
    public HawkesOrderFlow() {
        this(15, 1e-3);
    }

    /** Checks the sizes. */
    public HawkesOrderFlow {
        if (!(minutes > 0 && minutes <= 15) || !(l2 >= 0)) {
            throw InvalidInput.of("minutes=" + minutes + ", l2=" + l2, "give up to 15 minutes, and l2 of 0 or more");
        }
    }

    @Override
    public Experiment full() {
        return new HawkesOrderFlow(15, 1e-4);
    }

    @Override
    public String title() {
        return "Excitation and inhibition in two order books";
    }

    @Override
    public String source() {
        return HawkesSources.PAPER + ", the experiment on order flow, there with other data";
    }

    @Override
    public List<String> data() {
        return List.of(OrderFlow.NYSE, OrderFlow.LOBSTER);
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        progress.accept(OrderFlow.NYSE);
        EventCase nyse = EventCase.of(
                "nyse",
                "NYSE",
                OrderFlow.nyseUsed(shelf),
                OrderFlow.nyse(shelf, "train"),
                OrderFlow.nyse(shelf, "test"),
                NYSE_DECAYS,
                new KernelPenalty(l2));
        progress.accept(OrderFlow.LOBSTER);
        double cut = OPENING + 60 * minutes;
        EventCase lobster = EventCase.of(
                "apple",
                "Apple",
                OrderFlow.lobsterUsed(shelf),
                OrderFlow.lobster(shelf, OPENING, cut),
                OrderFlow.lobster(shelf, cut, cut + 60 * minutes),
                LOBSTER_DECAYS,
                new KernelPenalty(l2));
        ResultTable table = EventCase.table();
        List<Figure> figures = new ArrayList<>();
        for (EventCase each : List.of(nyse, lobster)) {
            each.addTo(table);
            figures.addAll(each.figures());
        }
        return new Findings(claims(nyse, lobster), table, figures, List.of(nyse.used(), lobster.used()), notes());
    }

    private static List<Claim> claims(EventCase nyse, EventCase lobster) {
        int negative = 0;
        for (double[] row : lobster.model().kernelNorms()) {
            for (double norm : row) {
                negative += norm < -0.01 ? 1 : 0;
            }
        }
        return List.of(
                new Claim(
                        "Order flow is far from constant rates: rates that know the past gain a nat an event and more.",
                        nyse.fittedGain() > 1 && lobster.fittedGain() > 1,
                        Digits.of(nyse.fittedGain()) + " (NYSE) and " + Digits.of(lobster.fittedGain()) + " (Apple)"),
                new Claim(
                        "That holds for later events, too, where no rate is below a thousandth of its node's mean.",
                        nyse.flooredGain() > 1 && lobster.flooredGain() > 1,
                        Digits.of(nyse.flooredGain()) + " (NYSE) and " + Digits.of(lobster.flooredGain()) + " (Apple)"),
                new Claim(
                        "There is inhibition: some pairs of kernels take events away in sum.",
                        negative > 0,
                        negative + " of 36 pairs of Apple's book below -.01"));
    }

    private List<String> notes() {
        return List.of(
                "NYSE: 100 sequences of 3,319 buys and sells to fit, 829 each to judge; decays 2, 50, 1000 and 10,000 a minute. Apple, 21 June 2012: visible"
                        + " orders set, cancelled and executed on both sides, " + Digits.of(minutes)
                        + " minutes from 10:00 to fit and as many to judge; decays .5, 10, 200 and 5000 a second; messages of one moment"
                        + " and kind are one event.",
                "l2 = " + Digits.of(l2)
                        + ". A p-value near 0 says that residuals are not quite exponential: with tens of thousands of events"
                        + " a small misfit shows, and the Q-Q plot says where it is.",
                "With inhibition a later event may happen where the fitted rate is 0; then the gain on the judged events is minus infinity,"
                        + " whatever the others say. The gain with a floor lets no rate fall below a thousandth of its node's mean, in the"
                        + " likelihood and in the integral alike.");
    }
}
