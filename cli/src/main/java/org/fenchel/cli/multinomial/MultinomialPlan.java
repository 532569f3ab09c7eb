package org.fenchel.cli.multinomial;

import java.nio.file.Path;
import org.fenchel.cli.data.ColumnOptions;
import org.fenchel.cli.select.SelectPlan;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.cli.train.PenaltyOptions;
import org.fenchel.loss.VectorLoss;
import org.fenchel.problem.Solution.MultiLinear;
import org.fenchel.problem.VectorSum;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learned by a model of several classes, and by what.
 *
 * @param explain whether the user wants to know how the method was chosen
 * @param classWeights how much rows of each class count, or null for all the same
 * @param select how the penalty is chosen and the fit judged
 */
record MultinomialPlan(
        VectorLoss loss,
        ColumnOptions columns,
        PenaltyOptions penalty,
        boolean intercept,
        Solver<VectorSum, MultiLinear> solver,
        boolean explain,
        @Nullable Path warmStart,
        @Nullable ClassWeights classWeights,
        SelectPlan select) {}
