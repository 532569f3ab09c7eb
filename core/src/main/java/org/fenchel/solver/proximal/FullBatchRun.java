package org.fenchel.solver.proximal;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.data.ColumnGram;
import org.fenchel.penalty.Separable;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * The proximal point method on all rows. A step is one Newton step on the current proximal subproblem; the subproblem is left
 * for the next one, around its solution and with a step size ten times as large, once its gap is small against the distance it
 * has moved (Rockafellar's criterion B).
 */
final class FullBatchRun implements Run<Linear> {
    private static final double GROWTH = 10;
    /** Beyond this, rounding in the dual, times the step size, costs more than a larger step gains. */
    private static final double LARGEST_STEP = 1e8;

    private final FiniteSum problem;
    private final ProximalSubproblem subproblem;
    private final Certifier certifier;
    private final StepSchedule schedule;
    private final double firstStep;
    private final boolean automatic;
    private final double largest;
    private final double[] centre;
    private double centreIntercept;
    private double eta;
    private long outer = 1;
    private int stuck;
    private double passes;
    private Health health = Health.WELL;
    private double certifiedIntercept;

    FullBatchRun(FiniteSum problem, double step, StepSchedule schedule, Linear start) {
        this.problem = problem;
        this.schedule = schedule;
        automatic = step == 0;
        int n = problem.n();
        int d = problem.d();
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        int[] columns = new int[d];
        Arrays.setAll(columns, j -> j);
        double l2 = problem.penalty().l2();
        double @Nullable [] metric =
                automatic && l2 == 0 && problem.penalty() instanceof Separable ? metric(problem, rows) : null;
        // with l2 the subproblem is the problem itself but for one part in 1e6; without, the first steps stay near
        firstStep = automatic ? (l2 > 0 ? 1e6 / l2 : 1e2) : step;
        largest = Math.max(firstStep, LARGEST_STEP);
        eta = firstStep;
        subproblem = new ProximalSubproblem(problem, n, metric);
        subproblem.choose(rows, n, problem.shares(), 1, columns, d);
        certifier = new Certifier(problem);
        centre = start.weights().clone();
        centreIntercept = problem.intercept() ? start.intercept() : 0;
        System.arraycopy(centre, 0, subproblem.x, 0, d);
        subproblem.c = centreIntercept;
        certifiedIntercept = centreIntercept;
        subproblem.around(centre, centreIntercept, eta);
        subproblem.startMargins();
    }

    /** One over the mean square of each column: makes the method indifferent to the columns' units. */
    private static double[] metric(FiniteSum problem, int[] rows) {
        double[] squares = new double[problem.d()];
        new ColumnGram(problem.rows(), false).addDiagonal(rows, rows.length, problem.shares(), squares);
        for (int j = 0; j < squares.length; j++) {
            squares[j] = squares[j] > 1e-200 ? 1 / squares[j] : 1;
        }
        return squares;
    }

    @Override
    public void step() {
        if (passes == 0) {
            subproblem.evaluate();
        }
        boolean improved = subproblem.improve();
        passes++;
        if (!subproblem.finite()) {
            health = Health.OVERFLOW;
            return;
        }
        double movement = subproblem.movement();
        if (improved && subproblem.gap() > 0.1 * movement) {
            return;
        }
        stuck = improved ? 0 : stuck + 1;
        if (stuck > 8) {
            health = Health.EXHAUSTED;
            return;
        }
        advance();
    }

    private void advance() {
        System.arraycopy(subproblem.x, 0, centre, 0, centre.length);
        centreIntercept = subproblem.c;
        outer++;
        eta = automatic ? Math.min(eta * GROWTH, largest) : firstStep * schedule.factor(outer);
        subproblem.around(centre, centreIntercept, eta);
        subproblem.recentre(0.2);
        subproblem.evaluate();
    }

    @Override
    public Linear solution() {
        return new Linear(subproblem.x.clone(), certifiedIntercept);
    }

    @Override
    public Certificate certificate() {
        Certificate certificate =
                certifier.certify(subproblem.x, subproblem.c, passes == 0 ? null : subproblem.alpha);
        certifiedIntercept = certifier.intercept();
        if (problem.penalty().l2() == 0 && health == Health.WELL && certifier.noMinimiser(subproblem.x)) {
            health = Health.NO_MINIMISER;
        }
        return certificate;
    }

    @Override
    public double passes() {
        return passes;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    public Health health() {
        return health;
    }
}
