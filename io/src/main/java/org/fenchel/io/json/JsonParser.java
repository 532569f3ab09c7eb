package org.fenchel.io.json;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A strict reader of one JSON document (RFC 8259) by recursive descent. */
final class JsonParser {
    /** Deeper text is refused before it can exhaust the stack. */
    private static final int DEEPEST = 64;

    private final String text;
    private int at;

    JsonParser(String text) {
        this.text = text;
    }

    /** A reader of the object that starts at an offset of a text. */
    private JsonParser(String text, int start) {
        this.text = text;
        this.at = start;
    }

    /** The mistake at the value of a field, or at the object's start where it has no such field. */
    static InvalidInput at(String text, int start, String name, InvalidInput mistake) {
        JsonParser parser = new JsonParser(text, start);
        int place = parser.valueOf(name);
        parser.at = place < 0 ? start : place;
        return parser.placed(mistake);
    }

    /** Offset of the value of a field of the object that starts here, -1 where there is none. */
    private int valueOf(String name) {
        expect('{');
        skipBlanks();
        if (accept('}')) {
            return -1;
        }
        do {
            skipBlanks();
            boolean found = string().equals(name);
            skipBlanks();
            expect(':');
            skipBlanks();
            if (found) {
                return at;
            }
            value(0);
            skipBlanks();
        } while (accept(','));
        return -1;
    }

    JsonObject document() {
        skipBlanks();
        JsonObject object = object(0);
        skipBlanks();
        if (at < text.length()) {
            throw wrong("something follows the object");
        }
        return object;
    }

    private JsonObject object(int depth) {
        JsonObject object = new JsonObject(text, at);
        expect('{');
        skipBlanks();
        if (accept('}')) {
            return object;
        }
        do {
            skipBlanks();
            String name = string();
            if (object.has(name)) {
                throw wrong("field \"" + name + "\" is there twice");
            }
            skipBlanks();
            expect(':');
            object.put(name, value(depth + 1));
            skipBlanks();
        } while (accept(','));
        expect('}');
        return object;
    }

    private List<Object> list(int depth) {
        expect('[');
        List<Object> values = new ArrayList<>();
        skipBlanks();
        if (accept(']')) {
            return values;
        }
        do {
            Object value = value(depth + 1);
            if (value == null) {
                throw wrong("a list holds null");
            }
            values.add(value);
            skipBlanks();
        } while (accept(','));
        expect(']');
        return values;
    }

    private @Nullable Object value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("nested too deep");
        }
        skipBlanks();
        if (at == text.length()) {
            throw wrong("the text ends early");
        }
        switch (text.charAt(at)) {
            case '{':
                return object(depth);
            case '[':
                return list(depth);
            case '"':
                return string();
            case 't':
                word("true");
                return true;
            case 'f':
                word("false");
                return false;
            case 'n':
                word("null");
                return null;
            default:
                return number();
        }
    }

    private Number number() {
        int start = at;
        accept('-');
        if (!accept('0')) {
            digits();
        }
        boolean whole = true;
        if (accept('.')) {
            whole = false;
            digits();
        }
        if (accept('e') || accept('E')) {
            whole = false;
            if (!accept('-')) {
                accept('+');
            }
            digits();
        }
        String literal = text.substring(start, at);
        // A long has no negative zero, and no room for 20 digits.
        if (whole && literal.length() < 19 && !literal.equals("-0")) {
            return Long.parseLong(literal);
        }
        return whole ? longest(literal) : Double.valueOf(literal);
    }

    private static Number longest(String literal) {
        if (literal.equals("-0")) {
            return -0.0;
        }
        try {
            return Long.valueOf(literal);
        } catch (NumberFormatException tooLong) {
            return Double.valueOf(literal);
        }
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("a value is expected");
        }
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c < ' ') {
                throw wrong("a control character stands in a string");
            }
            at++;
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw wrong("a string does not end");
    }

    private char escaped() {
        if (at == text.length()) {
            throw wrong("a string does not end");
        }
        char c = text.charAt(at++);
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int code = 0;
                for (int k = 0; k < 4; k++) {
                    int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
                    if (digit < 0) {
                        throw wrong("\\u is not followed by four hexadecimal digits");
                    }
                    code = 16 * code + digit;
                }
                return (char) code;
            default:
                throw wrong("\\" + c + " is no escape");
        }
    }

    private void word(String word) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value is expected");
        }
        at += word.length();
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw wrong("'" + c + "' is expected");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private InvalidInput wrong(String what) {
        return placed(InvalidInput.of("the JSON is broken: " + what, ""));
    }

    private InvalidInput placed(InvalidInput mistake) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(at, text.length());
        for (int k = 0; k < end; k++) {
            if (text.charAt(k) == '\n') {
                line++;
                lineStart = k + 1;
            }
        }
        return mistake.at(line, end - lineStart + 1);
    }
}
