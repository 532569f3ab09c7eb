package org.fenchel.cli.linear;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.KernelChoice;
import org.fenchel.cli.select.HeldOut;
import org.fenchel.cli.select.Subject;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.cli.train.PenaltyChoice;
import org.fenchel.cli.train.PenaltyWalk;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.metric.Scored;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.NullModel;
import org.fenchel.problem.Solution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Rows encoded to be learned by a linear model, and the problem they make under each penalty of a path.
 *
 * @param data encoded, class weights included
 * @param classWeights the weight of each class, or null
 * @param base the problem under the first penalty
 * @param groupOf the group of each feature, or null
 */
public record LinearSubject(
        LinearPlan plan,
        TrainingData data,
        @Nullable Map<String, Double> classWeights,
        FiniteSum base,
        int @Nullable [] groupOf)
        implements Subject<FiniteSum, Solution.Linear> {
    /**
     * Encodes rows and states their problem.
     *
     * @param source the data as the user named it
     * @param whole the subject of which these rows are a part, whose groups hold here too, or null
     * @throws InvalidInput if the data or the method does not suit
     */
    public static LinearSubject of(
            LinearPlan plan,
            String source,
            CommandSpec command,
            Examples examples,
            @Nullable KnownDataset known,
            @Nullable LinearSubject whole)
            throws IOException {
        TrainingData data = new LinearExamples(plan, source, command).encode(examples, known);
        List<String> features = data.encoding().featureNames();
        int[] groupOf = whole == null || whole.groupOf == null
                ? PenaltyChoice.groups(plan.penalty(), features)
                : PenaltyChoice.groupsOfPart(
                        whole.groupOf, whole.data.encoding().featureNames(), features);
        try {
            Map<String, Double> classWeights = null;
            if (plan.classWeights() != null) {
                ClassWeights.Weighted weighted = plan.classWeights().apply(data);
                data = weighted.data();
                classWeights = weighted.factors();
            }
            if (plan.estimator() != null) {
                Aliased.refuse(data.encoding(), plan.intercept());
            }
            KernelChoice.suit(data.dataset().rows());
            Penalty first = PenaltyChoice.of(new PenaltyWalk(plan.penalty()).at(1), groupOf);
            FiniteSum problem = FiniteSum.of(data.dataset(), plan.loss(), first, plan.intercept());
            Optional<String> refusal = plan.solver().refusal(problem);
            if (refusal.isPresent()) {
                throw InvalidInput.of(refusal.get(), "choose another solver, or change the data or the penalty");
            }
            return new LinearSubject(plan, data, classWeights, problem, groupOf);
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    @Override
    public FiniteSum problem(double factor) {
        return base.with(penalty(factor));
    }

    private Penalty penalty(double factor) {
        return PenaltyChoice.of(new PenaltyWalk(plan.penalty()).at(factor), groupOf);
    }

    @Override
    public double[] factors() {
        return new PenaltyWalk(plan.penalty())
                .factors(
                        () -> NullModel.of(base),
                        this::penalty,
                        base.n(),
                        base.d(),
                        plan.select().penalties());
    }

    @Override
    public HeldOut<Solution.Linear, Scored> judge(Examples held) {
        LinearHeld rows = LinearHeld.of(LinearFrame.of(plan, data), held, null);
        return new HeldOut<>(
                rows.n(),
                plan.task().metrics(plan.loss()),
                solution -> rows.score(solution).scored());
    }
}
