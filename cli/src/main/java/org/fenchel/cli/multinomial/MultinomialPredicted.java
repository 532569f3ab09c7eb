package org.fenchel.cli.multinomial;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.Quoted;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.use.ModelRows;
import org.fenchel.cli.use.Predicted;
import org.fenchel.io.encode.Encoded;
import org.fenchel.io.model.ClassPredictions;
import org.fenchel.io.model.TrainedMultinomial;

/** Classes and their probabilities for the rows of a file, as CSV: {@code label} and a column for each class. */
record MultinomialPredicted(ClassPredictions predictions) implements Predicted {
    /** Predicts all rows. */
    static MultinomialPredicted of(TrainedMultinomial model, Examples examples) {
        Encoded encoded = ModelRows.of(model.encoding(), examples, List.of()).encoded();
        return new MultinomialPredicted(new ClassPredictions(
                examples.n(),
                encoded.keptRows(),
                model.linear().probabilities(encoded.rows()),
                encoded.filled(),
                encoded.unseen(),
                model.target().labels()));
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (predictions.unseen().any()) {
            warnings.add(predictions.unseen().words() + "; they count as none of the known ones");
        }
        int dropped = predictions.n() - predictions.keptRows().length;
        if (dropped > 0) {
            warnings.add(Numbers.count(dropped, "row") + " with a missing cell left out: their lines are empty");
        }
        return warnings;
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write("label");
        for (String label : predictions.classes()) {
            out.write(',' + Quoted.of(label));
        }
        out.write('\n');
        for (int i = 0; i < predictions.n(); i++) {
            double[] probabilities = predictions.probabilities(i);
            if (probabilities.length == 0) {
                out.write(",".repeat(predictions.classes().size()));
            } else {
                out.write(Quoted.of(predictions.label(i)));
                for (double probability : probabilities) {
                    out.write(',' + Double.toString(probability));
                }
            }
            out.write('\n');
        }
    }
}
