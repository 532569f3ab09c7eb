package org.fenchel.solver.pointprocess;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.fenchel.kernel.Vectors;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.pointprocess.NodeRows;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.fenchel.solver.planner.Auto;

/**
 * One node: the source nodes selected for it, its coefficients on them, and how far those are from the optimum over all.
 *
 * <p>The bound: -log z is at least 1 + log a - a z for every a above 0, so that with a_k = s / z_k at the present margins
 *
 * <pre>min P &gt;= (n + n log s - sum log z_k) / N - r*( (s sum x_k / z_k - psi) / N ) - T / N,</pre>
 *
 * for every s above 0; outside the domain of r* on a ball. The best s is looked for.
 */
final class SelectedNode {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int SCALES = 50;

    /** Far from the optimum only small duals are in the domain of a sharp r*. */
    private static final double LEAST_LOGARITHM = -20;

    private static final int MOST_STEPS = 400;
    private static final int FEWEST = 5;

    private final PointProcessFit fit;
    private final int node;
    private final int d;
    private final Penalty penalty;
    private final Solver<FiniteSum, Linear> method = new Auto();
    private final double[] slope;
    private int[] sources;
    private double[] theta;
    private double[] rows = new double[0];
    private double[] inverses = new double[0];
    private double logs;
    private double primal;
    private double gap = Double.POSITIVE_INFINITY;
    private double radius = Double.POSITIVE_INFINITY;
    private boolean unbounded;

    SelectedNode(PointProcessFit fit, int node) {
        this.fit = fit;
        this.node = node;
        d = fit.d();
        penalty = fit.penalty().ofNode(fit.basis(), 1);
        slope = new double[d];
        sources = new int[] {node};
        double[] baseline = new double[d];
        fit.baselineOnly(node, baseline);
        theta = new double[fit.basis().baseline().pieces() + fit.basis().decays()];
        fit.gather(baseline, sources, theta, 0);
    }

    double gap() {
        return gap;
    }

    double primal() {
        return primal;
    }

    double radius() {
        return radius;
    }

    boolean unbounded() {
        return unbounded;
    }

    /** Its coefficients on all columns. */
    double[] all() {
        double[] whole = new double[d];
        int pieces = fit.basis().baseline().pieces();
        int decays = fit.basis().decays();
        System.arraycopy(theta, 0, whole, 0, pieces);
        for (int s = 0; s < sources.length; s++) {
            System.arraycopy(theta, pieces + s * decays, whole, pieces + sources[s] * decays, decays);
        }
        return whole;
    }

    /** Its node's number. */
    int number() {
        return node;
    }

    /** Before its rows are shown. */
    void prepareRows() {
        rows = new double[(fit.events(node) + 1) * theta.length];
    }

    /** Keeps what is selected of the row of its k-th event. */
    void keep(int k, double[] row) {
        fit.gather(row, sources, rows, k * theta.length);
    }

    /** Fits on the columns selected, to a gap of this. */
    void solve(double target, long seed) {
        NodewiseFit.Linear counts = fit.linear(new NodeRows(fit.events(node), theta.length, rows), sources);
        Run<Linear> run = method.start(counts.problem(), seed, new Linear(theta.clone(), 0));
        double best = counts.problem().objective(new Linear(theta.clone(), 0));
        long probe = 1;
        for (int step = 1; step <= MOST_STEPS && run.health() == Run.Health.WELL; step++) {
            run.step();
            if (step >= probe || run.health() != Run.Health.WELL) {
                probe = step + 1 + step / 4;
                double bound = run.certificate().bound() / counts.factor();
                double reached = run.certificate().primal();
                if (reached < best || !Double.isFinite(best)) {
                    best = reached;
                    theta = run.solution().weights().clone();
                }
                if (bound <= target) {
                    break;
                }
            }
        }
        unbounded = run.health() == Run.Health.NO_MINIMISER;
        if (!fit.penalty().grouped()) {
            theta = SignedNewton.polish(fit, sources, fit.events(node), rows, theta);
        }
    }

    /** The margins of the rows kept, and the slope on the baseline's columns; lets the rows go. */
    void weigh() {
        Arrays.fill(slope, 0);
        logs = 0;
        inverses = new double[fit.events(node)];
        int pieces = fit.basis().baseline().pieces();
        for (int k = 0; k < inverses.length; k++) {
            double z = Vectors.dot(theta.length, rows, k * theta.length, theta, 0);
            logs += z > 0 ? Math.log(z) : Double.NEGATIVE_INFINITY;
            inverses[k] = 1 / z;
            Vectors.axpy(pieces, inverses[k], rows, k * theta.length, slope, 0);
        }
        rows = new double[0];
    }

    /**
     * Adds x / z for the row x of its k-th event on some columns; others may be added to at the same time.
     *
     * @param from the first of these columns
     */
    void addSlope(int k, double[] row, int from) {
        Vectors.axpy(row.length, inverses[k], row, 0, slope, from);
    }

    /** Objective and bound; then takes up the source nodes that are missed most. */
    void judge() {
        double[] whole = all();
        double[] psi = fit.integrals();
        double linear = 0;
        double square = 0;
        for (int c = 0; c < d; c++) {
            linear += psi[c] * whole[c];
            square += whole[c] * whole[c];
        }
        primal = (linear - fit.duration() - logs) / fit.events() + penalty.value(whole);
        if (!Double.isFinite(primal)) {
            gap = Double.POSITIVE_INFINITY;
            return;
        }
        double ball = Math.max(1, 2 * Math.sqrt(square));
        double[] v = new double[d];
        double[] nearest = new double[d];
        double low = LEAST_LOGARITHM;
        double high = 1;
        double dual = bound(0, ball, v, nearest);
        for (int k = 0; k < SCALES; k++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            double atLeft = bound(left, ball, v, nearest);
            double atRight = bound(right, ball, v, nearest);
            dual = Math.max(dual, Math.max(atLeft, atRight));
            if (atLeft >= atRight) {
                high = right;
            } else {
                low = left;
            }
        }
        gap = Math.max(0, primal - dual);
        radius = penalty.l2() > 0 ? Double.POSITIVE_INFINITY : ball;
        grow(v, nearest);
    }

    /** The lower bound for s = exp(logarithm). */
    private double bound(double logarithm, double ball, double[] v, double[] nearest) {
        double s = Math.exp(logarithm);
        for (int c = 0; c < d; c++) {
            v[c] = (s * slope[c] - fit.integrals()[c]) / fit.events();
        }
        penalty.nearestInDomain(v, nearest);
        double distance = 0;
        for (int c = 0; c < d; c++) {
            distance += (v[c] - nearest[c]) * (v[c] - nearest[c]);
        }
        int n = fit.events(node);
        return (n * (1 + logarithm) - logs - fit.duration()) / fit.events()
                - penalty.conjugate(nearest)
                - ball * Math.sqrt(distance);
    }

    private void grow(double[] v, double[] moved) {
        for (int c = 0; c < d; c++) {
            v[c] = (slope[c] - fit.integrals()[c]) / fit.events();
        }
        penalty.prox(v, 1, moved);
        int pieces = fit.basis().baseline().pieces();
        int decays = fit.basis().decays();
        double[] missed = new double[fit.nodes()];
        for (int j = 0; j < missed.length; j++) {
            for (int u = 0; u < decays; u++) {
                missed[j] = Math.max(missed[j], Math.abs(moved[pieces + j * decays + u]));
            }
        }
        for (int j : sources) {
            missed[j] = 0;
        }
        int[] added = IntStream.range(0, missed.length)
                .filter(j -> missed[j] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> -missed[j]).thenComparing(j -> j))
                .limit(Math.max(FEWEST, sources.length))
                .mapToInt(j -> j)
                .toArray();
        double[] whole = all();
        sources = IntStream.concat(Arrays.stream(sources), Arrays.stream(added))
                .sorted()
                .toArray();
        theta = new double[pieces + sources.length * decays];
        fit.gather(whole, sources, theta, 0);
    }
}
