package org.fenchel.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Threads that work side by side and wait for one another thousands of times a second, which a pool of tasks is too slow for. The
 * calling thread is member 0; the others live as long as the work. Waiting is by spinning, and by yielding where that takes long.
 */
public final class Crew {
    /** Looks at the others' progress before the processor is left to someone else: some microseconds. */
    private static final int SPINS = 2000;

    private final int members;
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile int phase;

    private Crew(int members) {
        this.members = members;
    }

    /** What each member does. */
    @FunctionalInterface
    public interface Work {
        /**
         * The work of one member.
         *
         * @param member its number, from 0
         * @param crew to wait for the others with; all members have to wait as often
         */
        void run(int member, Crew crew);
    }

    /**
     * Does the work of all members at once and returns when all have done theirs.
     *
     * @throws IllegalStateException if one of the threads besides the caller's failed, with the reason as its cause
     */
    public static void run(int members, Work work) {
        Crew crew = new Crew(members);
        List<Thread> others = new ArrayList<>();
        for (int m = 1; m < members; m++) {
            int member = m;
            Thread thread = new Thread(() -> crew.work(member, work), "fenchel-crew-" + m);
            thread.setDaemon(true);
            others.add(thread);
            thread.start();
        }
        crew.work(0, work);
        boolean interrupted = false;
        for (Thread thread : others) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable reason = crew.failure.get();
        if (reason != null) {
            throw new IllegalStateException("a thread failed", reason);
        }
    }

    private void work(int member, Work work) {
        try {
            work.run(member, this);
        } catch (Abandoned e) {
            // another member's failure is told by the caller's thread
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Waits until every member waits here. What they wrote before, all can read after. */
    public void await() {
        int now = phase;
        if (arrived.incrementAndGet() == members) {
            arrived.set(0);
            phase = now + 1;
            return;
        }
        for (int k = 0; phase == now; k++) {
            if (failure.get() != null) {
                throw new Abandoned();
            }
            if (k < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    /** Another member failed and will not come. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
