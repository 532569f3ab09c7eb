package org.fenchel.solver.proximal;

import org.fenchel.data.Rows;
import org.fenchel.problem.FiniteSum;
import org.jspecify.annotations.Nullable;

/**
 * One exact proximal step over a batch of rows:
 *
 * <pre>min_(x,c)  sum_k w_k l(a_k'x + c + o_k, y_k) + r(x) + ||x - x0||^2 / (2 eta) + (c - c0)^2 / (2 eta)</pre>
 *
 * <p>Newton's method on a smooth version of it, with a backtracking search, which converges from anywhere. Where the loss has
 * kinks (or an open domain) it is replaced by an envelope around duals ({@link LossEnvelope}). Moving the centres to the duals
 * found ({@link #recentre}) makes it exact: the proximal method of multipliers, which is superlinear as the envelope narrows, and
 * finite where everything is piecewise linear or quadratic. Losses without kinks need none of that. The penalty's part with
 * kinks or constraints stays in Newton's model as it is where it is separable ({@link SeparableTerm}), and has an envelope of
 * its own where it ties groups of columns together ({@link GroupEnvelope}).
 *
 * <p>The duals give the step's solution, x = prox_(eta r)(x0 - eta A'(w alpha)), and its certificate: the duality gap is the
 * sum of the Fenchel-Young residuals w (l(v) + l*(alpha) - alpha v) at that x's margins v, each at least 0, none cancelling
 * another.
 *
 * <p>Sources: A. Shtoff, "Proximal Point with Mini Batches - Convex On Linear" (2020) for the step and its dual; R. T.
 * Rockafellar, "Augmented Lagrangians and applications of the proximal point algorithm in convex programming", Math. Oper. Res. 1
 * (1976) for the method of multipliers; X. Li, D. Sun, K.-C. Toh, "A highly efficient semismooth Newton augmented Lagrangian
 * method for solving Lasso problems", SIAM J. Optim. 28 (2018) for Newton's method inside it.
 */
final class ProximalSubproblem {
    private static final double SUFFICIENT = 1e-4;
    private static final double SHORTEST = 1e-16;
    /** Newton decrements, relative to the objective, below which values of the objective are rounding. */
    private static final double ROUNDING = 1e-13;

    /** Steps after which the margins may have lost a digit. */
    private static final int MOST_DRIFT = 8;

    private final Rows rows;
    private final double[] allTargets;
    private final double[] allOffsets;
    private final boolean intercept;
    private final LossEnvelope losses;
    private final PenaltyTerm penalty;
    private final NewtonSystem system;

    // the step to take
    private int[] batch = new int[0];
    private int m;
    private int[] columns = new int[0];
    private int count;
    private double c0;
    private double eta;
    private final double[] share;
    private final double[] targets;
    private final double[] offsets;

    // the state: Newton's iterate, its margins, their duals
    private final double[] x;
    private double c;
    private final double[] u;
    private double decrement;
    private double value;
    private boolean valued;
    private boolean broken;
    /** Newton steps since the margins were last computed from x. */
    private int drift;
    /** Whether the last step went all the way to the minimum of Newton's model. */
    private boolean whole;

    // the step's solution as it follows from the duals
    private final double[] solution;
    private double solutionIntercept;
    private double gap;

    // work space
    private final double[] weighted;
    private final double[] du;
    private final double[] gradient;
    private final double[] bestDuals;

    /**
     * @param capacity most rows of a batch
     * @param metric positive factors of the step sizes of each column, or null; may be evened out within groups
     */
    ProximalSubproblem(FiniteSum problem, int capacity, double @Nullable [] metric) {
        rows = problem.rows();
        allTargets = problem.targets();
        allOffsets = problem.offsets();
        intercept = problem.intercept();
        int d = problem.d();
        penalty = PenaltyTerm.of(problem.penalty(), d, metric);
        system = new NewtonSystem(rows, intercept, penalty);
        share = new double[capacity];
        targets = new double[capacity];
        offsets = new double[capacity];
        losses = new LossEnvelope(problem, targets, share);
        u = new double[capacity];
        weighted = new double[capacity];
        du = new double[capacity];
        x = new double[d];
        solution = new double[d];
        gradient = new double[d];
        bestDuals = new double[capacity];
    }

    /** Whether Newton's method alone solves a step: no envelope of the loss or the penalty. */
    boolean isSmooth() {
        return !losses.isWanted() && !penalty.hasEnvelope();
    }

    /**
     * Chooses the rows of the next step.
     *
     * @param newBatch row numbers, the first {@code size} count; kept, not copied
     * @param weights weight of each row of the problem
     * @param factor multiplies the weights
     * @param newColumns the columns these rows touch (all for dense rows), ascending; kept, not copied
     */
    void choose(int[] newBatch, int size, double[] weights, double factor, int[] newColumns, int columnCount) {
        batch = newBatch;
        m = size;
        columns = newColumns;
        count = columnCount;
        for (int k = 0; k < m; k++) {
            int i = batch[k];
            share[k] = factor * weights[i];
            targets[k] = allTargets[i];
            offsets[k] = allOffsets[i];
        }
        decrement = 1; // nothing is known yet: the first direction need not be accurate
        system.choose(batch, m, columns, count);
        penalty.choose(columns, count);
    }

    /** Sets the point to stay near and the step size; x0 is kept, not copied. Newton's iterate stays where it is. */
    void around(double[] newX0, double newC0, double newEta) {
        c0 = newC0;
        eta = newEta;
        penalty.around(newX0, newEta);
    }

    /** Puts Newton's iterate at the given point. */
    void startAt(double[] from, double fromIntercept) {
        for (int k = 0; k < count; k++) {
            x[columns[k]] = from[columns[k]];
        }
        c = fromIntercept;
        margins(x, c, u);
        drift = 0;
        losses.start(m);
        valued = false;
    }

    /** Widths of the envelopes. */
    void widths(double newMu, double newNu) {
        losses.width(newMu);
        penalty.nu = newNu;
    }

    private void margins(double[] at, double constant, double[] out) {
        rows.multiply(batch, m, at, out);
        for (int k = 0; k < m; k++) {
            out[k] += constant + offsets[k];
        }
    }

    /** The intercept's own step: bounded, since rounding in the sum of the duals counts eta times. */
    private double interceptStep() {
        return Math.min(eta, 1e7);
    }

    /**
     * Duals, gradient and Newton direction at the iterate. Cost: a pass over the batch and the linear system.
     *
     * @return whether there is a direction to go
     */
    private boolean direction() {
        losses.evaluate(m, u);
        for (int k = 0; k < m; k++) {
            weighted[k] = share[k] * losses.alpha[k];
        }
        double sum = sumGradient();
        penalty.evaluate(x);
        penalty.addGradient(x, gradient);
        double slope = sum + (c - c0) / interceptStep();
        for (int k = 0; k < m; k++) {
            weighted[k] = share[k] * losses.second[k];
        }
        if (!system.solve(weighted, x, gradient, slope, 1 / interceptStep(), forcing())) {
            broken = true;
            return false;
        }
        decrement = penalty.decrease(x, gradient, system.dx) - (intercept ? slope * system.dc : 0);
        broken = !Double.isFinite(decrement);
        return decrement > 0;
    }

    /** Iterative solves need be no more accurate than the iterate deserves: superlinear all the same. */
    private double forcing() {
        return Math.max(1e-10, Math.min(0.1, 0.5 * Math.sqrt(decrement)));
    }

    /** gradient = A' weighted on the batch's columns; returns the sum of weighted. */
    private double sumGradient() {
        for (int k = 0; k < count; k++) {
            gradient[columns[k]] = 0;
        }
        rows.addTransposed(batch, m, weighted, gradient);
        double sum = 0;
        for (int k = 0; k < m; k++) {
            sum += weighted[k];
        }
        return sum;
    }

    /** The smooth version's losses and envelope at t along the direction. */
    private double curvedPart(double t) {
        return penalty.value(x, t, system.dx) + losses.value(m, u, t, du);
    }

    /**
     * One Newton step with its search.
     *
     * @return whether it moved; false at a solution, to rounding
     */
    boolean improve() {
        whole = false;
        if (!direction()) {
            return false;
        }
        rows.multiply(batch, m, system.dx, du);
        for (int k = 0; k < m; k++) {
            du[k] += system.dc;
        }
        double before = valued ? value : curvedPart(0);
        valued = true;
        double t = 1;
        if (decrement > ROUNDING * (1 + Math.abs(before))) {
            // the squares' part of the change is known in closed form
            double squaresSlope = intercept ? (c - c0) * system.dc / interceptStep() : 0;
            double squaresBend = intercept ? system.dc * system.dc / interceptStep() : 0;
            for (int k = 0; k < count; k++) {
                int j = columns[k];
                squaresSlope += penalty.squaresSlope(j, x[j]) * system.dx[j];
                squaresBend += penalty.modulus(j) * system.dx[j] * system.dx[j];
            }
            while (true) {
                value = curvedPart(t);
                double change = value - before + t * squaresSlope + t * t / 2 * squaresBend;
                if (change <= -SUFFICIENT * t * decrement) {
                    break;
                }
                t = shorter(t, squaresSlope, squaresBend);
                if (t < SHORTEST) {
                    system.distrust();
                    value = before;
                    return false;
                }
            }
        } else {
            valued = false;
        }
        for (int k = 0; k < count; k++) {
            x[columns[k]] += t * system.dx[columns[k]];
        }
        penalty.keepFeasible(x);
        c += t * system.dc;
        for (int k = 0; k < m; k++) {
            u[k] += t * du[k];
        }
        drift++;
        whole = t == 1;
        return true;
    }

    /**
     * The duals of Newton's model at the end of its step, {@code alpha + l'' du}; null unless they promise a better bound than
     * the losses' derivatives there.
     *
     * <p>They balance the penalty's gradient to rounding, so that their gap is a sum of the losses' residuals alone, each of
     * the fourth order in the step. The gap of the derivatives is the square of a gradient divided by the penalty's modulus:
     * larger by about the losses' curvature over l2, and often a whole step behind.
     *
     * @param out room for them, in the order of the batch
     */
    double @Nullable [] modelDuals(double[] out) {
        if (!whole || !(penalty instanceof PlainSquares) || !isSmooth() || !(system.curvature() > penalty.l2)) {
            return null;
        }
        for (int k = 0; k < m; k++) {
            double dual = losses.alpha[k] + losses.second[k] * du[k];
            if (!losses.feasible(k, dual)) {
                return null;
            }
            out[k] = dual;
        }
        return out;
    }

    /** The objective at the iterate, the distance to x0 left out. */
    double objective() {
        value = curvedPart(0);
        valued = true;
        double squares = 0;
        for (int k = 0; k < count; k++) {
            squares += x[columns[k]] * x[columns[k]];
        }
        return value + penalty.l2 / 2 * squares;
    }

    /**
     * A step shorter than t, which was too long. Of a smooth function half of it will do; between kinks a Newton step may be
     * far too long, and the minimum along the line, found by bisection of its slope, is worth its price.
     */
    private double shorter(double t, double squaresSlope, double squaresBend) {
        if (!losses.isWanted()) {
            return t / 2;
        }
        double low = 0;
        double high = t;
        double tolerance = 0.1 * decrement;
        for (int bisection = 0; bisection < 30; bisection++) {
            double middle = (low + high) / 2;
            double slope = squaresSlope
                    + middle * squaresBend
                    + penalty.slope(x, middle, system.dx)
                    + losses.slope(m, u, middle, du);
            if (slope > 0) {
                high = middle;
            } else {
                low = middle;
            }
            if (Math.abs(slope) <= tolerance) {
                return middle;
            }
        }
        return low > 0 ? low : high;
    }

    /**
     * Moves the envelopes' centres to the duals of the iterate and multiplies their widths. Also computes the margins anew, so
     * that rounding does not gather in them; without envelopes only once in a while, for it costs a pass.
     */
    void recentre(double factor) {
        if (isSmooth() && drift < MOST_DRIFT) {
            return;
        }
        whole = false;
        margins(x, c, u);
        drift = 0;
        losses.evaluate(m, u);
        penalty.evaluate(x);
        losses.recentre(m);
        penalty.recentre();
        losses.narrow(factor);
        penalty.nu *= factor;
        valued = false;
    }

    /**
     * Solves the step to the limit of rounding, starting at x0 (which {@link #around} was given). Leaves the result in
     * {@link #solution}, {@link #solutionIntercept} and {@link #alpha()}.
     *
     * @param start x0 again
     */
    void solve(double[] start) {
        startAt(start, c0);
        double reach = 0;
        for (int k = 0; k < m; k++) {
            reach += eta * share[k] * (rows.squaredNorm(batch[k]) / (1 + eta * penalty.l2) + (intercept ? 1 : 0)) / m;
        }
        widths(Math.max(0.1 * reach, 1e-10), 0.1 * eta);
        valued = false;
        decrement = 1;
        double best = Double.POSITIVE_INFINITY;
        int fruitless = 0;
        int shrinks = 0;
        for (int outer = 0; outer < 100; outer++) {
            // Newton squares what is left: after a step with this decrement it is far below rounding
            double tolerance = isSmooth() ? 1e-14 : 1e-20;
            int inner = 0;
            while (improve() && decrement > tolerance && inner < 60) {
                inner++;
            }
            losses.evaluate(m, u);
            fromDuals();
            if (isSmooth() || broken || gap <= 1e-16) {
                return;
            }
            boolean quick = gap < 0.01 * best;
            fruitless = gap < 0.5 * best ? 0 : fruitless + 1;
            if (gap < best) {
                best = gap;
                System.arraycopy(losses.alpha, 0, bestDuals, 0, m);
            }
            if (fruitless >= 3 && best <= 1e-12 || fruitless >= 12) {
                break;
            }
            // a narrower envelope is quicker, and costs digits; duals that creep along at an even pace need it all the
            // same
            boolean narrow = !quick && (shrinks < 4 || fruitless % 3 == 2 && shrinks < 8);
            shrinks += narrow ? 1 : 0;
            recentre(narrow ? 0.1 : 1);
        }
        System.arraycopy(bestDuals, 0, losses.alpha, 0, m);
        fromDuals();
    }

    /** The step's solution and gap from the duals. Cost: two passes over the batch. */
    private void fromDuals() {
        for (int k = 0; k < m; k++) {
            weighted[k] = share[k] * losses.alpha[k];
        }
        double sum = sumGradient();
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            gradient[j] = penalty.x0[j] - eta * penalty.factor(j) * gradient[j];
        }
        penalty.prox(gradient, solution);
        solutionIntercept = intercept ? c0 - eta * sum : c0;
        margins(solution, solutionIntercept, du);
        gap = losses.gap(m, du);
    }

    /** The step's solution, by column, after {@link #solve}. */
    double[] solution() {
        return solution;
    }

    double solutionIntercept() {
        return solutionIntercept;
    }

    /** The step's duality gap after {@link #solve}. */
    double gap() {
        return gap;
    }

    /** The feasible point at the iterate, by column. Read only. */
    double[] point() {
        return penalty.point(x);
    }

    /** The margins of {@link #point}, in the order of the batch, null where they are not known. Read only. */
    double @Nullable [] margins() {
        return penalty instanceof PlainSquares && isSmooth() ? u : null;
    }

    /** Newton's iterate, by column. Read only. */
    double[] iterate() {
        return x;
    }

    double intercept() {
        return c;
    }

    /** Duals, in the order of the batch. Read only. */
    double[] alpha() {
        return losses.alpha;
    }

    /** Newton's decrement, twice an estimate of how far the smooth version is from its minimum. */
    double decrement() {
        return decrement;
    }

    /** Whether a number is no longer finite. */
    boolean broken() {
        return broken;
    }

    /** How far the iterate and the duals have moved from their centres, in the units of the objective. */
    double movement() {
        double sum = penalty.movement() + losses.movement(m) + (c - c0) * (c - c0) / (2 * interceptStep());
        for (int k = 0; k < count; k++) {
            int j = columns[k];
            double off = x[j] - penalty.x0[j];
            sum += off * off / (2 * eta * penalty.factor(j));
        }
        return sum;
    }

    /** The duals of the batch's rows, to where the caller keeps all of them. */
    void storeDuals(double[] all) {
        for (int k = 0; k < m; k++) {
            all[batch[k]] = losses.alpha[k];
        }
    }
}
