package org.fenchel.cli.linear;

import java.util.List;
import java.util.Locale;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.metric.Accuracy;
import org.fenchel.metric.AreaUnderCurve;
import org.fenchel.metric.Brier;
import org.fenchel.metric.DevianceExplained;
import org.fenchel.metric.F1;
import org.fenchel.metric.LogLoss;
import org.fenchel.metric.MeanAbsoluteError;
import org.fenchel.metric.MeanLoss;
import org.fenchel.metric.Metric;
import org.fenchel.metric.PoissonDeviance;
import org.fenchel.metric.PoissonLogLikelihood;
import org.fenchel.metric.RSquared;
import org.fenchel.metric.RootMeanSquaredError;
import org.fenchel.metric.Scored;

/** What is learned: it decides how targets are read, what is predicted and how that is judged. */
public enum Task {
    /** A number. */
    LINEAR,
    /** The probability of one of two classes. */
    LOGISTIC,
    /** One of two classes. */
    SVM,
    /** The rate of a count. */
    POISSON;

    /** The task that a loss is for. */
    public static Task of(Loss loss) {
        if (TargetEncoding.isTwoClass(loss)) {
            return loss instanceof Logistic ? LOGISTIC : SVM;
        }
        return loss.accepts(-0.5) ? LINEAR : POISSON;
    }

    /** Whether targets are two classes. */
    public boolean classifies() {
        return this == LOGISTIC || this == SVM;
    }

    /** Whether its predictions are means of what is observed: chances and rates, which can be compared with shares and counts. */
    boolean predictsMeans() {
        return this == LOGISTIC || this == POISSON;
    }

    /** How its predictions are judged, the most telling metric first. */
    public List<Metric<Scored>> metrics(Loss loss) {
        return switch (this) {
            case LINEAR ->
                List.of(
                        new RootMeanSquaredError(),
                        new MeanAbsoluteError(),
                        new RSquared(),
                        new MeanLoss("mean-loss", loss));
            case LOGISTIC -> List.of(new LogLoss(), new AreaUnderCurve(), new Accuracy(), new F1(), new Brier());
            case SVM -> List.of(new Accuracy(), new AreaUnderCurve(), new F1(), new MeanLoss("mean-loss", loss));
            case POISSON ->
                List.of(
                        new PoissonDeviance(),
                        new DevianceExplained(),
                        new PoissonLogLikelihood(),
                        new RootMeanSquaredError(),
                        new MeanAbsoluteError());
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
