package org.fenchel.cli.multinomial;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.fenchel.cli.console.DataWords;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.console.OneLine;
import org.fenchel.cli.linear.PlanJson;
import org.fenchel.cli.linear.PlanText;
import org.fenchel.cli.select.Judged;
import org.fenchel.cli.select.Selected;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.cli.train.Learned;
import org.fenchel.cli.train.PenaltyChoice;
import org.fenchel.cli.train.PenaltyOptions;
import org.fenchel.cli.train.PenaltyWalk;
import org.fenchel.data.Dataset;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.Trace;
import org.fenchel.solver.planner.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A model of several classes just fitted.
 *
 * @param choice how the method was chosen, where the user wants to know
 * @param penalty that was chosen or given
 * @param selected what it was chosen from, or null
 * @param judged what ended the fit, or null
 */
record MultinomialLearned(
        MultinomialPlan plan,
        MultinomialSubject subject,
        @Nullable Plan choice,
        PenaltyOptions penalty,
        Fit<Solution.MultiLinear> fit,
        TrainedMultinomial model,
        @Nullable Selected selected,
        @Nullable Judged judged)
        implements Learned<TrainedMultinomial> {
    private static final int FEATURES = 8;
    private static final int LISTED = 12;

    /** The same, chosen from these. */
    MultinomialLearned with(Selected from) {
        return new MultinomialLearned(plan, subject, choice, penalty, fit, model, from, judged);
    }

    /** The same, ended by this. */
    MultinomialLearned with(Judged by) {
        return new MultinomialLearned(plan, subject, choice, penalty, fit, model, selected, by);
    }

    @Override
    public Trace trace() {
        return fit.trace();
    }

    @Override
    public String task() {
        return MultinomialUse.TASK;
    }

    @Override
    public String dataSize() {
        return DataWords.size(subject.data().dataset().rows());
    }

    @Override
    public List<String> dataNotes() {
        List<String> notes = new ArrayList<>(List.of(classes()));
        DataWords.references(subject.data().encoding()).ifPresent(notes::add);
        DataWords.filled(subject.data().prepared().encoded()).ifPresent(notes::add);
        if (!subject.classWeights().isEmpty()) {
            notes.add(ClassWeights.words(subject.classWeights()));
        }
        if (judged != null) {
            notes.add(Numbers.count(judged.rows(), "row") + " more held out, for the validation " + judged.metric());
        }
        return notes;
    }

    /** The classes with their numbers of rows. */
    private String classes() {
        Dataset dataset = subject.data().dataset();
        List<String> labels = model.target().labels();
        int[] rows = new int[labels.size()];
        for (int i = 0; i < dataset.n(); i++) {
            rows[(int) dataset.target(i)]++;
        }
        List<String> words = new ArrayList<>();
        for (int k = 0; k < Math.min(LISTED, rows.length); k++) {
            words.add(
                    labels.get(k) + " (" + Numbers.count(rows[k]) + (k == 0 ? rows[k] == 1 ? " row)" : " rows)" : ")"));
        }
        return OneLine.of(Numbers.count(rows.length) + " classes: " + String.join(", ", words)
                + (rows.length > LISTED ? ", ..." : ""));
    }

    @Override
    public String words() {
        return model.training().loss() + " loss, " + PenaltyChoice.words(penalty)
                + (plan.intercept() ? ", intercepts" : ", no intercepts");
    }

    @Override
    public List<String> warnings() {
        boolean proven = fit.certificate() instanceof Certificate.DualityGap gap
                && Double.isInfinite(gap.radius())
                && trace().reason() == StopReason.CERTIFIED;
        if (trace().reason() == StopReason.NO_MINIMISER) {
            return List.of("no finite minimiser exists, the weights would grow for ever (the classes can be separated);"
                    + " add a penalty, such as --l2 1e-4");
        }
        return penalty.none() && !proven
                ? List.of("without a penalty a minimiser may not exist; add one, such as --l2 1e-4")
                : List.of();
    }

    @Override
    public DoubleFunction<Map<String, Double>> penaltyAt() {
        return new PenaltyWalk(plan.penalty())::parts;
    }

    @Override
    public void printChoice(PrintWriter out) {
        if (choice != null) {
            PlanText.print(choice, out);
        }
    }

    @Override
    public void printParameters(PrintWriter out) {
        ClassWeightTable.largest(model, FEATURES, out);
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("intercept", plan.intercept()).put("classes", model.target().labels());
        DataWords.put(subject.data().encoding(), json);
        if (choice != null) {
            json.put("plan", PlanJson.of(choice));
        }
        if (!subject.classWeights().isEmpty()) {
            JsonObject weights = new JsonObject();
            subject.classWeights().forEach(weights::put);
            json.put("classWeights", weights);
        }
    }
}
