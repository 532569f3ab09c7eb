package org.fenchel.cli.factorization;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenchel.cli.console.DataWords;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.linear.Task;
import org.fenchel.cli.train.Learned;
import org.fenchel.data.Dataset;
import org.fenchel.io.encode.ColumnEncoding;
import org.fenchel.io.encode.TableEncoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedFactorization;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.run.Fit;
import org.fenchel.run.Trace;

/**
 * A factorization machine just fitted.
 *
 * @param size of the data, in words
 * @param notes what else there is to say of them
 */
record FactorizationLearned(
        String size, List<String> notes, FactorizationFit problem, Fit<Factorized> fit, TrainedFactorization model)
        implements Learned<TrainedFactorization> {
    private static final int SHOWN = 5;

    @Override
    public Trace trace() {
        return fit.trace();
    }

    @Override
    public String task() {
        return "factorization machine, " + Task.of(problem.loss());
    }

    @Override
    public String dataSize() {
        return size;
    }

    @Override
    public List<String> dataNotes() {
        return notes;
    }

    /** What there is to say of data in memory, one line each. */
    static List<String> notes(TrainingData data, FactorizationFit problem) {
        List<String> notes = new ArrayList<>();
        Dataset dataset = data.dataset();
        if (data.target() instanceof TargetEncoding.TwoClasses classes) {
            int positives = 0;
            for (int i = 0; i < dataset.n(); i++) {
                positives += dataset.target(i) > 0 ? 1 : 0;
            }
            notes.add(classes.positive() + " is positive (" + Numbers.count(positives, "row") + "), "
                    + classes.negative() + " negative (" + Numbers.count(dataset.n() - positives) + ")");
        }
        if (data.encoding() instanceof TableEncoding table) {
            hashing(table).ifPresent(notes::add);
        }
        DataWords.filled(data.prepared().encoded()).ifPresent(notes::add);
        problem.validation().ifPresent(held -> notes.add(Numbers.count(held.n(), "row") + " held out to stop by"));
        return notes;
    }

    /** What hashing did, if anything was hashed. */
    static Optional<String> hashing(TableEncoding encoding) {
        long levels = 0;
        long features = 0;
        long collisions = 0;
        for (ColumnEncoding column : encoding.columns()) {
            if (column instanceof ColumnEncoding.Hashed hashed) {
                levels += hashed.levels();
                features += hashed.width();
                collisions += hashed.collisions();
            }
        }
        return features == 0
                ? Optional.empty()
                : Optional.of(Numbers.count(levels) + " categories hashed to " + Numbers.count(features) + " features, "
                        + Numbers.count(collisions) + " of them to one they share");
    }

    @Override
    public String words() {
        return model.training().loss() + " loss, " + Numbers.count(problem.rank(), "factor") + ", "
                + model.training().penalty();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public void printParameters(PrintWriter out) {
        PairTable.largest(model.machine(), SHOWN, out);
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("factors", model.machine().rank());
        if (model.target() instanceof TargetEncoding.TwoClasses classes) {
            json.put("positive", classes.positive()).put("negative", classes.negative());
        }
    }
}
