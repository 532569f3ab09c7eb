package org.fenchel.io.source;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What a single line looks like. Slips are allowed for: a line that is LIBSVM but for one token is still LIBSVM. */
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

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+([eE][-+]?\\d+)?");
    private static final Pattern PAIR = Pattern.compile("-?\\d+:[^:]*|qid:\\S*");
    private static final Pattern TRIPLE = Pattern.compile("\\d+:\\d+:[-+0-9.eE]+");
    private static final Pattern NAMESPACE = Pattern.compile("\\|[\\w:.]*");
    private static final Pattern DELIMITED = Pattern.compile(".*[,;\"|].*");

    static LineShape of(String line) {
        int hash = line.indexOf('#');
        String content = (hash < 0 ? line : line.substring(0, hash)).strip();
        String[] tokens = content.split("[ \t]+");
        boolean numbered = NUMBER.matcher(tokens[0]).matches();
        if (numbered && Arrays.stream(tokens).anyMatch(NAMESPACE.asMatchPredicate())) {
            return NAMESPACES;
        }
        if (!numbered && DELIMITED.matcher(tokens[0]).matches()) {
            return OTHER;
        }
        if (tokens.length == 1) {
            return BARE;
        }
        int after = tokens.length - 1;
        long pairs = Arrays.stream(tokens).filter(PAIR.asMatchPredicate()).count();
        long triples = Arrays.stream(tokens).filter(TRIPLE.asMatchPredicate()).count();
        if (numbered && 2 * triples > after) {
            return TRIPLES;
        }
        return 2 * pairs > after || (numbered && 2 * pairs == after) ? PAIRS : OTHER;
    }
}
