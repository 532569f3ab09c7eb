package org.fenchel.solver.proximal;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.fenchel.data.ColumnGram;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.Evidence;
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
    /** Beyond this, rounding in the dual, times the step size, costs more than a larger step gains. */
    private static final double LARGEST_STEP = 1e8;

    /** Envelopes are not narrowed further than this part of their first width: rounding in margins counts 1 / width in duals. */
    private static final double NARROWEST = 1e-4;

    private final FiniteSum problem;
    private final ProximalSubproblem subproblem;
    private final Certifier certifier;
    private final StepSchedule schedule;
    private final double firstStep;
    private final boolean automatic;
    private final double largest;
    private final double[] duals;
    private final double[] centre;
    private double centreIntercept;
    private double eta;
    private long outer = 1;
    private double narrowed = 1;
    private int inner;
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
        boolean plain = PenaltyTerm.isPlain(problem.penalty());
        double @Nullable [] metric = automatic && (l2 == 0 || !plain) ? metric(problem, rows) : null;
        subproblem = new ProximalSubproblem(problem, n, metric);
        // with l2 the subproblem is the problem itself but for one part in 1e6
        double first = metric == null ? 1e6 / l2 : subproblem.isSmooth() ? 1e3 : 10;
        firstStep = automatic ? first : step;
        largest = Math.max(firstStep, LARGEST_STEP);
        eta = firstStep;
        subproblem.choose(rows, n, problem.shares(), 1, columns, d);
        certifier = new Certifier(problem);
        duals = new double[n];
        centre = start.weights().clone();
        if (problem.penalty().value(centre) == Double.POSITIVE_INFINITY) {
            // outside a box there is no objective to lower
            problem.penalty().prox(centre, 1e-9, centre);
        }
        centreIntercept = problem.intercept() ? start.intercept() : 0;
        certifiedIntercept = centreIntercept;
        subproblem.around(centre, centreIntercept, eta);
        subproblem.startAt(centre, centreIntercept);
        subproblem.widths(0.1 * typicalLoss(), metric != null ? 1 : 0.1 * Math.min(eta, 1 / l2));
    }

    /** The size of margins' distances from where the losses are lowest: losses with kinks grow like the distance. */
    private double typicalLoss() {
        double sum = 0;
        for (int i = 0; i < problem.n(); i++) {
            double y = problem.targets()[i];
            double high = problem.loss().dualHigh(y);
            double low = problem.loss().dualLow(y);
            double steepest = Math.min(Math.max(high, -low), 1);
            sum += problem.shares()[i]
                    * Math.min(problem.loss().value(problem.offsets()[i], y), 1 + Math.abs(y))
                    / steepest;
        }
        return Math.max(sum, 1e-3);
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

    /**
     * Takes the minimiser on a sample of the rows for the start if its objective is lower. Only where nothing but zero is known
     * to start from, a minimiser exists on any sample (l2 is positive) and every margin is in the domain of the loss.
     */
    private void startFromSample() {
        SampledStart sampled = new SampledStart(problem);
        if (!automatic
                || !subproblem.isSmooth()
                || problem.penalty().l2() == 0
                || !sampled.pays()
                || centreIntercept != 0
                || Arrays.stream(centre).anyMatch(weight -> weight != 0)) {
            return;
        }
        double known = subproblem.objective();
        Linear found = sampled.find(schedule);
        passes += sampled.passes();
        subproblem.startAt(found.weights(), found.intercept());
        if (subproblem.objective() < known) {
            System.arraycopy(found.weights(), 0, centre, 0, centre.length);
            centreIntercept = found.intercept();
            subproblem.around(centre, centreIntercept, eta);
        } else {
            subproblem.startAt(centre, centreIntercept);
        }
    }

    @Override
    public void step() {
        if (passes == 0) {
            startFromSample();
        }
        boolean moved = subproblem.improve();
        passes++;
        inner++;
        if (subproblem.broken()) {
            health = Health.OVERFLOW;
            return;
        }
        if (moved && subproblem.decrement() > 0.1 * subproblem.movement() && inner < 40) {
            return;
        }
        stuck = moved ? 0 : stuck + 1;
        if (stuck > 8) {
            health = Health.EXHAUSTED;
            return;
        }
        advance();
    }

    private void advance() {
        System.arraycopy(subproblem.iterate(), 0, centre, 0, centre.length);
        centreIntercept = subproblem.intercept();
        // a subproblem that took few Newton steps was easy: the next may be bolder
        double boldness = inner <= 3 ? 100 : inner <= 8 ? 10 : inner <= 16 ? 3 : 1.5;
        inner = 0;
        outer++;
        eta = automatic ? Math.min(eta * boldness, largest) : firstStep * schedule.factor(outer);
        double narrower = Math.max(narrowed * Math.min(1, 2 / boldness), NARROWEST);
        subproblem.recentre(narrower / narrowed);
        narrowed = narrower;
        subproblem.around(centre, centreIntercept, eta);
    }

    /** Newton's iterate and its intercept as they are, without a certificate. */
    Linear iterate() {
        return new Linear(subproblem.iterate().clone(), subproblem.intercept());
    }

    /** Newton's decrement before the last step. */
    double decrement() {
        return subproblem.decrement();
    }

    @Override
    public Linear solution() {
        return new Linear(point().clone(), certifiedIntercept);
    }

    private double[] point() {
        return passes == 0 ? centre : subproblem.point();
    }

    @Override
    public Certificate certificate() {
        Evidence known = Evidence.of(point(), subproblem.intercept());
        double @Nullable [] margins = passes == 0 ? null : subproblem.margins();
        known = margins == null ? known : known.withMargins(margins);
        Certificate certificate;
        double @Nullable [] model = subproblem.modelDuals(duals);
        if (model != null) {
            certificate = certifier.certify(known.withDualsAlone(model));
        } else {
            // without envelopes the losses' derivatives at the point are the method's duals, and a Newton step younger
            double @Nullable [] own = passes == 0 || subproblem.isSmooth() ? null : subproblem.alpha();
            certificate = certifier.certify(known.withDuals(own));
        }
        certifiedIntercept = certifier.intercept();
        if (problem.penalty().l2() == 0 && health == Health.WELL && certifier.noMinimiser(point())) {
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
