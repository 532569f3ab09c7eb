package org.fenchel.cli.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.fenchel.io.hash.Sha256;

/**
 * The SHA-256 of a data file, computed beside the fit: for small models it takes as long as that, since the JVM has to warm up
 * for both.
 */
public final class FileSum {
    private final Thread worker;
    private volatile String sum = "";
    private volatile RuntimeException failure = new IllegalStateException("not yet");

    private FileSum(Path file) {
        worker = new Thread(() -> compute(file), "sha256");
        worker.setDaemon(true);
    }

    /** Starts to compute. */
    public static FileSum start(Path file) {
        FileSum started = new FileSum(file);
        started.worker.start();
        return started;
    }

    private void compute(Path file) {
        try {
            sum = Sha256.ofFile(file);
        } catch (IOException unreadable) {
            failure = new UncheckedIOException(unreadable);
        }
    }

    /** The sum in hexadecimal, as soon as it is there; an interrupt does not end the wait, but is kept. */
    String await() {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (sum.isEmpty()) {
            throw failure;
        }
        return sum;
    }
}
