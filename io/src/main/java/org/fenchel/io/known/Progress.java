package org.fenchel.io.known;

/** Told how far a download is. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (file, done, total) -> {};

    /**
     * So much is there.
     *
     * @param file being downloaded
     * @param done bytes so far, those of an earlier try included
     * @param total bytes in all, -1 where the server does not say
     */
    void at(String file, long done, long total);
}
