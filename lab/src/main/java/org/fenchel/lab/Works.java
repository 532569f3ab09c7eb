package org.fenchel.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fenchel.run.Listener;
import org.jspecify.annotations.Nullable;

/** The measuring of the cells that are open: on all cores where times do not matter, then one by one where they do. */
final class Works<R extends Record> {
    private final Plan<R> plan;
    private final List<Outcome<R>> outcomes;
    private final @Nullable RowFolder rows;
    private final RowFolder.Origin origin;
    private final Progress.Watcher watcher;

    /** Guarded by this. */
    private final Set<String> atWork = new LinkedHashSet<>();

    /** Work that is done, in cells of cost 1 that were measured in this process. Guarded by this. */
    private double done;

    private final long began = System.nanoTime();
    private volatile boolean stopped;

    Works(
            Plan<R> plan,
            List<Outcome<R>> outcomes,
            @Nullable RowFolder rows,
            RowFolder.Origin origin,
            Progress.Watcher watcher) {
        this.plan = plan;
        this.outcomes = outcomes;
        this.rows = rows;
        this.origin = origin;
        this.watcher = watcher;
    }

    void measure() {
        List<Outcome<R>> beside = new ArrayList<>();
        List<Outcome<R>> alone = new ArrayList<>();
        for (Outcome<R> outcome : outcomes) {
            if (outcome.open()) {
                (outcome.cell().timed() ? alone : beside).add(outcome);
            }
        }
        together(beside);
        if (!alone.isEmpty()) {
            tell("warming up");
            plan.warmUp().run();
        }
        alone.forEach(this::one);
    }

    private void together(List<Outcome<R>> open) {
        int threads = Math.min(open.size(), Runtime.getRuntime().availableProcessors());
        if (threads < 2) {
            open.forEach(this::one);
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> futures = new ArrayList<>();
            open.forEach(outcome -> futures.add(workers.submit(() -> one(outcome))));
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while cells were measured");
        } finally {
            stopped = true;
            workers.shutdownNow();
        }
        stopped = false;
    }

    private void one(Outcome<R> outcome) {
        Cell<R> cell = outcome.cell();
        change(cell, true, 0);
        Instant start = Instant.now();
        long nanos = System.nanoTime();
        R row;
        try (LiveCurve live = rows == null ? LiveCurve.NONE : LiveCurve.in(rows.live(cell))) {
            Listener listener = live;
            row = cell.work().measure(listener);
        }
        double seconds = (System.nanoTime() - nanos) * 1e-9;
        // a run that was interrupted gives what it has; that is no row
        if (stopped || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped while " + cell.name() + " was measured");
        }
        outcome.measured(row, seconds);
        if (rows != null) {
            rows.write(cell, row, origin, start, seconds);
        }
        change(cell, false, cell.cost());
    }

    private synchronized void change(Cell<R> cell, boolean begins, double work) {
        if (begins) {
            atWork.add(cell.name());
        } else {
            atWork.remove(cell.name());
        }
        done += work;
        tell(String.join(", ", atWork));
    }

    private synchronized void tell(String doing) {
        int finished = 0;
        double left = 0;
        int cells = 0;
        for (Outcome<R> outcome : outcomes) {
            if (outcome.cell().refusal() == null) {
                cells++;
                finished += outcome.open() ? 0 : 1;
                left += outcome.open() ? outcome.cell().cost() : 0;
            }
        }
        double rate = (System.nanoTime() - began) * 1e-9 / done;
        watcher.at(new Progress(finished, cells, done > 0 ? rate * left : Double.NaN, doing));
    }
}
