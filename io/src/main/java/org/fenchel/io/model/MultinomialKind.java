package org.fenchel.io.model;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.loss.VectorLoss;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.problem.Solution;

/**
 * Models of several classes in files: arrays {@code weights}, those of a feature together, and {@code intercepts}, one for each
 * class; the loss must be in the catalogue to be read back.
 */
@AutoService(ModelKind.class)
public final class MultinomialKind implements ModelKind<TrainedMultinomial> {
    @Override
    public String name() {
        return "multinomial";
    }

    @Override
    public Class<TrainedMultinomial> type() {
        return TrainedMultinomial.class;
    }

    @Override
    public void store(TrainedMultinomial model, Stored parts) {
        parts.header().put("target", model.target().toJson());
        StoredEncoding.put(model.encoding(), parts);
        parts.putArray("intercepts", model.linear().intercepts());
        parts.putArray("weights", model.linear().weights());
    }

    @Override
    public TrainedMultinomial restore(Stored parts, Training training) {
        if (!(TargetEncoding.fromJson(parts.header().object("target")) instanceof SeveralClasses target)) {
            throw InvalidInput.of("the model is damaged: it does not list its classes", "copy or train it again");
        }
        Encoding encoding = StoredEncoding.of(parts);
        int classes = target.count();
        Solution.MultiLinear solution = new Solution.MultiLinear(
                parts.array("weights", (long) encoding.d() * classes), parts.array("intercepts", classes));
        VectorLoss loss = Catalogue.of(VectorLoss.class).parse(training.loss());
        MultiLinearModel linear = MultiLinearModel.of(loss, solution, encoding.featureNames(), target.labels());
        return new TrainedMultinomial(linear, encoding, target, training);
    }
}
