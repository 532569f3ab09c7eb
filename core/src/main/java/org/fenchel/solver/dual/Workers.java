package org.fenchel.solver.dual;

import java.util.Arrays;
import java.util.concurrent.RecursiveAction;

/**
 * Several ascents at once, each on its own rows and its own copy of the weights, whose changes are added up after the pass (CoCoA+).
 * As each exaggerates its changes by the number of workers, their sum is safe. The sum is taken in the workers' order: the bits
 * depend on the number of workers and not on which thread was faster.
 */
final class Workers {
    private final Ascent[] ascents;
    private final Pass[] passes;
    private final double[] before;
    private final int rounds;

    /**
     * @param rounds how many times a pass the changes are added up: the more often, the less the workers work against each other
     */
    Workers(Ascent[] ascents, int rounds) {
        this.ascents = ascents;
        this.rounds = rounds;
        passes = new Pass[ascents.length];
        Arrays.setAll(passes, t -> new Pass(ascents[t]));
        before = new double[ascents[0].weights().state().length];
    }

    /** Work of one thread; used again for each pass. */
    @SuppressWarnings("serial") // tasks are never sent anywhere
    private static final class Pass extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final transient Ascent ascent;
        private transient int[] visits = new int[0];
        private transient int from;
        private transient int to;

        Pass(Ascent ascent) {
            this.ascent = ascent;
        }

        @Override
        protected void compute() {
            ascent.visit(visits, from, to);
        }
    }

    /** One pass of each worker over its visits, in rounds after each of which their changes are added up. */
    void pass(int[][] visits) {
        for (Ascent ascent : ascents) {
            ascent.beginPass();
        }
        for (int round = 0; round < rounds; round++) {
            round(visits, round);
        }
    }

    private void round(int[][] visits, int round) {
        int last = ascents.length - 1;
        double intercept = ascents[0].intercept();
        System.arraycopy(ascents[0].weights().state(), 0, before, 0, before.length);
        for (int t = 0; t <= last; t++) {
            passes[t].visits = visits[t];
            passes[t].from = (int) ((long) visits[t].length * round / rounds);
            passes[t].to = (int) ((long) visits[t].length * (round + 1) / rounds);
        }
        for (int t = 0; t < last; t++) {
            passes[t].reinitialize();
            passes[t].fork();
        }
        passes[last].compute();
        for (int t = last - 1; t >= 0; t--) {
            passes[t].join();
        }
        double share = 1.0 / ascents.length;
        double[] sum = ascents[0].weights().state();
        double total = intercept;
        for (int j = 0; j < before.length; j++) {
            double change = 0;
            for (Ascent ascent : ascents) {
                change += ascent.weights().state()[j] - before[j];
            }
            sum[j] = before[j] + share * change;
        }
        for (Ascent ascent : ascents) {
            total += share * (ascent.intercept() - intercept);
        }
        for (Ascent ascent : ascents) {
            if (ascent != ascents[0]) {
                System.arraycopy(sum, 0, ascent.weights().state(), 0, sum.length);
            }
            ascent.weights().refresh();
            ascent.setIntercept(total);
        }
    }
}
