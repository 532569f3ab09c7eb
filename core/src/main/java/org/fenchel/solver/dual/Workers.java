package org.fenchel.solver.dual;

import java.util.Arrays;
import java.util.concurrent.ForkJoinTask;
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

    Workers(Ascent[] ascents) {
        this.ascents = ascents;
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

        Pass(Ascent ascent) {
            this.ascent = ascent;
        }

        @Override
        protected void compute() {
            ascent.pass(visits);
        }
    }

    /**
     * One pass of each worker over its visits, then the sum of their changes in all of them.
     */
    void pass(int[][] visits) {
        int last = ascents.length - 1;
        double intercept = ascents[0].intercept();
        System.arraycopy(ascents[0].weights().state(), 0, before, 0, before.length);
        for (int t = 0; t < last; t++) {
            passes[t].reinitialize();
            passes[t].visits = visits[t];
            passes[t].fork();
        }
        ascents[last].pass(visits[last]);
        for (int t = last - 1; t >= 0; t--) {
            join(passes[t]);
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

    private static void join(ForkJoinTask<?> task) {
        task.join();
    }
}
