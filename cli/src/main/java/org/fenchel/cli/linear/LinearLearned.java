package org.fenchel.cli.linear;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.fenchel.cli.console.DataWords;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.select.Judged;
import org.fenchel.cli.select.Selected;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.cli.train.Learned;
import org.fenchel.cli.train.PenaltyChoice;
import org.fenchel.cli.train.PenaltyOptions;
import org.fenchel.cli.train.PenaltyWalk;
import org.fenchel.data.Dataset;
import org.fenchel.inference.Covariance;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.Fit;
import org.fenchel.run.StopReason;
import org.fenchel.run.Trace;
import org.fenchel.solver.planner.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A linear model just fitted.
 *
 * @param choice how the method was chosen, where the user wants to know
 * @param penalty that was chosen or given
 * @param covariance of the weights, or null where nobody asked
 * @param selected what it was chosen from, or null
 * @param judged what ended the fit, or null
 */
record LinearLearned(
        LinearPlan plan,
        LinearSubject subject,
        @Nullable Plan choice,
        PenaltyOptions penalty,
        FiniteSum problem,
        Fit<Solution.Linear> fit,
        TrainedLinear model,
        @Nullable Covariance covariance,
        @Nullable Selected selected,
        @Nullable Judged judged)
        implements Learned<TrainedLinear> {
    private static final int WEIGHTS = 8;

    /** In standard errors, how far the weights may be off without a word. */
    private static final double EXACT = 0.05;

    /** The same, chosen from these. */
    LinearLearned with(Selected from) {
        return new LinearLearned(plan, subject, choice, penalty, problem, fit, model, covariance, from, judged);
    }

    /** The same, ended by this. */
    LinearLearned with(Judged by) {
        return new LinearLearned(plan, subject, choice, penalty, problem, fit, model, covariance, selected, by);
    }

    @Override
    public Trace trace() {
        return fit.trace();
    }

    @Override
    public String task() {
        return plan.task().toString();
    }

    @Override
    public String dataSize() {
        return DataWords.size(subject.data().dataset().rows());
    }

    @Override
    public List<String> dataNotes() {
        List<String> notes = new ArrayList<>();
        Dataset dataset = subject.data().dataset();
        if (subject.data().target() instanceof TargetEncoding.TwoClasses classes) {
            int positives = 0;
            for (int i = 0; i < dataset.n(); i++) {
                positives += dataset.target(i) > 0 ? 1 : 0;
            }
            notes.add(classes.positive() + " is positive (" + Numbers.count(positives, "row") + "), "
                    + classes.negative() + " negative (" + Numbers.count(dataset.n() - positives) + ")");
        }
        DataWords.references(subject.data().encoding()).ifPresent(notes::add);
        DataWords.filled(subject.data().prepared().encoded()).ifPresent(notes::add);
        if (subject.classWeights() != null) {
            notes.add(ClassWeights.words(subject.classWeights()));
        }
        if (judged != null) {
            notes.add(Numbers.count(judged.rows(), "row") + " more held out, for the validation " + judged.metric());
        }
        return notes;
    }

    @Override
    public String words() {
        return model.training().loss() + " loss, " + PenaltyChoice.words(penalty)
                + (plan.intercept() ? ", intercept" : ", no intercept");
    }

    @Override
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (trace().reason() == StopReason.NO_MINIMISER) {
            warnings.add("no finite minimiser exists, the weights would grow for ever"
                    + (plan.task().classifies() ? " (the classes can be separated)" : "")
                    + "; add a penalty, such as --l2 1e-4");
        } else if (mayLackMinimiser()) {
            warnings.add("without a penalty a minimiser may not exist; add one, such as --l2 1e-4");
        }
        double rate = meanRate();
        if (rate < 0.01) {
            warnings.add("the mean rate is only " + Numbers.digits(rate, 2) + " for one unit of exposure: with the"
                    + " identity link the tolerance is per unit, too, and may end the fit early; give exposures in a"
                    + " larger unit, such as years instead of days, or a smaller --tolerance");
        }
        if (covariance != null && covariance.distance() > EXACT) {
            warnings.add("the weights may be off by " + Numbers.digits(covariance.distance(), 2)
                    + " of their standard errors; take a smaller --tolerance, or scale the features");
        }
        return warnings;
    }

    /** Where exposures are weights, the mean count for one unit of exposure; NaN elsewhere. */
    private double meanRate() {
        if (plan.exposure() == null || Exposure.isOffset(plan.loss())) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < problem.n(); i++) {
            sum += problem.shares()[i] * problem.targets()[i];
        }
        return sum;
    }

    /** Regression losses grow in every direction that changes a prediction; hinges end at 0, which they reach. */
    private boolean mayLackMinimiser() {
        boolean open = plan.task() == Task.LOGISTIC || plan.task() == Task.POISSON;
        boolean proven = fit.certificate() instanceof Certificate.DualityGap gap
                && Double.isInfinite(gap.radius())
                && trace().reason() == StopReason.CERTIFIED;
        boolean located = covariance != null && covariance.distance() <= EXACT;
        return open && !proven && !located && penalty.none();
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
        if (model.errors() == null) {
            WeightTable.largest(model, WEIGHTS, out);
        } else {
            out.println("Weights in data units, with " + model.errors().estimatorName() + " standard errors:");
            CoefficientTable.all(model, out);
            out.println();
        }
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("intercept", plan.intercept());
        if (subject.data().target() instanceof TargetEncoding.TwoClasses classes) {
            json.put("positive", classes.positive()).put("negative", classes.negative());
        }
        if (subject.classWeights() != null) {
            JsonObject weights = new JsonObject();
            subject.classWeights().forEach(weights::put);
            json.put("classWeights", weights);
        }
        DataWords.put(subject.data().encoding(), json);
        if (model.errors() != null) {
            CoefficientTable.put(model, json);
        }
        if (choice != null) {
            json.put("plan", PlanJson.of(choice));
        }
    }
}
