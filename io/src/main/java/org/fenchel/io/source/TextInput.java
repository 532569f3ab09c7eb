package org.fenchel.io.source;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.fenchel.data.InvalidInput;

/** An opened {@link Source}: bytes after unpacking, with every failure of reading told as {@link InvalidInput}. */
public final class TextInput implements Closeable {
    private static final int GZIP_BUFFER = 1 << 16;

    private final String name;
    private final InputStream in;
    private final boolean gzip;

    private TextInput(String name, InputStream in, boolean gzip) {
        this.name = name;
        this.in = in;
        this.gzip = gzip;
    }

    static TextInput over(String name, InputStream raw) throws IOException {
        boolean opened = false;
        try {
            PushbackInputStream in = new PushbackInputStream(raw, 2);
            byte[] magic = in.readNBytes(2);
            in.unread(magic);
            boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
            TextInput input = new TextInput(name, gzip ? new GZIPInputStream(in, GZIP_BUFFER) : in, gzip);
            opened = true;
            return input;
        } catch (EOFException | ZipException e) {
            throw broken(name, e);
        } finally {
            if (!opened) {
                raw.close();
            }
        }
    }

    /**
     * Fills the array from {@code offset} on; fewer bytes than asked for come only at the end of the text.
     *
     * @return how many bytes were read
     * @throws InvalidInput if the gzip data are truncated or corrupt, or the disk fails
     */
    public int read(byte[] into, int offset, int length) {
        try {
            return in.readNBytes(into, offset, length);
        } catch (EOFException | ZipException e) {
            throw gzip ? broken(name, e) : unreadable(name, e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static InvalidInput broken(String name, IOException e) {
        return e instanceof EOFException
                ? InvalidInput.at(name, 0, 0, "the gzip data end too early, the file is truncated", "fetch it again")
                : InvalidInput.at(name, 0, 0, "the gzip data are corrupt (" + e.getMessage() + ")", "fetch it again");
    }

    static InvalidInput unreadable(String name, IOException e) {
        return InvalidInput.at(
                name, 0, 0, "the file cannot be read (" + e.getMessage() + ")", "check the file and its disk");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }
}
