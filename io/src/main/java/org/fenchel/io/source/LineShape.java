package org.fenchel.io.source;

/**
 * What a single line looks like. Slips are allowed for: a line that is LIBSVM but for one token is still LIBSVM. (By hand
 * rather than by regular expressions, which would take longer to load than most files to read.)
 */
enum LineShape {
    /** LIBSVM: a label and {@code index:value} pairs. */
    PAIRS,
    /** FFM: a label and {@code field:index:value} triples. */
    TRIPLES,
    /** Vowpal Wabbit: a label, then namespaces after bars. */
    NAMESPACES,
    /** Nothing, or one word, which is as good a label without features as a cell. */
    BARE,
    /** Anything else. */
    OTHER;

    /** The shape of the line from {@code from} to before {@code to}; what follows # is a comment. */
    static LineShape of(byte[] bytes, int from, int to) {
        int tokens = 0;
        int pairs = 0;
        int triples = 0;
        boolean labelled = false;
        int p = from;
        while (true) {
            while (p < to && (bytes[p] == ' ' || bytes[p] == '\t')) {
                p++;
            }
            if (p == to || bytes[p] == '#') {
                break;
            }
            int start = p;
            while (p < to && bytes[p] != ' ' && bytes[p] != '\t' && bytes[p] != '#') {
                p++;
            }
            int colons = colons(bytes, start, p);
            if (++tokens == 1) {
                labelled = DecimalText.isNumber(bytes, start, p, (byte) '.');
                if (!labelled && delimited(bytes, start, p)) {
                    return OTHER;
                }
            } else if (labelled && bytes[start] == '|') {
                return NAMESPACES;
            }
            pairs += colons == 1 ? 1 : 0;
            triples += colons == 2 ? 1 : 0;
        }
        if (tokens <= 1) {
            return BARE;
        }
        if (labelled && 2 * triples > tokens - 1) {
            return TRIPLES;
        }
        boolean most = 2 * pairs > tokens - 1 || (labelled && 2 * pairs == tokens - 1);
        return most ? PAIRS : OTHER;
    }

    /** How many colons separate the parts of a pair or triple, all but the last of which are whole numbers; 0 if it is none. */
    private static int colons(byte[] bytes, int from, int to) {
        if (to - from > 4
                && bytes[from] == 'q'
                && bytes[from + 1] == 'i'
                && bytes[from + 2] == 'd'
                && bytes[from + 3] == ':') {
            return 1;
        }
        int colons = 0;
        int part = from;
        for (int p = from; p < to; p++) {
            if (bytes[p] == ':') {
                if (part == p) {
                    return 0;
                }
                colons++;
                part = p + 1;
            } else if (colons == 0 && (bytes[p] < '0' || bytes[p] > '9') && !(p == from && bytes[p] == '-')) {
                return 0;
            }
        }
        // A triple ends in a number, as 12:30:00 does: it takes a label in front to be believed.
        return colons == 2 && !DecimalText.isNumber(bytes, part, to, (byte) '.') ? 0 : colons;
    }

    private static boolean delimited(byte[] bytes, int from, int to) {
        for (int p = from; p < to; p++) {
            if (bytes[p] == ',' || bytes[p] == ';' || bytes[p] == '|' || bytes[p] == '"') {
                return true;
            }
        }
        return false;
    }
}
