package org.fenchel.io.known;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One file fetched over HTTP into a {@code .part} file, going on where an earlier try stopped. */
final class Download {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * Fetches all of a file.
     *
     * @param part what an earlier try left, or a file that is not there; afterwards the whole file
     * @return whether it went on from an earlier try
     * @throws IOException if it cannot, with words fit for the user; what has come stays in the part
     */
    boolean fetch(URI uri, Path part, String name, Progress progress) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(out)) {
            if (lock == null) {
                throw new IOException("another program is downloading it");
            }
            long before = out.size();
            HttpResponse<InputStream> answer = ask(uri, before);
            if (before > 0 && (answer.statusCode() == 416 || !startsAt(answer, before))) {
                answer.body().close();
                before = 0;
                answer = ask(uri, 0);
            }
            try (InputStream in = answer.body()) {
                if (answer.statusCode() == 200) {
                    before = 0;
                } else if (answer.statusCode() != 206) {
                    throw new IOException("the server answered " + answer.statusCode());
                }
                long length =
                        answer.headers().firstValueAsLong("Content-Length").orElse(-1);
                copy(in, out, before, length < 0 ? -1 : before + length, name, progress);
            }
            return before > 0;
        }
    }

    private static @Nullable FileLock lock(FileChannel out) throws IOException {
        try {
            return out.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    /** A part of a file must be the part that was asked for. */
    private static boolean startsAt(HttpResponse<?> answer, long offset) {
        return answer.statusCode() != 206
                || answer.headers()
                        .firstValue("Content-Range")
                        .filter(range -> range.startsWith("bytes " + offset + "-"))
                        .isPresent();
    }

    private HttpResponse<InputStream> ask(URI uri, long offset) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(PATIENCE).header("User-Agent", "fenchel");
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-");
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("it was interrupted");
        }
    }

    private static void copy(InputStream in, FileChannel out, long before, long total, String name, Progress progress)
            throws IOException {
        out.truncate(before);
        out.position(before);
        byte[] buffer = new byte[1 << 16];
        long done = before;
        progress.at(name, done, total);
        while (true) {
            // Asked before each read: the client's stream swallows an interrupt that it meets (JDK 17).
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("it was interrupted");
            }
            int read = in.read(buffer);
            if (read < 0) {
                break;
            }
            for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read); rest.hasRemaining(); ) {
                out.write(rest);
            }
            done += read;
            progress.at(name, done, total);
        }
        if (total >= 0 && done < total) {
            throw new IOException("the connection broke after " + done + " of " + total + " bytes");
        }
    }
}
