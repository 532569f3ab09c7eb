package org.fenchel.io.known;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.fenchel.data.InvalidInput;

/**
 * One file brought into the cache: found there, taken from an archive that is there, or downloaded. It takes its name only once
 * its checksum is right.
 */
record Fetch(KnownDataset set, KnownFile file, CacheFolders folders, Progress progress) {
    Path path() {
        try {
            Optional<Path> present = folders.find(set.folder(), file.name());
            if (present.isPresent()) {
                return checked(present.get());
            }
            for (Source source : file.sources()) {
                Optional<Path> archive = archive(source);
                if (archive.isPresent()) {
                    return unpacked(archive.get(), source);
                }
            }
            return downloaded();
        } catch (IOException failure) {
            throw InvalidInput.of(
                    "file " + file.name() + " of data set '" + set.name() + "' cannot be had: " + words(failure),
                    byHand());
        }
    }

    private Path checked(Path present) throws IOException {
        if (Contents.right(present, file)) {
            return present;
        }
        throw InvalidInput.of(
                "file " + present + " is not the one of data set '" + set.name() + "': its SHA-256 is "
                        + Contents.sha256(present) + ", not " + file.sha256(),
                "move it away and get it again");
    }

    private Optional<Path> archive(Source source) {
        return source.member() == null ? Optional.empty() : folders.find(set.folder(), source.fileName());
    }

    private Path downloaded() throws IOException {
        if (file.sources().isEmpty()) {
            throw InvalidInput.of(
                    "file " + file.name() + " of data set '" + set.name() + "' (" + set.status()
                            + ") cannot be downloaded by itself",
                    byHand() + (set.note().isEmpty() ? "" : " (" + set.note() + ")"));
        }
        Path folder = folders.writable(set.folder());
        List<String> failures = new ArrayList<>();
        for (Source source : file.sources()) {
            try {
                return from(source, folder);
            } catch (IOException failure) {
                if (interrupted(failure)) {
                    Thread.currentThread().interrupt();
                    throw InvalidInput.of(
                            "the download of " + file.name() + " was interrupted",
                            "start it again: it goes on where it stopped");
                }
                failures.add(source.uri() + " (" + words(failure) + ")");
            }
        }
        throw InvalidInput.of(
                "file " + file.name() + " of data set '" + set.name() + "' cannot be downloaded from "
                        + String.join(" or ", failures),
                "try again, which goes on where it stopped; or " + byHand());
    }

    private Path from(Source source, Path folder) throws IOException {
        Path part = folder.resolve(source.fileName() + ".part");
        Download download = new Download();
        boolean resumed = download.fetch(source.uri(), part, source.fileName(), progress);
        if (resumed && source.member() == null && !Contents.right(part, file)) {
            // The file may have changed between the two halves.
            Files.delete(part);
            download.fetch(source.uri(), part, source.fileName(), progress);
        }
        if (source.member() != null) {
            Path archive = folder.resolve(source.fileName());
            Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
            try {
                return unpacked(archive, source);
            } catch (IOException wrong) {
                Files.delete(archive);
                throw wrong;
            }
        }
        return settled(part, folder);
    }

    private Path settled(Path part, Path folder) throws IOException {
        boolean right;
        try {
            right = Contents.right(part, file);
        } catch (IOException broken) {
            Files.delete(part);
            throw broken;
        }
        if (!right) {
            String sum = Contents.sha256(part);
            Files.delete(part);
            throw new IOException("its SHA-256 is " + sum + ", not " + file.sha256());
        }
        boolean packed = Contents.gzipped(part) && !file.name().endsWith(".gz");
        Path place = folder.resolve(packed ? file.name() + ".gz" : file.name());
        return Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path unpacked(Path archive, Source source) throws IOException {
        Path folder = folders.writable(set.folder());
        Path part = folder.resolve(file.name() + ".part");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(source.member());
            if (entry == null) {
                throw new IOException("archive " + archive + " holds no " + source.member());
            }
            Files.copy(zip.getInputStream(entry), part, StandardCopyOption.REPLACE_EXISTING);
            return settled(part, folder);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Channels and streams each have their own way to tell. */
    private static boolean interrupted(IOException failure) {
        return failure instanceof InterruptedIOException
                || failure instanceof ClosedByInterruptException
                || failure.getCause() instanceof InterruptedException
                || Thread.currentThread().isInterrupted();
    }

    private String byHand() {
        return "get it from " + set.page() + " and put it at "
                + folders.preferred(set.folder()).resolve(file.name());
    }

    private static String words(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return "the host is unknown: is there a connection?";
            }
        }
        if (failure instanceof HttpTimeoutException) {
            return "no answer";
        }
        if (failure instanceof ConnectException) {
            return "no connection";
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
