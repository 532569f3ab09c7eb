package org.fenchel.catalogue;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fenchel.data.InvalidInput;

/** A parameter of a component: one component of its record, of type double, int, long, boolean, String or an enum. */
public final class Parameter {
    private final String name;
    private final Class<?> type;
    private final Method accessor;
    private final Object defaultValue;

    private Parameter(String name, Class<?> type, Method accessor, Object defaultValue) {
        this.name = name;
        this.type = type;
        this.accessor = accessor;
        this.defaultValue = defaultValue;
    }

    static Parameter of(RecordComponent component, Object defaults) {
        Class<?> type = component.getType();
        boolean known = type == double.class
                || type == int.class
                || type == long.class
                || type == boolean.class
                || type == String.class
                || type.isEnum();
        if (!known) {
            throw new IllegalStateException("components cannot have parameters of " + type + ": " + component);
        }
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Parameter(Entry.kebab(component.getName()), type, accessor, read(accessor, defaults));
    }

    /** The name, in kebab-case. */
    public String name() {
        return name;
    }

    /** Its default as text. */
    public String defaultValue() {
        return print(defaultValue);
    }

    /** What may be given, in words: "a number", "a whole number", "true or false", "text", or the words to choose from. */
    public String values() {
        if (type == double.class) {
            return "a number";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(this::print).collect(Collectors.joining(" or "));
        }
        return type == String.class ? "text" : "a whole number";
    }

    Class<?> type() {
        return type;
    }

    /** The value that a component has. */
    Object of(Object component) {
        return read(accessor, component);
    }

    /** The text's value; what is wrong with it is said of the component {@code owner}. */
    Object parse(String owner, String text) {
        try {
            if (type == double.class) {
                return number(text);
            }
            if (type == int.class) {
                return Integer.valueOf(text);
            }
            if (type == long.class) {
                return Long.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw refusal(owner, text);
        }
        if (type == boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw refusal(owner, text);
            }
            return Boolean.valueOf(text);
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (print(constant).equals(text)) {
                    return constant;
                }
            }
            throw refusal(owner, text);
        }
        return text;
    }

    /** The text that {@link #parse} turns back into the value: numbers in the shortest form, enums in kebab-case. */
    String print(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (value instanceof Double number) {
            return number.isInfinite()
                    ? (number > 0 ? "inf" : "-inf")
                    : number.toString().replace("E", "e").replaceAll("\\.0(?=e|$)", "");
        }
        return value.toString();
    }

    private static double number(String text) {
        return switch (text) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                // Java would also take 1d, 1f and 0x1p3.
                if (!text.matches("[-+0-9.eE]+")) {
                    throw new NumberFormatException(text);
                }
                yield Double.parseDouble(text);
            }
        };
    }

    private InvalidInput refusal(String owner, String text) {
        return InvalidInput.of(
                owner + ": " + name + "=" + text + " is not " + values(),
                "the default is " + name + "=" + defaultValue());
    }

    private static Object read(Method accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
