package org.fenchel.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.Dataset;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.encode.TrainingData;
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
 */
record LinearLearned(
        LinearPlan plan,
        TrainingData data,
        FiniteSum problem,
        @Nullable Plan choice,
        Fit<Solution.Linear> fit,
        TrainedLinear model)
        implements Learned<TrainedLinear> {
    private static final int WEIGHTS = 8;

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
        return DataWords.size(data.dataset().rows());
    }

    @Override
    public List<String> dataNotes() {
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
        DataWords.filled(data.prepared().encoded()).ifPresent(notes::add);
        return notes;
    }

    @Override
    public String words() {
        return model.training().loss() + " loss, " + PenaltyChoice.words(plan.penalty())
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
        return open && !proven && plan.penalty().none();
    }

    @Override
    public void printChoice(PrintWriter out) {
        if (choice != null) {
            PlanText.print(choice, out);
        }
    }

    @Override
    public void printParameters(PrintWriter out) {
        WeightTable.largest(model, WEIGHTS, out);
    }

    @Override
    public void putFacts(JsonObject json) {
        json.put("intercept", plan.intercept());
        if (data.target() instanceof TargetEncoding.TwoClasses classes) {
            json.put("positive", classes.positive()).put("negative", classes.negative());
        }
        if (choice != null) {
            json.put("plan", PlanJson.of(choice));
        }
    }
}
