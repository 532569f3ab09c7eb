package org.fenchel.cli.factorization;

import java.nio.file.Path;
import org.fenchel.cli.data.ColumnOptions;
import org.fenchel.solver.factorization.FactorizationSolver;
import org.jspecify.annotations.Nullable;

/**
 * What is to be learned by a factorization machine, and by what.
 *
 * @param positive the class to be +1, where the user chose
 */
record FactorizationPlan(
        FactorizationOptions machine,
        ColumnOptions columns,
        @Nullable String positive,
        FactorizationSolver solver,
        @Nullable Path warmStart) {}
