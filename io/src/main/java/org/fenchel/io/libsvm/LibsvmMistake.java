package org.fenchel.io.libsvm;

import java.nio.charset.StandardCharsets;
import org.fenchel.io.source.DecimalText;
import org.fenchel.io.source.LocalMistake;
import org.fenchel.io.source.Shown;

/** Words for tokens that do not belong in LIBSVM text. */
final class LibsvmMistake {
    private static final String SHAPE = "write rows as 'label index:value ...', with indices from 1 in ascending order";

    private LibsvmMistake() {}

    static LocalMistake label(byte[] bytes, int from, int to, long line, int lineStart) {
        String token = ascii(bytes, from, to);
        String shown = Shown.bytes(bytes, from, to);
        String problem;
        String advice;
        if (token.matches("\\d+:.*")) {
            problem = "the line starts with the pair " + shown + " instead of a label";
            advice = "put a number before it (0, if there is none)";
        } else if (token.indexOf(',') > 0 && token.matches("[-+0-9.,eE]+")) {
            problem = "there are several labels, " + shown;
            advice = "give one label a row; if this is delimited text, read it as CSV";
        } else if (isInfiniteOrNan(bytes, from, to)) {
            problem = "the label is " + shown;
            advice = "remove the row or give it a finite label";
        } else {
            problem = "the label " + shown + " is not a number";
            advice = SHAPE;
        }
        return at(line, from, lineStart, problem, advice);
    }

    static LocalMistake index(
            byte[] bytes, int from, int to, long line, int lineStart, int previous, int largestAllowed) {
        String token = ascii(bytes, from, to);
        String shown = Shown.bytes(bytes, from, to);
        String problem;
        String advice;
        if (token.startsWith("|")) {
            problem = shown + " is Vowpal Wabbit's format, not LIBSVM";
            advice = "remove the namespaces ('|name') from all lines";
        } else if (token.startsWith("qid:")) {
            problem = shown + " groups rows for ranking, which is not supported";
            advice = "remove the qid pairs from all lines";
        } else if (token.indexOf(':') < 0) {
            problem = shown + " is not an index:value pair";
            advice = SHAPE;
        } else if (token.matches("-\\d+:.*")) {
            problem = "the index of " + shown + " is negative";
            advice = "count features from 1";
        } else if (!token.matches("\\d+:.*")) {
            problem = "the index of " + shown + " is not a whole number";
            advice = SHAPE;
        } else {
            return order(token, from, line, lineStart, previous, largestAllowed);
        }
        return at(line, from, lineStart, problem, advice);
    }

    private static LocalMistake order(
            String token, int from, long line, int lineStart, int previous, int largestAllowed) {
        String digits = token.substring(0, token.indexOf(':')).replaceFirst("^0+(?=.)", "");
        long index = digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
        String problem;
        String advice;
        if (index > largestAllowed) {
            problem = "index " + Shown.text(digits) + " is above " + largestAllowed
                    + ", more features than a model is given";
            advice = "number the features without gaps, or ask for as many features as the largest index";
        } else if (index == 0) {
            problem = "index 0: LIBSVM counts features from 1";
            advice = "add 1 to every index of the file";
        } else if (index == previous) {
            problem = "index " + index + " stands twice in the row";
            advice = "keep one of the two";
        } else {
            problem = "index " + index + " comes after " + previous;
            advice = "sort the pairs of every row by index";
        }
        return at(line, from, lineStart, problem, advice);
    }

    static LocalMistake value(byte[] bytes, int token, int from, int to, long line, int lineStart) {
        String pair = Shown.bytes(bytes, token, to);
        String value = ascii(bytes, from, to);
        String problem;
        String advice;
        if (from == to) {
            problem = "the pair " + pair + " has no value";
            advice = "write the value directly after the colon";
        } else if (value.matches("\\d+:.*")) {
            problem = pair + " is a field:index:value triple of the FFM format, not LIBSVM";
            advice = "remove the field and its colon from every triple";
        } else if (isInfiniteOrNan(bytes, from, to)) {
            problem = "the value of " + pair + " is not finite";
            advice = "remove the pair or give it a finite value";
        } else {
            problem = "the value of " + pair + " is not a number";
            advice = value.indexOf(',') >= 0 ? "write the decimal mark as a point" : SHAPE;
        }
        return at(line, from, lineStart, problem, advice);
    }

    private static boolean isInfiniteOrNan(byte[] bytes, int from, int to) {
        return Double.isInfinite(DecimalText.parse(bytes, from, to, (byte) '.'))
                || ascii(bytes, from, to).matches("(?i)[-+]?nan");
    }

    /** The token's first bytes, which are enough to tell what it is. */
    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, 1000), StandardCharsets.ISO_8859_1);
    }

    private static LocalMistake at(long line, int position, int lineStart, String problem, String advice) {
        return new LocalMistake(line, position - lineStart + 1L, problem, advice);
    }
}
