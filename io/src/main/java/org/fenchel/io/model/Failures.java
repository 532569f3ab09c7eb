package org.fenchel.io.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Why a file operation failed, in words: many exceptions carry nothing but the file's name. */
final class Failures {
    private Failures() {}

    static String words(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException named) {
            String reason = named.getReason();
            return reason == null ? failure.getClass().getSimpleName() : reason;
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
