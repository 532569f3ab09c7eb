package org.fenchel.select;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;
import org.fenchel.run.StopRule;
import org.fenchel.solver.Solver;

/**
 * Every fold is scored by models of all the others, under each penalty of a path. Folds are worked on side by side, as many as
 * there are threads, and share nothing: the scores are the same bits for any number of threads.
 *
 * @param folds how many
 * @param threads at most
 */
public record CrossValidation(int folds, int threads) {
    /** On all cores. */
    public CrossValidation(int folds) {
        this(folds, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Fits and scores all of it. An interrupt ends everything.
     *
     * @param trials what a fold is fitted to and scored by; called once for each, on the thread that works on it, so that no more
     *     folds are in memory than there are threads
     * @param factors of the penalty, from strong to weak
     * @param solver of all fits
     * @param rule of each fit
     * @param seed everything random follows from it
     * @throws CancellationException after an interrupt
     */
    public <P extends Problem<S>, S extends Solution> Scores run(
            IntFunction<Trial<P, S>> trials, double[] factors, Solver<P, S> solver, StopRule rule, long seed) {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, folds), work -> {
            Thread thread = new Thread(work, "fold");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<double[][]>> scored = new ArrayList<>();
            for (int f = 0; f < folds; f++) {
                int fold = f;
                scored.add(pool.submit(() -> score(trials.apply(fold), factors, solver, rule, seed)));
            }
            double[][][] values = new double[folds][][];
            for (int f = 0; f < folds; f++) {
                values[f] = scored.get(f).get();
            }
            return new Scores(values);
        } catch (InterruptedException stop) {
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <P extends Problem<S>, S extends Solution> double[][] score(
            Trial<P, S> trial, double[] factors, Solver<P, S> solver, StopRule rule, long seed) {
        double[][] scores = new double[factors.length][];
        new RegularisationPath<>(trial.problems(), factors, solver, rule, seed)
                .walk(point ->
                        scores[point.index()] = trial.scores().apply(point.fit().solution()));
        return scores;
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException mistake ? mistake : new IllegalStateException(failed);
    }
}
