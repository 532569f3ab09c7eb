package org.fenchel.solver.dual;

import java.util.Arrays;
import java.util.concurrent.RecursiveAction;

/**
 * Several ascents at once, each on its own rows and its own copy of the weights, whose changes are added up a few times a pass.
 *
 * <p>Each worker k climbs as if it were alone and gains G_k. The sum of their changes, times a factor gamma, gains at least
 *
 * <pre>gamma sum_k (G_k + B_k) - gamma^2 ||sum_k dv_k||^2 / (2 modulus),   B_k = r*(v + dv_k) - r*(v) - w'dv_k,</pre>
 *
 * since the losses' part of the dual is concave and r* is smooth; coordinates whose weight does not move add nothing to the square.
 * All of it is known to whoever adds up, so the best gamma is: 1 where workers hardly touch the same columns, and never less
 * than the mean of the changes, which is safe whatever they are. (CoCoA+ has each worker exaggerate its changes by the number of
 * workers, always, to the same end.)
 *
 * <p>Sums are taken in the workers' order: the bits depend on the number of workers and not on which thread was faster.
 */
final class Workers {
    private final Ascent[] ascents;
    private final Round[] rounds;
    private final DualRows dualRows;
    private final double modulus;
    private final double eta;
    private final int roundsAPass;
    private final double[] before;
    private double interceptBefore;
    private final double[] sum;
    private final double[] weightsBefore;
    private final double[] weights;

    /**
     * @param modulus strong convexity of the penalty
     * @param eta step size of the intercept, 0 where there is none
     * @param roundsAPass how many times a pass the changes are added up
     */
    Workers(Ascent[] ascents, DualRows dualRows, double modulus, double eta, int roundsAPass) {
        this.ascents = ascents;
        this.dualRows = dualRows;
        this.modulus = modulus;
        this.eta = eta;
        this.roundsAPass = roundsAPass;
        int d = ascents[0].weights().state().length;
        before = new double[d];
        sum = new double[d];
        weightsBefore = new double[d];
        weights = new double[d];
        rounds = new Round[ascents.length];
        Arrays.setAll(rounds, t -> new Round(ascents[t]));
    }

    /** Work of one thread between two additions; used again for each. */
    @SuppressWarnings("serial") // tasks are never sent anywhere
    private final class Round extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final transient Ascent ascent;
        private final transient double[] ownWeights;
        private transient int[] visits = new int[0];
        private transient double[] duals = new double[0];
        private transient int from;
        private transient int to;
        private transient double moved;

        Round(Ascent ascent) {
            this.ascent = ascent;
            ownWeights = new double[before.length];
        }

        void choose(int[] newVisits, int newFrom, int newTo) {
            visits = newVisits;
            from = newFrom;
            to = newTo;
            if (duals.length < to - from) {
                duals = new double[to - from];
            }
        }

        @Override
        protected void compute() {
            for (int k = from; k < to; k++) {
                duals[k - from] = dualRows.dual(visits[k]);
            }
            DualWeights own = ascent.weights();
            if (ascent != ascents[0]) {
                System.arraycopy(before, 0, own.state(), 0, before.length);
                own.refresh();
                ascent.setIntercept(interceptBefore);
            }
            ascent.begin();
            ascent.visit(visits, from, to);
            own.read(ownWeights);
            moved = 0;
            for (int j = 0; j < ownWeights.length; j++) {
                moved += (ownWeights[j] - weightsBefore[j]) * (ownWeights[j] - weightsBefore[j]);
            }
        }

        /** Takes back all but a part of the changes. Rows may have been visited more than once, so all are read before any is written. */
        void shorten(double factor) {
            for (int k = from; k < to; k++) {
                double old = duals[k - from];
                duals[k - from] = old + factor * (dualRows.dual(visits[k]) - old);
            }
            for (int k = from; k < to; k++) {
                dualRows.setDual(visits[k], duals[k - from]);
            }
        }
    }

    /**
     * One pass of each worker over its visits; no further round when the thread is interrupted.
     *
     * @return by how much the dual has grown at least
     */
    double pass(int[][] visits) {
        double gain = 0;
        for (int round = 0; round < roundsAPass; round++) {
            for (int t = 0; t < rounds.length; t++) {
                int length = visits[t].length;
                rounds[t].choose(visits[t], (int) ((long) length * round / roundsAPass), (int)
                        ((long) length * (round + 1) / roundsAPass));
            }
            gain += round();
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return gain;
    }

    private double round() {
        DualWeights shared = ascents[0].weights();
        interceptBefore = ascents[0].intercept();
        System.arraycopy(shared.state(), 0, before, 0, before.length);
        shared.read(weightsBefore);
        int last = rounds.length - 1;
        for (int t = last; t > 0; t--) {
            rounds[t].reinitialize();
            rounds[t].fork();
        }
        rounds[0].compute();
        for (int t = 1; t <= last; t++) {
            rounds[t].join();
        }
        return add();
    }

    /** Adds up the changes since {@link #before} in the first worker's weights, from which the others take them. */
    private double add() {
        double alone = 0;
        double pull = 0;
        double shift = 0;
        Arrays.fill(sum, 0);
        for (Round round : rounds) {
            double[] state = round.ascent.weights().state();
            for (int j = 0; j < sum.length; j++) {
                sum[j] += state[j] - before[j];
            }
            double own = round.ascent.intercept() - interceptBefore;
            shift += own;
            alone += round.ascent.gain();
            pull += round.ascent.gain() + modulus / 2 * round.moved + (eta > 0 ? own * own / (2 * eta) : 0);
        }
        share(1, shift);
        double bend = bend() + (eta > 0 ? shift * shift / (2 * eta) : 0);
        double least = 1.0 / ascents.length;
        double factor = pull < 2 * bend ? Math.max(least, pull / (2 * bend)) : 1;
        if (factor < 1) {
            share(factor, shift);
            for (Round round : rounds) {
                round.shorten(factor);
            }
        }
        return Math.max(factor * (pull - factor * bend), least * alone);
    }

    /** The whole sum's ||dv||^2 / (2 modulus), over the weights that it moves. */
    private double bend() {
        DualWeights shared = ascents[0].weights();
        shared.read(weights);
        double square = 0;
        for (int j = 0; j < sum.length; j++) {
            square += weights[j] != weightsBefore[j] ? sum[j] * sum[j] : 0;
        }
        return shared.unit() * shared.unit() / (2 * modulus) * square;
    }

    private void share(double factor, double shift) {
        double[] state = ascents[0].weights().state();
        for (int j = 0; j < state.length; j++) {
            state[j] = before[j] + factor * sum[j];
        }
        ascents[0].weights().refresh();
        ascents[0].setIntercept(interceptBefore + factor * shift);
    }
}
