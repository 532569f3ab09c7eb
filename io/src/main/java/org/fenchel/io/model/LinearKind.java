package org.fenchel.io.model;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.loss.Loss;
import org.fenchel.model.LinearModel;
import org.fenchel.problem.Solution;

/** Linear models in files: an array {@code weights}; the loss must be in the catalogue to be read back. */
@AutoService(ModelKind.class)
public final class LinearKind implements ModelKind<TrainedLinear> {
    @Override
    public String name() {
        return "linear";
    }

    @Override
    public Class<TrainedLinear> type() {
        return TrainedLinear.class;
    }

    @Override
    public void store(TrainedLinear model, Stored parts) {
        parts.header()
                .put("intercept", model.linear().intercept())
                .put("target", model.target().toJson());
        StoredEncoding.put(model.encoding(), parts);
        parts.putArray("weights", model.linear().weights());
    }

    @Override
    public TrainedLinear restore(Stored parts, Training training) {
        Encoding encoding = StoredEncoding.of(parts);
        Solution.Linear solution = new Solution.Linear(
                parts.array("weights", encoding.d()), parts.header().number("intercept"));
        Loss loss = Catalogue.of(Loss.class).parse(training.loss());
        LinearModel linear = LinearModel.of(loss, solution, encoding.featureNames());
        return new TrainedLinear(
                linear, encoding, TargetEncoding.fromJson(parts.header().object("target")), training);
    }
}
