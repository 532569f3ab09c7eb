package org.fenchel.io.model;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.loss.Loss;
import org.fenchel.model.FactorizationModel;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution;

/**
 * Factorization machines in files: arrays {@code weights} and {@code vectors}, the latter feature by feature; the loss must be in
 * the catalogue to be read back.
 */
@AutoService(ModelKind.class)
public final class FactorizationKind implements ModelKind<TrainedFactorization> {
    private static final int MOST_FACTORS = 1 << 20;

    @Override
    public String name() {
        return "factorization";
    }

    @Override
    public Class<TrainedFactorization> type() {
        return TrainedFactorization.class;
    }

    @Override
    public void store(TrainedFactorization model, Stored parts) {
        Factors factors = model.machine().factors();
        int rank = factors.rank();
        parts.header()
                .put("intercept", model.machine().intercept())
                .put("factors", rank)
                .put("single", factors.single())
                .put("target", model.target().toJson());
        StoredEncoding.put(model.encoding(), parts);
        double[] weights = new double[factors.features()];
        double[] vectors = new double[Math.multiplyExact(factors.features(), rank)];
        for (int j = 0; j < weights.length; j++) {
            weights[j] = factors.weight(j);
            for (int f = 0; f < rank; f++) {
                vectors[j * rank + f] = factors.factor(j, f);
            }
        }
        parts.putArray("weights", weights);
        parts.putArray("vectors", vectors);
    }

    @Override
    public TrainedFactorization restore(Stored parts, Training training) {
        Encoding encoding = StoredEncoding.of(parts);
        int rank = parts.header().count("factors");
        if (rank > MOST_FACTORS) {
            throw InvalidInput.of("the model is damaged: it has " + rank + " factors", "copy or train it again");
        }
        int d = encoding.d();
        double[] weights = parts.array("weights", d);
        double[] vectors = parts.array("vectors", (long) d * rank);
        Factors factors = Factors.zero(d, rank, parts.header().flag("single"));
        for (int j = 0; j < d; j++) {
            factors.setWeight(j, weights[j]);
            for (int f = 0; f < rank; f++) {
                factors.setFactor(j, f, vectors[j * rank + f]);
            }
        }
        Loss loss = Catalogue.of(Loss.class).parse(training.loss());
        FactorizationModel machine = FactorizationModel.of(
                loss, new Solution.Factorized(factors, parts.header().number("intercept")), encoding.featureNames());
        return new TrainedFactorization(
                machine, encoding, TargetEncoding.fromJson(parts.header().object("target")), training);
    }
}
