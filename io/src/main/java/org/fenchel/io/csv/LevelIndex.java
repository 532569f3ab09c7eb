package org.fenchel.io.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fenchel.io.source.LocalMistake;

/**
 * Numbers the distinct words of a column as one thread meets them: a hash table over bytes, so that a word met before makes
 * no object.
 */
final class LevelIndex {
    /** The code of a cell that counts as missing. */
    static final int MISSING = -1;

    private static final int MOST_TEXT = 1 << 30;

    private final Set<String> missingWords;
    private final List<String> levels = new ArrayList<>();
    private byte[] text = new byte[256];
    private int textLength;
    /** Of entry k: where its bytes end in text, its hash, its code. */
    private int[] ends = new int[16];

    private int[] hashes = new int[16];
    private int[] codes = new int[16];
    private int entries;
    /** Entry + 1 by hash, open addressing, at most half full. */
    private int[] slots = new int[32];

    LevelIndex(Set<String> missingWords) {
        this.missingWords = missingWords;
    }

    /** The words met, in the order this thread met them. */
    List<String> levels() {
        return levels;
    }

    /**
     * The number of a word, new or not; {@link #MISSING} if it stands for a missing cell.
     *
     * @throws LocalMistake if it is not UTF-8
     */
    int code(byte[] bytes, int from, int to, long line, int cell) {
        if (from == to) {
            return MISSING;
        }
        int hash = hash(bytes, from, to);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int entry = slots[slot] - 1;
            if (hashes[entry] == hash && holds(entry, bytes, from, to)) {
                return codes[entry];
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, hash, bytes, from, to, line, cell);
    }

    private int add(int slot, int hash, byte[] bytes, int from, int to, long line, int cell) {
        String word = Utf8.text(bytes, from, to, line, cell);
        int length = to - from;
        if (textLength > MOST_TEXT - length) {
            throw new LocalMistake(
                    line, cell, "the column holds more than 1 GB of different words", "leave the column out");
        }
        if (text.length - textLength < length) {
            text = Arrays.copyOf(text, Math.max(textLength + length, (int) Math.min(2L * text.length, MOST_TEXT)));
        }
        System.arraycopy(bytes, from, text, textLength, length);
        textLength += length;
        if (entries == ends.length) {
            ends = Arrays.copyOf(ends, 2 * entries);
            hashes = Arrays.copyOf(hashes, 2 * entries);
            codes = Arrays.copyOf(codes, 2 * entries);
        }
        int code = missingWords.contains(word) ? MISSING : levels.size();
        if (code != MISSING) {
            levels.add(word);
        }
        ends[entries] = textLength;
        hashes[entries] = hash;
        codes[entries] = code;
        slots[slot] = ++entries;
        if (2 * entries > slots.length) {
            rehash();
        }
        return code;
    }

    private void rehash() {
        int[] wider = new int[2 * slots.length];
        int mask = wider.length - 1;
        for (int entry = 0; entry < entries; entry++) {
            int slot = hashes[entry] & mask;
            while (wider[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            wider[slot] = entry + 1;
        }
        slots = wider;
    }

    private boolean holds(int entry, byte[] bytes, int from, int to) {
        return Arrays.equals(text, entry == 0 ? 0 : ends[entry - 1], ends[entry], bytes, from, to);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int p = from; p < to; p++) {
            hash = 31 * hash + bytes[p];
        }
        // Spread the high bits down: words that differ early would share the low ones.
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
