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

    /** The text treated likewise, without quotes. */
    public static String plain(String text) {
        return plain(text, false);
    }

    private static String text(String text, boolean cut) {
        return "'" + plain(text, cut) + "'";
    }

    private static String plain(String text, boolean cut) {
        StringBuilder shown = new StringBuilder();
        int used = 0;
        for (int k = 0; k < text.length() && used < LENGTH; k++, used++) {
            char c = text.charAt(k);
            shown.append(Character.isISOControl(c) || isLayout(c) ? '\uFFFD' : c);
        }
        if (cut || used < text.length()) {
            shown.append("...");
        }
        return shown.toString();
    }

    /** Line separators, and marks that turn the direction of writing. */
    private static boolean isLayout(char c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
