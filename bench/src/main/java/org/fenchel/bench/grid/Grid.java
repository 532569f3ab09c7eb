package org.fenchel.bench.grid;

import static org.fenchel.bench.grid.Cell.Strength.L1;
import static org.fenchel.bench.grid.Cell.Strength.MEDIUM;
import static org.fenchel.bench.grid.Cell.Strength.NONE;
import static org.fenchel.bench.grid.Cell.Strength.STRONG;
import static org.fenchel.bench.grid.Cell.Strength.WEAK;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.fenchel.data.Dataset;
import org.fenchel.io.encode.Scale;
import org.fenchel.lab.poisson.SimulatedCounts;
import org.fenchel.loss.Absolute;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonIdentity;
import org.fenchel.loss.PoissonLog;
import org.fenchel.loss.Squared;

/** The problems: real and simulated data of every shape, with every kind of loss and penalties of all strengths. */
final class Grid {
    private static final String NEWS = "uci-online-news-popularity-partial/testData.csv.gz";
    private static final Set<String> NOT_NEWS = Set.of("THETA_0");

    private final List<Cell> cells = new ArrayList<>();

    private Grid() {}

    /** All problems, those for calibration first. */
    static List<Cell> cells() {
        Grid grid = new Grid();
        grid.calibration();
        grid.check();
        return grid.cells;
    }

    private void calibration() {
        classes("german", true, () -> GridData.libsvm("libsvm-german-scale/german_scale.txt"));
        classes("spambase", true, () -> GridData.signs(GridData.table("spambase/spambase.data", Scale.STANDARD), 1));
        classes("a9a", true, () -> GridData.libsvm("libsvm-a9a/a9a.gz"));
        classes("w8a", false, () -> GridData.libsvm("libsvm-w8a/w8a.gz"));
        classes("reuters", true, () -> GridData.libsvm("reuters-money-lasvm/reuters.trn.gz"));
        classes("mnist-test", true, () -> GridData.mnist("t10k", 10_000));
        numbers("abalone", true, () -> GridData.standardised(GridData.libsvm("libsvm-abalone-scale/abalone_scale")));
        numbers(
                "wine",
                true,
                () -> GridData.standardised(
                        GridData.table("uci-wine-quality-white/winequality-white.csv", Scale.STANDARD)));
        counts("wine", () -> GridData.table("uci-wine-quality-white/winequality-white.csv", Scale.MINMAX));
        counts("simulated-counts", () -> new SimulatedCounts(50_000, 100, 1).dataset());
        both("tiny", false, () -> Simulated.dense(200, 10, 1, 1));
        both("tall", true, () -> Simulated.dense(100_000, 50, 1, 2));
        both("wide", true, () -> Simulated.dense(1000, 2000, 1, 3));
        both("square", false, () -> Simulated.dense(2000, 1500, 100, 4));
        both("ill", true, () -> Simulated.dense(20_000, 100, 1e4, 5));
        both("sparse-wide", false, () -> Simulated.sparse(20_000, 50_000, 40, 6));
        both("sparse-tall", true, () -> Simulated.sparse(200_000, 2000, 15, 7));
    }

    private void check() {
        checked("rcv1", false, GridData::rcv1, true);
        checked(
                "covtype",
                true,
                () -> GridData.signs(GridData.table("uci-covtype-first20k/covtype.20k.data.gz", Scale.STANDARD), 2.5),
                true);
        checked("mnist-train", true, () -> GridData.mnist("train", 20_000), true);
        checked(
                "news",
                true,
                () -> GridData.standardised(GridData.table(NEWS, "shares", NOT_NEWS, Scale.STANDARD)),
                false);
        checkedBoth("tall-2", false, () -> Simulated.dense(40_000, 150, 1, 12));
        checkedBoth("wide-2", true, () -> Simulated.dense(400, 6000, 30, 13));
        checkedBoth("square-2", true, () -> Simulated.dense(3000, 1000, 1, 14));
        checkedBoth("ill-2", false, () -> Simulated.dense(10_000, 300, 1e6, 15));
        checkedBoth("sparse-2", true, () -> Simulated.sparse(50_000, 20_000, 60, 16));
        checkedBoth("sparse-3", false, () -> Simulated.sparse(5_000, 5_000, 20, 17));
        Supplier<Dataset> counts = GridData.once(() -> new SimulatedCounts(20_000, 300, 2).dataset());
        add("simulated-counts-2", false, true, counts, new PoissonIdentity(), MEDIUM, STRONG);
        add("simulated-counts-2", true, true, counts, new PoissonLog(), MEDIUM, STRONG);
    }

    private void classes(String name, boolean intercept, Supplier<Dataset> source) {
        classes(name, intercept, false, GridData.once(source));
    }

    private void classes(String name, boolean intercept, boolean check, Supplier<Dataset> data) {
        add(name, intercept, check, data, new Logistic(), WEAK, MEDIUM, STRONG, L1);
        add(name, intercept, check, data, new Hinge(), WEAK, MEDIUM, STRONG, L1);
    }

    private void numbers(String name, boolean intercept, Supplier<Dataset> source) {
        numbers(name, intercept, false, GridData.once(source));
    }

    private void numbers(String name, boolean intercept, boolean check, Supplier<Dataset> data) {
        add(name, intercept, check, data, new Squared(), WEAK, MEDIUM, STRONG, L1, NONE);
        add(name, intercept, check, data, new Huber(), WEAK, MEDIUM, STRONG);
        add(name, intercept, check, data, new Absolute(), WEAK, MEDIUM, STRONG);
    }

    private void counts(String name, Supplier<Dataset> source) {
        Supplier<Dataset> data = GridData.once(source);
        add(name, true, false, data, new PoissonLog(), WEAK, MEDIUM, STRONG, L1, NONE);
        add(name, false, false, data, new PoissonIdentity(), MEDIUM, STRONG);
    }

    private void both(String name, boolean intercept, Supplier<Dataset> source) {
        Supplier<Dataset> data = GridData.once(source);
        numbers(name, intercept, false, data);
        classes(name, intercept, false, GridData.once(() -> GridData.signs(data.get(), 0)));
    }

    private void checked(String name, boolean intercept, Supplier<Dataset> source, boolean classes) {
        Supplier<Dataset> data = GridData.once(source);
        if (classes) {
            classes(name, intercept, true, data);
        } else {
            numbers(name, intercept, true, data);
        }
    }

    private void checkedBoth(String name, boolean intercept, Supplier<Dataset> source) {
        Supplier<Dataset> data = GridData.once(source);
        add(name, intercept, true, data, new Squared(), WEAK, STRONG, L1);
        add(name, intercept, true, data, new Huber(), MEDIUM);
        add(name, intercept, true, data, new Absolute(), MEDIUM);
        Supplier<Dataset> signs = GridData.once(() -> GridData.signs(data.get(), 0));
        add(name, intercept, true, signs, new Logistic(), WEAK, MEDIUM, STRONG, L1);
        add(name, intercept, true, signs, new Hinge(), MEDIUM, STRONG);
    }

    private void add(
            String name,
            boolean intercept,
            boolean check,
            Supplier<Dataset> data,
            Loss loss,
            Cell.Strength... strengths) {
        for (Cell.Strength strength : strengths) {
            cells.add(new Cell(name, data, intercept, check, loss, strength));
        }
    }
}
