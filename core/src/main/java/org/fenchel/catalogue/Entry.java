package org.fenchel.catalogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fenchel.data.InvalidInput;

/**
 * One component of a catalogue: what it is called, what it is and what can be set.
 *
 * @param <T> the kind of component
 */
public final class Entry<T> {
    private final Class<? extends T> type;
    private final String name;
    private final String description;
    private final T defaults;
    private final List<Parameter> parameters;

    private Entry(Class<? extends T> type, T defaults, List<Parameter> parameters) {
        this.type = type;
        Named named = type.getAnnotation(Named.class);
        this.name = named != null ? named.value() : kebab(type.getSimpleName());
        Described described = type.getAnnotation(Described.class);
        this.description = described != null ? described.value() : "";
        this.defaults = defaults;
        this.parameters = parameters;
    }

    /** The entry of a record with a no-argument constructor; anything else is a mistake of the program. */
    static <T> Entry<T> of(Class<? extends T> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException(type + " is registered as a component but is no record");
        }
        T defaults;
        try {
            Constructor<? extends T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            defaults = constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no usable no-argument constructor for its defaults", e);
        }
        List<Parameter> parameters = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            parameters.add(Parameter.of(component, defaults));
        }
        return new Entry<>(type, defaults, List.copyOf(parameters));
    }

    /** The name, in kebab-case. */
    public String name() {
        return name;
    }

    /** What it is, in one line; empty if nobody wrote it. */
    public String description() {
        return description;
    }

    /** What can be set, in the order of the record. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The component with all parameters at their defaults. */
    public T defaults() {
        return defaults;
    }

    /** Its record. */
    public Class<? extends T> type() {
        return type;
    }

    /** Name and parameters with their defaults, as in {@code huber(delta=1)}. */
    public String example() {
        return print(defaults, true);
    }

    T create(Map<String, String> arguments) {
        for (String argument : arguments.keySet()) {
            if (parameters.stream().noneMatch(p -> p.name().equals(argument))) {
                throw InvalidInput.of(name + " has no parameter \"" + argument + "\"", advice(argument));
            }
        }
        Object[] values = new Object[parameters.size()];
        Class<?>[] types = new Class<?>[parameters.size()];
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = parameters.get(i);
            String text = arguments.get(parameter.name());
            values[i] = text == null ? parameter.of(defaults) : parameter.parse(name, text);
            types[i] = parameter.type();
        }
        try {
            Constructor<? extends T> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            // A value out of range: the record says what is wrong.
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What to do about a parameter that is not there. */
    String advice(String wrong) {
        if (parameters.isEmpty()) {
            return "it has none";
        }
        List<String> names = parameters.stream().map(Parameter::name).toList();
        return Nearest.question(wrong, names) + "parameters and defaults are " + example();
    }

    String print(T component, boolean all) {
        String inside = parameters.stream()
                .filter(p -> all || !p.of(component).equals(p.of(defaults)))
                .map(p -> p.name() + "=" + p.print(p.of(component)))
                .collect(Collectors.joining(","));
        return inside.isEmpty() ? name : name + "(" + inside + ")";
    }

    /** CamelCase to kebab-case; a digit stays with what it follows. */
    static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
