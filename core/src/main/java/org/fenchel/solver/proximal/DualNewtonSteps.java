package org.fenchel.solver.proximal;

import java.util.Arrays;
import org.fenchel.penalty.Separable;
import org.fenchel.solver.Run.Health;
import org.fenchel.solver.smooth.Iteration;
import org.fenchel.solver.smooth.SmoothPart;

/**
 * Proximal point steps on all rows for smooth losses of any number of margins,
 *
 * <pre>x+ = argmin_x f(A x) + r(x) + ||x - x_t||^2 / (2 eta),</pre>
 *
 * by semismooth Newton steps on the dual (the dual augmented Lagrangian method). The duals are kept as the gradient u = f'(z) at
 * margins z of their own, which keeps them inside the conjugate's domain. They give a point x(u) = prox_(eta r)(x_t - eta A'u), and are
 * right when z = A x(u). With H = f''(z) and J the prox's derivative, a diagonal, Newton's step is
 *
 * <pre>dz = (I + eta A J A'H)^-1 rho = rho - eta A D (I + eta D A'H A D)^-1 D A'H rho,   rho = A x(u) - z,   D^2 = J,</pre>
 *
 * by conjugate gradients on the coordinates that the penalty leaves free, and it goes down the dual objective. The step ends when the
 * duality gap of the small problem, the losses' height at A x(u) above their tangent at z, is small against the way gone.
 *
 * <p>Automatic steps have a size for each coordinate, eta over the curvature along it; then J contains these.
 *
 * <p>Cost: a pass a Newton step and trial length, and one for each inner iteration. Sources: R. Tomioka, T. Suzuki, M. Sugiyama,
 * "Super-linear convergence of dual augmented Lagrangian algorithm for sparsity regularized estimation", JMLR 12 (2011); X. Li, D. Sun,
 * K.-C. Toh, SIAM J. Optim. 28 (2018).
 */
final class DualNewtonSteps implements Iteration {
    private static final int MOST_NEWTON = 60;
    private static final int MOST_CONJUGATE = 500;
    private static final int MOST_TRIALS = 40;

    /** Gap of a step against the way gone, and against the objective where that is all rounding leaves. */
    private static final double ENOUGH = 0.1;

    /** Part of its first gap that ends a step, too: of a long one, whose way says little. */
    private static final double REDUCED = 1e-4;

    private static final double ROUNDING = 1e-15;

    /** Of the mismatch, squared, that a Newton step may leave. */
    private static final double ACCURACY = 1e-2;

    /** First automatic step size, its growth from step to step, and its largest. */
    private static final double FIRST = 1e2;

    private static final double GROWTH = 10;
    private static final double LARGEST = 1e6;

    private final SmoothPart smooth;
    private final Separable penalty;
    private final boolean automatic;
    private final double firstStep;
    private final StepSchedule schedule;
    private final double[] metric;
    private final double[] centre;
    private final double[] gradient;
    private final double[] weights;
    private final double[] slope;
    private final double[] roots;
    private final double[] diagonal;
    private final double[] residual;
    private final double[] search;
    private final double[] product;
    private final double[] solved;
    private final double[] curvatures;
    private final double[] off;
    private final double[] work;
    private final double[] direction;
    private double[] point;
    private double[] z;
    private double[] next;
    private double eta;
    private double value;
    private double dual;
    private double distance;
    private long steps;
    private Health health = Health.WELL;

    /**
     * @param start taken over, not copied
     * @param step size of steps, or 0 to let them grow, in units of the curvature along each coordinate
     */
    DualNewtonSteps(SmoothPart smooth, Separable penalty, double[] start, double step, StepSchedule schedule) {
        this.smooth = smooth;
        this.penalty = penalty;
        this.schedule = schedule;
        automatic = step == 0;
        firstStep = automatic ? FIRST : step;
        int p = smooth.size();
        int n = smooth.n();
        point = start;
        centre = new double[p];
        gradient = new double[p];
        weights = new double[smooth.weights()];
        roots = new double[p];
        diagonal = new double[p];
        residual = new double[p];
        search = new double[p];
        product = new double[p];
        solved = new double[p];
        z = new double[n];
        next = new double[n];
        slope = new double[n];
        curvatures = new double[n];
        off = new double[n];
        work = new double[n];
        direction = new double[n];
        metric = new double[p];
        measure();
        smooth.margins(point, z);
        if (!Double.isFinite(smooth.value(z))) {
            health = Health.OVERFLOW;
        }
    }

    /**
     * Automatic steps are measured in curvatures: each coordinate's distances by the second derivative where all margins are 0. That
     * makes the method indifferent to the columns' units.
     */
    private void measure() {
        Arrays.fill(metric, 1);
        if (automatic) {
            smooth.curvatures(z, curvatures);
            smooth.diagonal(curvatures, metric);
            for (int j = 0; j < metric.length; j++) {
                metric[j] = metric[j] > 1e-200 ? 1 / metric[j] : 1;
            }
        }
    }

    @Override
    public double step() {
        if (health != Health.WELL) {
            return 1;
        }
        steps++;
        eta = automatic
                ? Math.min(firstStep * Math.pow(GROWTH, steps - 1), LARGEST)
                : firstStep * schedule.factor(steps);
        System.arraycopy(point, 0, centre, 0, centre.length);
        double passes = 0.5;
        evaluate(z);
        double firstGap = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_NEWTON; iteration++) {
            smooth.margins(point, off);
            double gap = smooth.aboveTangent(z, value, slope, off, work);
            passes += 0.5;
            if (!Double.isFinite(gap + distance)) {
                health = Health.OVERFLOW;
                System.arraycopy(centre, 0, point, 0, centre.length);
                return passes;
            }
            firstGap = iteration == 0 ? gap : firstGap;
            boolean small = gap <= ENOUGH * distance || gap <= REDUCED * firstGap;
            if (iteration > 0 && small && gap <= 1e-3 * (1 + Math.abs(value))
                    || iteration > 0 && gap <= ROUNDING * (1 + Math.abs(value))) {
                break;
            }
            for (int i = 0; i < z.length; i++) {
                off[i] -= z[i];
            }
            passes += newton();
            int trials = advance();
            passes += 0.5 * Math.abs(trials);
            if (trials < 0 || Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        if (distance == 0) {
            health = Health.EXHAUSTED;
        }
        return passes;
    }

    /** The slopes at margins, the point that belongs to them, and the dual objective, which is to be made small. Cost: half a pass. */
    private void evaluate(double[] margins) {
        value = smooth.value(margins);
        smooth.slopes(margins, slope);
        smooth.transposed(slope, gradient);
        int d = weights.length;
        double linear = 0;
        for (int j = 0; j < d; j++) {
            double length = eta * metric[j];
            double v = centre[j] - length * gradient[j];
            weights[j] = penalty.prox(v, length);
            roots[j] = penalty.active(v, length) ? Math.sqrt(metric[j] / (1 + length * penalty.l2())) : 0;
        }
        System.arraycopy(weights, 0, point, 0, d);
        for (int c = d; c < point.length; c++) {
            point[c] = centre[c] - eta * metric[c] * gradient[c];
            roots[c] = Math.sqrt(metric[c]);
        }
        distance = 0;
        for (int j = 0; j < point.length; j++) {
            double way = point[j] - centre[j];
            distance += way * way / metric[j];
            linear += gradient[j] * point[j];
        }
        distance /= 2 * eta;
        double conjugate = -value;
        for (int i = 0; i < margins.length; i++) {
            conjugate += slope[i] * margins[i];
        }
        dual = conjugate - linear - penalty.value(weights) - distance;
    }

    /** Newton's direction from the mismatch {@link #off}; returns the cost in passes. */
    private double newton() {
        int p = roots.length;
        smooth.curvatures(z, curvatures);
        smooth.diagonal(curvatures, diagonal);
        System.arraycopy(off, 0, work, 0, off.length);
        smooth.bend(curvatures, work);
        smooth.transposed(work, residual);
        double passes = 1;
        double rho = 0;
        for (int j = 0; j < p; j++) {
            diagonal[j] = 1 + eta * roots[j] * roots[j] * diagonal[j];
            residual[j] *= roots[j];
            search[j] = residual[j] / diagonal[j];
            rho += residual[j] * search[j];
        }
        Arrays.fill(solved, 0);
        double mismatch = 0;
        for (int i = 0; i < off.length; i++) {
            mismatch += off[i] * work[i];
        }
        for (int iteration = 0; iteration < MOST_CONJUGATE && leftover() > ACCURACY * mismatch; iteration++) {
            for (int j = 0; j < p; j++) {
                product[j] = roots[j] * search[j];
            }
            smooth.along(product, direction);
            smooth.bend(curvatures, direction);
            smooth.transposed(direction, product);
            passes++;
            double bend = 0;
            for (int j = 0; j < p; j++) {
                product[j] = search[j] + eta * roots[j] * product[j];
                bend += search[j] * product[j];
            }
            double t = rho / bend;
            double newRho = 0;
            for (int j = 0; j < p; j++) {
                solved[j] += t * search[j];
                residual[j] -= t * product[j];
                newRho += residual[j] * residual[j] / diagonal[j];
            }
            double beta = newRho / rho;
            rho = newRho;
            for (int j = 0; j < p; j++) {
                search[j] = residual[j] / diagonal[j] + beta * search[j];
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        for (int j = 0; j < p; j++) {
            product[j] = eta * roots[j] * solved[j];
        }
        smooth.along(product, direction);
        for (int i = 0; i < direction.length; i++) {
            direction[i] = off[i] - direction[i];
        }
        return passes + 0.5;
    }

    /**
     * What the residual r would leave of the mismatch after a full step, eta^2 r'D A'H A D r, with the preconditioner in place of the
     * matrix. That, and not r itself, is to be small: with large eta the step is a small difference of large numbers.
     */
    private double leftover() {
        double sum = 0;
        for (int j = 0; j < residual.length; j++) {
            sum += diagonal[j] * residual[j] * residual[j];
        }
        return eta * sum;
    }

    /** Moves the duals along the direction as far as their objective falls; the number of trials, negative where it never does. */
    private int advance() {
        double fall = 0;
        for (int i = 0; i < direction.length; i++) {
            fall -= work[i] * direction[i];
        }
        double before = dual;
        double rounding = 1e-14 * (1 + Math.abs(before));
        double t = 1;
        for (int trial = 1; trial <= MOST_TRIALS; trial++, t /= 2) {
            for (int i = 0; i < z.length; i++) {
                next[i] = z[i] + t * direction[i];
            }
            evaluate(next);
            if (dual <= before + 1e-4 * t * fall + rounding) {
                double[] old = z;
                z = next;
                next = old;
                return trial;
            }
        }
        evaluate(z);
        return -MOST_TRIALS;
    }

    @Override
    public double[] point() {
        return point;
    }

    @Override
    public Health health() {
        return health;
    }
}
