package org.fenchel.solver.lowrank;

import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;
import org.fenchel.solver.Run;

/** A method at work on a matrix of low rank. */
interface LowRankRun extends Run<Solution.LowRank> {
    /** Whether the iterate is. */
    boolean finite();

    @Override
    Certificate certificate(double enough);

    @Override
    default Certificate certificate() {
        return certificate(Double.POSITIVE_INFINITY);
    }

    @Override
    default OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    default Health health() {
        return finite() ? Health.WELL : Health.OVERFLOW;
    }
}
