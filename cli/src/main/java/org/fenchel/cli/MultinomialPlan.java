package org.fenchel.cli;

import java.nio.file.Path;
import org.fenchel.loss.VectorLoss;
import org.jspecify.annotations.Nullable;

/** What is to be learned by a model of several classes, and by what. */
record MultinomialPlan(
        VectorLoss loss,
        ColumnOptions columns,
        PenaltyOptions penalty,
        boolean intercept,
        VectorSolverChoice solver,
        @Nullable Path warmStart) {}
