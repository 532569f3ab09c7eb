package org.fenchel.io.source;

import java.nio.charset.StandardCharsets;

/** Bytes of a file as an error message may show them: short, on one line, harmless to a terminal. */
public final class Shown {
    private static final int LENGTH = 40;

    private Shown() {}

    /** The bytes in single quotes, cut after some characters, with anything unprintable replaced. */
    public static String bytes(byte[] bytes, int from, int to) {
        int length = Math.min(to - from, 4 * LENGTH);
        return text(new String(bytes, from, length, StandardCharsets.UTF_8), length < to - from);
    }

    /** The text in single quotes, treated likewise. */
    public static String text(String text) {
        return text(text, false);
    }

    private static String text(String text, boolean cut) {
        StringBuilder shown = new StringBuilder("'");
        int used = 0;
        for (int k = 0; k < text.length() && used < LENGTH; k++, used++) {
            char c = text.charAt(k);
            shown.append(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c);
        }
        if (cut || used < text.length()) {
            shown.append("...");
        }
        return shown.append('\'').toString();
    }
}
