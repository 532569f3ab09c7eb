package org.fenchel.solver.direct;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.Optional;
import org.fenchel.catalogue.Described;
import org.fenchel.loss.Squared;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.smooth.Accepts;
import org.fenchel.solver.smooth.BatchRun;
import org.fenchel.solver.smooth.Starts;
import org.jspecify.annotations.Nullable;

/**
 * Least squares and ridge regression in closed form: one step ends it, further steps only take rounding out. The intercept is
 * eliminated by centring; where the columns are dependent and nothing is penalised, the solution is the one of least norm.
 *
 * <p>Solved on the side of the columns, G b = A'S t with G = A'SA + l2 I (n d^2 / 2 + d^3 / 6 multiply-adds), or on that of the
 * rows where they are fewer, b = A'S^1/2 a with (S^1/2 A A' S^1/2 + l2 I) a = S^1/2 t; A are the centred rows, S the shares, t the
 * targets less offsets. Above an order of 3000 by LSQR, without a matrix. There is never an inverse.
 *
 * <p>Sources: A. Björck, "Numerical Methods for Least Squares Problems" (1996); C. Paige and M. Saunders, "LSQR", ACM Trans. Math.
 * Software 8 (1982).
 */
@AutoService(Solver.class)
@Described(
        "least squares and ridge in closed form, of least norm where columns are dependent; squared loss, l2 or none")
public record LeastSquares() implements Solver<FiniteSum, Linear> {
    private static final int LARGEST = 3000;

    @Override
    public Optional<String> refusal(FiniteSum problem) {
        if (!(problem.loss() instanceof Squared)) {
            return Optional.of("the loss " + problem.lossInWords() + " has no closed form; only the squared loss has");
        }
        return Accepts.isSquares(problem.penalty())
                ? Optional.empty()
                : Optional.of("with the penalty " + problem.penaltyInWords()
                        + " there is no closed form; l2 and none have one");
    }

    @Override
    public Run<Linear> start(FiniteSum problem, long seed, @Nullable Linear start) {
        CentredRows rows = new CentredRows(problem);
        int smaller = Math.min(problem.n(), problem.d());
        Correction correction = smaller > LARGEST
                ? new Lsqr(rows)
                : problem.n() < problem.d() ? new RowSide(rows) : new ColumnSide(rows);
        double[] point = Starts.of(problem, start);
        if (problem.penalty().l2() == 0) {
            Arrays.fill(point, 0); // corrections lie in the span of the rows: from zero they give the least norm
        }
        return BatchRun.of(problem, new ClosedForm(rows, correction, point));
    }
}
