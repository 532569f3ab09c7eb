package org.fenchel.lab.hawkes;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.fenchel.catalogue.Described;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
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
 * Earthquakes bring about earthquakes: a month of the United States by network, and the years around the Sumatra earthquake by
 * magnitude. Fitted to the first part of the time, judged on the rest.
 *
 * @param share of the time that is fitted
 * @param l2 weight of the ridge
 */
@AutoService(Experiment.class)
@Described("earthquakes: heat maps of aftershocks, and how well they fit (after Ogata 1988)")
public record HawkesEarthquakes(double share, double l2) implements Experiment {
    /** From twenty days to minutes: aftershocks die away like a power of time, which several decays follow. */
    private static final double[] DECAYS = {0.05, 0.5, 5, 50};

    private static final List<String> NETWORKS = List.of("ak", "ci", "hv", "nc", "nn", "tx");
    private static final String LARGE = "6 and more";
    private static final String SMALL = "5 to 5.5";

    /** Two thirds are fitted. */
    public HawkesEarthquakes() {
        this(2 / 3.0, 1e-5);
    }

    /** Checks the sizes. */
    public HawkesEarthquakes {
        if (!(share > 0 && share < 1) || !(l2 > 0)) {
            throw InvalidInput.of("share=" + share + ", l2=" + l2, "give a share between 0 and 1, and l2 above 0");
        }
    }

    @Override
    public Experiment full() {
        return new HawkesEarthquakes(share, l2 / 10);
    }

    @Override
    public String title() {
        return "Earthquakes and their aftershocks";
    }

    @Override
    public String source() {
        return HawkesSources.OGATA;
    }

    @Override
    public List<String> data() {
        return List.of(Earthquakes.USGS, Earthquakes.PTPROCESS);
    }

    @Override
    public Findings run(Shelf shelf, Consumer<String> progress) {
        progress.accept(Earthquakes.USGS);
        EventLog month = Earthquakes.usgs(shelf, NETWORKS);
        EventCase usgs = EventCase.of(
                "usgs",
                "A month by network",
                Earthquakes.usgsUsed(shelf, NETWORKS),
                part(month, true),
                part(month, false),
                DECAYS,
                new KernelPenalty(0, l2, true, false));
        progress.accept(Earthquakes.PTPROCESS);
        EventLog years = Earthquakes.phuket(shelf);
        EventCase phuket = EventCase.of(
                "phuket",
                "Phuket by magnitude",
                Earthquakes.phuketUsed(shelf),
                part(years, true),
                part(years, false),
                DECAYS,
                new KernelPenalty(0, l2, true, false));
        ResultTable table = EventCase.table();
        List<Figure> figures = new ArrayList<>();
        for (EventCase each : List.of(usgs, phuket)) {
            each.addTo(table);
            figures.addAll(each.figures());
        }
        return new Findings(claims(usgs, phuket), table, figures, List.of(usgs.used(), phuket.used()), notes());
    }

    private EventLog part(EventLog all, boolean first) {
        EventSequence sequence = all.sequences().get(0);
        double cut = sequence.start() + share * sequence.duration();
        return first ? all.window(sequence.start(), cut) : all.window(cut, sequence.end());
    }

    private static List<Claim> claims(EventCase usgs, EventCase phuket) {
        double large = phuket.norm(SMALL, LARGE);
        double small = phuket.norm(SMALL, SMALL);
        return List.of(
                new Claim(
                        "Earthquakes come in clusters: rates that know the past gain nats on events not fitted.",
                        usgs.gain() > 0.05 && phuket.gain() > 0.05,
                        Digits.of(usgs.gain()) + " an event by network, " + Digits.of(phuket.gain()) + " by magnitude"),
                new Claim(
                        "An earthquake of magnitude 6 brings about more small ones than a small one does.",
                        large > small,
                        Digits.of(large) + " and " + Digits.of(small)));
    }

    private List<String> notes() {
        return List.of(
                "Time in days, decays .05, .5, 5 and 50 a day, no inhibition (earthquakes do not prevent each other), l2 = "
                        + Digits.of(l2)
                        + ". The first " + Digits.of(100 * share)
                        + " % of the time are fitted, the rest is judged with all before as its history.",
                "Networks: ak Alaska, ci Southern California, hv Hawaii, nc Northern California, nn Nevada, tx Texas. Whoever waits"
                        + " for a network to excite another waits for chance: they are far apart.");
    }
}
