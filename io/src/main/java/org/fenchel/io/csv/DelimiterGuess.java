package org.fenchel.io.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.io.source.LocalMistake;
import org.jspecify.annotations.Nullable;

/**
 * Finds the delimiter: the candidate that splits most of the first records into the same number of cells, more than one.
 * Where several do equally well the first in the list wins: a semicolon before a comma, which may be the decimal mark, and
 * blanks, which also stand between the words of a cell, only if nothing else will do.
 */
final class DelimiterGuess {
    private static final byte[] CANDIDATES = {'\t', ';', ',', '|'};

    /** A delimiter splits at least this share of the records alike. */
    private static final double ENOUGH = 0.6;

    private DelimiterGuess() {}

    /**
     * The best candidate, {@link Marks#NONE} if the text has one column.
     *
     * @throws LocalMistake if the first record is broken under every candidate
     */
    static byte in(Head head) {
        byte best = Marks.NONE;
        double bestShare = 0;
        LocalMistake mistake = null;
        for (byte candidate : CANDIDATES) {
            if (!head.holds(candidate)) {
                continue;
            }
            double share;
            try {
                share = agreement(head, candidate);
            } catch (LocalMistake e) {
                mistake = e;
                continue;
            }
            if (share > bestShare) {
                best = candidate;
                bestShare = share;
            }
        }
        if (bestShare >= ENOUGH) {
            return best;
        }
        double blanks = agreement(head, (byte) ' ', mistake);
        if (blanks >= ENOUGH && blanks >= bestShare) {
            return ' ';
        }
        return bestShare > 0 ? best : Marks.NONE;
    }

    private static double agreement(Head head, byte candidate, @Nullable LocalMistake earlier) {
        try {
            return agreement(head, candidate);
        } catch (LocalMistake e) {
            throw earlier == null ? e : earlier;
        }
    }

    /** The share of records that have the commonest number of cells; 0 if that is one. */
    private static double agreement(Head head, byte candidate) {
        List<List<String>> records =
                head.split(new Marks(candidate, (byte) '.')).cells();
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<String> cells : records) {
            counts.merge(cells.size(), 1, Integer::sum);
        }
        int commonest = commonest(counts);
        return commonest <= 1 ? 0 : counts.getOrDefault(commonest, 0) / (double) records.size();
    }

    /** The size that most have, the larger of two as frequent. */
    static int commonest(Map<Integer, Integer> counts) {
        int size = 0;
        int most = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            int count = entry.getValue();
            if (count > most || (count == most && entry.getKey() > size)) {
                size = entry.getKey();
                most = count;
            }
        }
        return size;
    }
}
