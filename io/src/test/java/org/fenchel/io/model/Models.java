package org.fenchel.io.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.DenseRows;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.EncodingOptions;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.References;
import org.fenchel.io.encode.Roles;
import org.fenchel.io.encode.Scale;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.Tables;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Loss;
import org.fenchel.loss.Softmax;
import org.fenchel.model.LinearModel;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;
import org.fenchel.run.StopReason;

/** Models with made-up weights. */
public final class Models {
    public static final Table TABLE = Tables.of("a,c,y", "1,u,spam", "3,v,ham", ",u,spam", "5,w,ham");

    private Models() {}

    public static TrainedLinear table() {
        Encoding encoding =
                Encoding.fit(TABLE, new Roles("y"), new EncodingOptions(Scale.STANDARD, Missing.MEAN, Set.of()));
        return model(encoding, new TargetEncoding.TwoClasses("ham", "spam"), "logistic", duality());
    }

    /** As {@link #table}, with a level that the others compare with. */
    public static TrainedLinear reference() {
        EncodingOptions options =
                new EncodingOptions(Scale.STANDARD, Missing.MEAN, Set.of()).withReferences(References.FIRST);
        return model(
                Encoding.fit(TABLE, new Roles("y"), options), new TargetEncoding.TwoClasses("ham", "spam"), "logistic");
    }

    /** A model of aster, lily and rose. */
    public static TrainedMultinomial classes(Table table, References references) {
        EncodingOptions options =
                new EncodingOptions(Scale.STANDARD, Missing.MEAN, Set.of()).withReferences(references);
        return classes(Encoding.fit(table, new Roles("y"), options));
    }

    /** The same of three numbers. */
    public static TrainedMultinomial classRows(Scale scale) {
        DenseRows rows = DenseRows.wrap(2, 3, new double[] {1, 2, 3, 4, 5, 7});
        return classes(Encoding.fit(rows, List.of("x1", "x2", "x3"), scale));
    }

    private static TrainedMultinomial classes(Encoding encoding) {
        SeveralClasses classes = new SeveralClasses(List.of("aster", "lily", "rose"));
        Solution.MultiLinear solution = new Solution.MultiLinear(
                new Random(8).doubles(3L * encoding.d(), -2, 2).toArray(), new double[] {0.5, -0.25, 0});
        Provenance provenance =
                new Provenance("t.csv", null, 4, encoding.d(), Map.of("--l2", "0.1"), 7, "0.1.0", "17", Instant.EPOCH);
        Training training = new Training(
                "softmax",
                "l2(0.1)",
                "lbfgs",
                "p",
                new Certificate.None(1, ""),
                StopReason.PASSES,
                6,
                0.25,
                provenance);
        return new TrainedMultinomial(
                MultiLinearModel.of(new Softmax(), solution, encoding.featureNames(), classes.labels()),
                encoding,
                classes,
                training);
    }

    public static TrainedLinear counts() {
        Table table = Tables.of("a,o,e,y", "1,0,1,2", "3,1,2,5");
        Encoding encoding =
                Encoding.fit(table, new Roles("y", null, "o", "e"), new EncodingOptions().withScale(Scale.MINMAX));
        return model(
                encoding, new TargetEncoding.Numbers(), "poisson-log", new Certificate.None(3.25, "not known yet"));
    }

    public static TrainedLinear rows(Scale scale) {
        Encoding encoding =
                Encoding.fit(DenseRows.wrap(2, 3, new double[] {1, 2, 3, 4, 5, 6}), List.of("x1", "x2", "x3"), scale);
        return model(encoding, new TargetEncoding.TwoClasses("-1", "1"), "logistic", duality());
    }

    private static Certificate duality() {
        return new Certificate.DualityGap(0.5, 0.4999999, Double.POSITIVE_INFINITY);
    }

    /** A model with made-up weights for this encoding. */
    public static TrainedLinear model(Encoding encoding, TargetEncoding target, String loss) {
        return model(encoding, target, loss, duality());
    }

    private static TrainedLinear model(Encoding encoding, TargetEncoding target, String loss, Certificate certificate) {
        double[] weights = new Random(5).doubles(encoding.d(), -2, 2).toArray();
        LinearModel linear = LinearModel.of(
                Catalogue.of(Loss.class).parse(loss), new Solution.Linear(weights, 0.1), encoding.featureNames());
        Provenance provenance = new Provenance(
                "t.csv", "ab12", 4, encoding.d(), Map.of("--l2", "0.1"), -7L, "0.1.0", "17", Instant.EPOCH);
        Training training = new Training(
                loss, "l2(0.1)", "sdca", "logistic, n=4", certificate, StopReason.CERTIFIED, 12, 0.25, provenance);
        return new TrainedLinear(linear, encoding, target, training);
    }
}
