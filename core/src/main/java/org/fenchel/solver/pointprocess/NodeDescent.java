package org.fenchel.solver.pointprocess;

import java.util.Arrays;
import org.fenchel.kernel.Shards;
import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.pointprocess.NodeRows;
import org.fenchel.problem.pointprocess.PointProcessFit;

/**
 * Newton's method for one node, on all of its rows or on every so many, cut into phases so that the rows of all nodes can be summed
 * together: {@link #aim} picks a point to try, {@link #sum} goes through a part of the rows there, {@link #settle} moves to it or
 * picks one between.
 *
 * <pre>F(theta) = (1/N) (psi'theta - T - (n/m) sum_k log x_k'theta) + l2/2 ||theta||^2,   m of the n rows</pre>
 *
 * Margins of the points tried are kept, so that the rows between two points are known without another walk. The curvature is summed
 * only where it is worth it: once close, the old one serves as long as its steps gain two digits of the decrement.
 *
 * <p>Bounds of F - min F: ||grad F||^2 / (2 l2), which is the duality gap at the duals 1 / z_k; and, as N F is self-concordant,
 * (-delta - log(1 - delta)) / N for delta^2 = N grad'H^-1 grad below 1 (Nesterov and Nemirovskii 1994).
 */
final class NodeDescent {
    /** Squared decrement an event below which the curvature of the point before is tried first. */
    private static final double CLOSE = 0.02;

    /** What a step with an old curvature must leave of the squared decrement at most, or a new one is made. */
    private static final double CONTRACTION = 0.02;

    private final PointProcessFit fit;
    private final int node;
    private final int n;
    private final NodeRows rows;
    private final int stride;
    private final boolean streamed;
    private final int d;
    private final double scale;
    private final double l2;
    private final RowSums[] parts;
    private final double[] gradient;
    private final double[] hessian;
    private final double[] factor;
    private final double[] direction;
    private double[] theta;
    private double[] trial;
    private double[] margins;
    private double[] trialMargins;
    private double value = Double.POSITIVE_INFINITY;
    private double decrement = Double.POSITIVE_INFINITY;
    private double raised = Double.NaN;
    private boolean withCurvature = true;
    private boolean curvatureHere;
    private boolean begun;
    private boolean retried;
    private boolean ended;
    private boolean unbounded;

    /**
     * @param stride every how many events count; a multiple of those whose features are kept, or 1
     * @param start the point to begin at
     */
    NodeDescent(PointProcessFit fit, int node, int stride, double[] start) {
        this.fit = fit;
        this.node = node;
        streamed = stride == 1 && fit.every() > 1;
        this.stride = streamed ? 1 : stride / fit.every();
        n = fit.events(node);
        rows = fit.rows(node);
        d = fit.d();
        int m = (n + stride - 1) / stride;
        scale = m == 0 ? 0 : (double) n / m / fit.events();
        l2 = fit.penalty().l2();
        parts = new RowSums[streamed ? fit.stream().segments() : Shards.count(0.5 * m * d * d)];
        Arrays.setAll(parts, part -> new RowSums(d));
        gradient = new double[d];
        hessian = new double[d * d];
        factor = new double[d * d];
        direction = new double[d];
        theta = start.clone();
        trial = start.clone();
        margins = new double[m];
        trialMargins = new double[m];
    }

    /** In how many parts {@link #sum} is done; they may be done at once. */
    int parts() {
        return parts.length;
    }

    /** Its node's number. */
    int node() {
        return node;
    }

    /** The point reached. Read only. */
    double[] theta() {
        return theta;
    }

    /** F there. */
    double value() {
        return value;
    }

    /** grad'H^-1 grad there times N / n, H of there or of a point before; the unit that does not depend on n. */
    double nearness() {
        return decrement * fit.events() / Math.max(1, n);
    }

    /** Whether rounding keeps it from getting any closer. */
    boolean ended() {
        return ended;
    }

    /** Whether it was seen that there is no minimiser: the linear part of a point of the domain is not positive, without l2. */
    boolean unbounded() {
        return unbounded;
    }

    /** A bound of F - min F at the point reached. */
    double gap() {
        double bound = Double.POSITIVE_INFINITY;
        if (l2 > 0) {
            bound = Vectors.dot(d, gradient, 0, gradient, 0) / (2 * l2);
        }
        double delta = Math.sqrt(fit.events() * decrement);
        if (curvatureHere && raised < 1e-12 && delta < 0.99) {
            double excess = delta < 1e-4 ? delta * delta / 2 * (1 + delta) : -delta - Math.log1p(-delta);
            bound = Math.min(bound, excess / fit.events());
        }
        return bound;
    }

    /** Picks the point to try: Newton's, after the start. */
    void aim() {
        if (!begun) {
            return;
        }
        for (int c = 0; c < d; c++) {
            direction[c] = gradient[c] == 0 ? 0 : -gradient[c];
        }
        Symmetric.solve(d, factor, direction);
        for (int c = 0; c < d; c++) {
            trial[c] = theta[c] + direction[c];
        }
    }

    /** Sums over a part of the rows at the point to try. */
    void sum(int part) {
        int m = margins.length;
        int first = Shards.start(part, parts.length, m);
        int to = Math.min(Shards.start(part + 1, parts.length, m) * stride, rows.n());
        parts[part].clear();
        parts[part].add(rows.values(), first * stride, to, stride, trial, trialMargins, first, withCurvature);
    }

    /** Whether its rows are not kept: then {@link #sum} is not for it, but {@link #begin} and {@link #add}. */
    boolean streamed() {
        return streamed;
    }

    /** Forgets the sums of a part. */
    void begin(int part) {
        parts[part].clear();
    }

    /**
     * Adds rows to a part at the point to try.
     *
     * @param values one row after the other
     * @param first number of the first among the node's events
     */
    void add(int part, double[] values, int count, int first) {
        parts[part].add(values, 0, count, 1, trial, trialMargins, first, withCurvature);
    }

    /**
     * Moves to the point tried where that is lower, and otherwise picks one between, whose sums are needed.
     *
     * @return whether it moved, or gave up
     */
    boolean settle() {
        boolean inside = true;
        double logs = 0;
        for (RowSums part : parts) {
            inside &= part.inside();
            logs += part.logs();
        }
        double tried = inside ? valueAt(trial, logs) : Double.POSITIVE_INFINITY;
        boolean lower =
                begun ? tried <= value - 1e-4 * decrement || tried - value <= 1e-14 * (1 + Math.abs(value)) : inside;
        if (!lower && !retried) {
            retried = true;
            return !pickBetween();
        }
        retried = false;
        if (!lower && !(begun && tried < value)) {
            ended = true;
            return true;
        }
        move(tried);
        return true;
    }

    /** Whether there is a point between the last and the one tried, or safer than the start, to be tried instead. */
    private boolean pickBetween() {
        withCurvature = true;
        if (!begun) {
            towardsBaseline();
            return true;
        }
        double linear = Vectors.dot(d, fit.integrals(), 0, direction, 0) / fit.events()
                + l2 * Vectors.dot(d, theta, 0, direction, 0);
        double quadratic = l2 * Vectors.dot(d, direction, 0, direction, 0);
        double t = MarginSearch.length(margins, trialMargins, scale, linear, quadratic, 0.1 * decrement);
        for (int c = 0; c < d; c++) {
            trial[c] = theta[c] + t * direction[c];
        }
        ended = t == 0;
        return !ended;
    }

    private double valueAt(double[] point, double logs) {
        double linear = Vectors.dot(d, fit.integrals(), 0, point, 0);
        double square = Vectors.dot(d, point, 0, point, 0);
        return (linear - fit.duration()) / fit.events() - scale * logs + l2 / 2 * square;
    }

    private void move(double tried) {
        double before = decrement;
        double[] swap = theta;
        theta = trial;
        trial = swap;
        swap = margins;
        margins = trialMargins;
        trialMargins = swap;
        value = tried;
        begun = true;
        for (int c = 0; c < d; c++) {
            double slope = 0;
            for (RowSums part : parts) {
                slope += part.slope()[c];
            }
            gradient[c] = fit.integrals()[c] / fit.events() - scale * slope + l2 * theta[c];
        }
        curvatureHere = withCurvature;
        if (withCurvature) {
            factorise();
        }
        System.arraycopy(gradient, 0, direction, 0, d);
        Symmetric.solve(d, factor, direction);
        decrement = Vectors.dot(d, gradient, 0, direction, 0);
        ended = !(decrement > 1e-30) || Double.isNaN(raised);
        unbounded = l2 == 0 && n > 0 && !(Vectors.dot(d, fit.integrals(), 0, theta, 0) > 0);
        unbounded |= l2 == 0 && curvatureHere && n > 0 && bend(direction) < 0.5 * decrement;
        boolean contracts = curvatureHere ? nearness() < CLOSE : decrement < CONTRACTION * before;
        withCurvature = !contracts || l2 == 0;
    }

    /**
     * d'H d. For Newton's direction it is the decrement, unless the raised diagonal makes up for curvature that is not there: then F falls
     * for ever along it.
     */
    private double bend(double[] along) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            double row = 0.5 * hessian[i * d + i] * along[i];
            for (int j = 0; j < i; j++) {
                row += hessian[i * d + j] * along[j];
            }
            sum += 2 * row * along[i];
        }
        return sum;
    }

    private void factorise() {
        Arrays.fill(hessian, 0);
        for (RowSums part : parts) {
            part.addGramTo(hessian);
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                hessian[i * d + j] *= scale;
            }
            hessian[i * d + i] += l2;
        }
        raised = Symmetric.raisedCholesky(d, hessian, factor);
    }

    /** From a start outside the domain: as far from the baseline alone as every margin keeps a tenth of the least that it has there. */
    private void towardsBaseline() {
        double[] safe = new double[d];
        fit.baselineOnly(node, safe);
        double z0 = Double.POSITIVE_INFINITY;
        for (int p = 0; p < fit.basis().baseline().pieces(); p++) {
            z0 = Math.min(z0, safe[p]);
        }
        double t = MarginSearch.safe(z0, trialMargins);
        for (int c = 0; c < d; c++) {
            trial[c] = safe[c] + (t > 0 ? t * (trial[c] - safe[c]) : 0);
        }
    }
}
