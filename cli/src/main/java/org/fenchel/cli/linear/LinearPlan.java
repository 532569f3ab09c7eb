package org.fenchel.cli.linear;

import java.nio.file.Path;
import org.fenchel.cli.data.ColumnOptions;
import org.fenchel.cli.select.SelectPlan;
import org.fenchel.cli.train.ClassWeights;
import org.fenchel.cli.train.PenaltyOptions;
import org.fenchel.inference.Estimator;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learned by a linear model, and by what.
 *
 * @param positive the class to be +1, where there are classes and the user chose
 * @param exposure the column of exposures, where there are counts and the user gave one
 * @param rates whether targets of a model of counts are rates
 * @param explain whether the user wants to know how the method was chosen
 * @param classWeights how much rows of each class count, or null for all the same
 * @param select how the penalty is chosen and the fit judged
 * @param estimator of standard errors, or null for none
 */
public record LinearPlan(
        Task task,
        Loss loss,
        @Nullable String positive,
        @Nullable String exposure,
        boolean rates,
        ColumnOptions columns,
        PenaltyOptions penalty,
        boolean intercept,
        Solver<FiniteSum, Solution.Linear> solver,
        boolean explain,
        @Nullable Path warmStart,
        @Nullable ClassWeights classWeights,
        SelectPlan select,
        @Nullable Estimator estimator) {}
