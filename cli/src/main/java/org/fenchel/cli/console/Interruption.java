package org.fenchel.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while a model is fitted ends the fit, not the command: the JVM's shutdown waits until what was found is saved and
 * said. The process then ends with the exit code of the signal, 130.
 */
public final class Interruption implements AutoCloseable {
    /** A second Ctrl-C can't end a JVM that is shutting down, so this does. */
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    /** From now on Ctrl-C interrupts the calling thread, until this is closed. */
    public Interruption() {
        Thread worker = Thread.currentThread();
        hook = new Thread(() -> {
            worker.interrupt();
            awaitEnd();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @SuppressWarnings("ReturnValueIgnored") // whether in time or not, the process ends now
    private void awaitEnd() {
        try {
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is saved and flushed: the shutdown, if there is one, may go on. */
    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It has done its work.
        }
    }
}
