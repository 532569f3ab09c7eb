package org.fenchel.cli.multinomial;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.fenchel.cli.data.Examples;
import org.fenchel.cli.data.KernelChoice;
import org.fenchel.cli.data.TrainingColumns;
import org.fenchel.cli.select.HeldOut;
import org.fenchel.cli.select.Subject;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.cli.train.PenaltyChoice;
import org.fenchel.cli.train.PenaltyWalk;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.SeveralClasses;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.metric.ClassMetric;
import org.fenchel.metric.ClassScored;
import org.fenchel.model.MultiLinearModel;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.NullModel;
import org.fenchel.problem.Solution;
import org.fenchel.problem.VectorSum;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Rows encoded to be learned by a model of several classes, and the problem they make under each penalty of a path.
 *
 * @param data encoded, class weights included
 * @param classWeights the weight of each class, none where all are the same
 * @param base the problem under the first penalty
 * @param groupOf the group of each feature, or null
 */
record MultinomialSubject(
        MultinomialPlan plan,
        TrainingData data,
        Map<String, Double> classWeights,
        VectorSum base,
        int @Nullable [] groupOf)
        implements Subject<VectorSum, Solution.MultiLinear> {
    /**
     * Encodes rows and states their problem.
     *
     * @param source the data as the user named it
     * @param whole the subject of which these rows are a part, whose groups hold here too, or null
     * @throws InvalidInput if the data or the method does not suit
     */
    static MultinomialSubject of(
            MultinomialPlan plan,
            String source,
            CommandSpec command,
            Examples examples,
            @Nullable KnownDataset known,
            @Nullable MultinomialSubject whole)
            throws IOException {
        examples.requireTargets();
        try {
            TrainingData data = encode(plan, source, command, examples, known);
            Map<String, Double> classWeights = Map.of();
            if (plan.classWeights() != null) {
                ClassWeights.Weighted weighted = plan.classWeights().apply(data);
                data = weighted.data();
                classWeights = weighted.factors();
            }
            KernelChoice.suit(data.dataset().rows());
            int[] groupOf = whole == null || whole.groupOf == null
                    ? PenaltyChoice.groups(plan.penalty(), data.encoding().featureNames())
                    : PenaltyChoice.groupsOfPart(
                            whole.groupOf,
                            whole.data.encoding().featureNames(),
                            data.encoding().featureNames());
            int classes = ((SeveralClasses) data.target()).count();
            Penalty first = PenaltyChoice.ofClasses(new PenaltyWalk(plan.penalty()).at(1), groupOf, classes);
            VectorSum problem = VectorSum.of(data.dataset(), plan.loss(), first, classes, plan.intercept());
            Optional<String> refusal = plan.solver().refusal(problem);
            if (refusal.isPresent()) {
                throw InvalidInput.of(refusal.get(), "choose another solver, or change the data or the penalty");
            }
            return new MultinomialSubject(plan, data, classWeights, problem, groupOf);
        } catch (InvalidInput mistake) {
            throw mistake.in(examples.source());
        }
    }

    private static TrainingData encode(
            MultinomialPlan plan, String source, CommandSpec command, Examples examples, @Nullable KnownDataset known) {
        if (examples instanceof Examples.Tabular tabular) {
            TrainingColumns columns = TrainingColumns.of(tabular.table(), plan.columns(), known, command);
            return TrainingData.ofClasses(tabular.table(), columns.roles(), columns.encoding());
        }
        Examples.Numbered numbered = (Examples.Numbered) examples;
        TrainingColumns.refuse(plan.columns(), source, numbered.form(), command);
        return TrainingData.ofClasses(numbered.raw(), plan.columns().scale());
    }

    /** The classes of these rows. */
    SeveralClasses classes() {
        return (SeveralClasses) data.target();
    }

    @Override
    public VectorSum problem(double factor) {
        return base.with(penalty(factor));
    }

    private Penalty penalty(double factor) {
        return PenaltyChoice.ofClasses(new PenaltyWalk(plan.penalty()).at(factor), groupOf, base.classes());
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

    /** The model with these weights. */
    MultiLinearModel model(Solution.MultiLinear solution) {
        return MultiLinearModel.of(
                plan.loss(), solution, data.encoding().featureNames(), classes().labels());
    }

    @Override
    public HeldOut<Solution.MultiLinear, ClassScored> judge(Examples held) {
        ClassHeld rows = ClassHeld.of(data.encoding(), classes(), held, null);
        return new HeldOut<>(
                rows.n(),
                ClassMetric.ALL,
                solution -> rows.score(
                                model(solution).probabilities(rows.encoded().rows()))
                        .scored());
    }
}
