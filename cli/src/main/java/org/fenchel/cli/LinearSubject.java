package org.fenchel.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.TrainingData;
import org.fenchel.io.known.KnownDataset;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.NullModel;
import org.fenchel.problem.Solution;
import org.fenchel.select.PathFactors;
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
record LinearSubject(
        LinearPlan plan,
        TrainingData data,
        @Nullable Map<String, Double> classWeights,
        FiniteSum base,
        int @Nullable [] groupOf) {
    /**
     * Encodes rows and states their problem.
     *
     * @param source the data as the user named it
     * @param whole the subject of which these rows are a part, whose groups hold here too, or null
     * @throws InvalidInput if the data or the method does not suit
     */
    static LinearSubject of(
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
                : whole.groupsOf(features);
        try {
            Map<String, Double> classWeights = null;
            if (plan.classWeights() != null) {
                ClassWeights.Weighted weighted = plan.classWeights().apply(data);
                data = weighted.data();
                classWeights = weighted.factors();
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

    /** The groups of features of which some may be missing here: categories without a row. */
    private int[] groupsOf(List<String> features) {
        Map<String, Integer> known = new HashMap<>();
        List<String> names = data.encoding().featureNames();
        for (int j = 0; j < names.size(); j++) {
            known.put(names.get(j), groupOf == null ? j : groupOf[j]);
        }
        return features.stream().mapToInt(name -> known.getOrDefault(name, -1)).toArray();
    }

    /** The problem under a penalty of the path. */
    FiniteSum problem(double factor) {
        return base.with(penalty(factor));
    }

    private Penalty penalty(double factor) {
        return PenaltyChoice.of(new PenaltyWalk(plan.penalty()).at(factor), groupOf);
    }

    /**
     * The factors of the path, from where nothing is left to be gained by weights to where it ends; 1 alone where there is no path.
     *
     * @throws InvalidInput if there is no such beginning, or it lies below the end
     */
    double[] factors() {
        if (!plan.select().path()) {
            return new double[] {1};
        }
        PenaltyWalk walk = new PenaltyWalk(plan.penalty());
        double top = rounded(
                NullModel.of(base).factor(this::penalty, walk.sparse() ? 0 : PathFactors.L2_SHARE),
                RoundingMode.CEILING);
        double end = walk.automatic() ? walk.depth(base.n(), base.d()) * top : 1;
        if (!(top > end)) {
            throw InvalidInput.of(
                    walk.automatic()
                            ? "no feature tells anything about the target"
                            : "the penalty given is no end for a path: " + PenaltyChoice.words(plan.penalty())
                                    + " leaves nothing to gain already",
                    walk.automatic()
                            ? "a path needs one that does"
                            : "give less than " + PenaltyChoice.words(walk.at(top)) + ", or auto");
        }
        double[] factors = PathFactors.geometric(top, end, plan.select().penalties());
        for (int k = 1; k < factors.length; k++) {
            factors[k] = rounded(factors[k], RoundingMode.HALF_EVEN);
        }
        return factors;
    }

    /** To what reports show, so that a user who writes a penalty of the path gets the same one. */
    private static double rounded(double factor, RoundingMode mode) {
        return factor > 0
                ? new BigDecimal(factor).round(new MathContext(4, mode)).doubleValue()
                : factor;
    }

    /** Other rows, as models of these are judged by them. */
    HeldOut<Solution.Linear> judge(Examples held) {
        LinearHeld rows = LinearHeld.of(LinearFrame.of(plan, data), held, null);
        return new HeldOut<>(
                rows.n(),
                plan.task().metrics(plan.loss()),
                solution -> rows.score(solution).scored());
    }
}
