package org.fenchel.cli.select;

import java.util.List;
import org.fenchel.cli.console.OptionalValue;
import org.fenchel.data.InvalidInput;
import org.fenchel.metric.Metric;
import org.fenchel.select.Rule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the penalty is chosen, and the model judged while it is fitted. */
public final class SelectOptions {
    @Option(
            names = "--path",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "50",
            preprocessor = OptionalValue.class,
            description = "Fit so many penalties, from where all weights are 0 down to --l1, --l2 (default: 50).")
    private @Nullable Integer path;

    @Option(
            names = "--cv",
            paramLabel = "K",
            description = "Cross-validate in K folds; with --path the best penalty is chosen and fitted to all rows.")
    private @Nullable Integer folds;

    @Option(
            names = "--validation",
            paramLabel = "F",
            description = "Hold this share of the rows out to judge by: stop early, or with --path choose the penalty.")
    private @Nullable Double validation;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "End after so many passes without a better validation score (default: 5).")
    private @Nullable Double patience;

    @Option(
            names = "--rule",
            paramLabel = "R",
            description = "Choose the best penalty (best), or the strongest within a standard error of it (1se).")
    private @Nullable String rule;

    @Option(
            names = "--score",
            paramLabel = "METRIC",
            description = "Judge by this metric of evaluate (default: the first of the task's).")
    private @Nullable String score;

    /**
     * What they mean.
     *
     * @param metrics of the task, the default first
     * @throws InvalidInput if they make no sense
     */
    public SelectPlan plan(List<? extends Metric<?>> metrics) {
        if (path != null && path < 2) {
            throw InvalidInput.of("--path is " + path, "give 2 penalties or more, such as 50");
        }
        if (folds != null && folds < 2) {
            throw InvalidInput.of("--cv is " + folds, "give 2 folds or more, such as 5");
        }
        if (validation != null && !(validation > 0 && validation < 1)) {
            throw InvalidInput.of("--validation is " + validation, "give a share between 0 and 1, such as 0.2");
        }
        if (folds != null && validation != null) {
            throw InvalidInput.of("--cv and --validation both say what to judge by", "give one of them");
        }
        if (patience != null && (validation == null || path != null)) {
            throw InvalidInput.of("--patience has no effect", "add --validation 0.2, without --path");
        }
        if (patience != null && !(patience > 0 && patience < Double.POSITIVE_INFINITY)) {
            throw InvalidInput.of("--patience is " + patience, "give a number of passes above 0, such as 5");
        }
        boolean judged = folds != null || validation != null;
        if (rule != null && !(judged && path != null)) {
            throw InvalidInput.of("--rule has nothing to choose from", "add --path and --cv 5");
        }
        if (score != null && !judged) {
            throw InvalidInput.of("--score has nothing to judge by", "add --cv 5 or --validation 0.2");
        }
        return new SelectPlan(
                path == null ? 1 : path,
                folds == null ? 0 : folds,
                validation == null ? 0 : validation,
                patience == null ? 5 : patience,
                rule(),
                judge(metrics));
    }

    /** Whether there is a path. */
    public boolean path() {
        return path != null;
    }

    private Rule rule() {
        if (rule == null || rule.equals("best")) {
            return Rule.BEST;
        }
        if (rule.equals("1se")) {
            return Rule.ONE_STANDARD_ERROR;
        }
        throw InvalidInput.of("no rule is named '" + rule + "'", "known: best, 1se");
    }

    private int judge(List<? extends Metric<?>> metrics) {
        List<String> names = metrics.stream().<String>map(Metric::name).toList();
        int judge = score == null ? 0 : names.indexOf(score);
        if (judge < 0) {
            throw InvalidInput.of("no score is named '" + score + "'", "known: " + String.join(", ", names));
        }
        return judge;
    }
}
