package org.fenchel.cli;

import java.nio.file.Path;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.encode.Missing;
import org.fenchel.io.encode.Scale;
import org.fenchel.loss.Loss;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/**
 * A training command understood, before anything is read.
 *
 * @param data as the user named it
 * @param surelyCsv whether options were given that only delimited text has
 * @param rates whether targets of a model of counts are rates
 * @param testSplit share of rows held out, 0 for none
 */
record TrainPlan(
        Task task,
        Loss loss,
        String data,
        CsvFormat format,
        boolean surelyCsv,
        ColumnOptions columns,
        @Nullable String positive,
        @Nullable String exposure,
        boolean rates,
        Scale scale,
        Missing missing,
        PenaltyOptions penalty,
        boolean intercept,
        double testSplit,
        Solver<FiniteSum, Solution.Linear> solver,
        StopRule rule,
        long seed,
        @Nullable Path warmStart,
        OutputOptions output) {}
