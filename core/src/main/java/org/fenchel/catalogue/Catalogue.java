package org.fenchel.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.fenchel.data.InvalidInput;

/**
 * The components of one kind, by name: every record on the class path that is registered as a service of the kind (by
 * {@code @AutoService}) and has a no-argument constructor, which gives the defaults.
 *
 * <p>A component is written as its name, followed by those of its parameters that differ from the defaults: {@code logistic},
 * {@code huber(delta=0.5)}. Immutable; finding the records costs some milliseconds once.
 *
 * @param <T> the kind
 */
public final class Catalogue<T> {
    private final String noun;
    private final Map<String, Entry<T>> entries;

    private Catalogue(String noun, Map<String, Entry<T>> entries) {
        this.noun = noun;
        this.entries = entries;
    }

    /**
     * All components of a kind.
     *
     * @param kind the interface they implement, whose simple name is also what messages call them
     */
    public static <T> Catalogue<T> of(Class<T> kind) {
        Map<String, Entry<T>> entries = new TreeMap<>();
        ServiceLoader.load(kind, kind.getClassLoader()).stream().forEach(provider -> {
            Entry<T> entry = Entry.of(provider.type());
            Entry<T> other = entries.put(entry.name(), entry);
            if (other != null) {
                throw new IllegalStateException(
                        "two components named " + entry.name() + ": " + other.type() + " and " + entry.type());
            }
        });
        return new Catalogue<>(kind.getSimpleName().toLowerCase(Locale.ROOT), entries);
    }

    /** The components, by name in alphabetical order. */
    public List<Entry<T>> entries() {
        return List.copyOf(entries.values());
    }

    /** The names, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /**
     * The component that a text such as {@code huber(delta=0.5)} names. Spaces around names, values and signs are ignored.
     *
     * @throws InvalidInput if there is no such component or parameter, or a value is not of its parameter's kind or range; the
     *     message lists what there is
     */
    public T parse(String text) {
        String trimmed = text.strip();
        int open = trimmed.indexOf('(');
        String name = open < 0 ? trimmed : trimmed.substring(0, open).strip();
        Entry<T> entry = find(name);
        if (open < 0) {
            return entry.defaults();
        }
        if (!trimmed.endsWith(")")) {
            throw InvalidInput.of(
                    noun + " \"" + trimmed + "\" has no closing parenthesis", "write it as in " + entry.example());
        }
        return entry.create(arguments(entry, trimmed.substring(open + 1, trimmed.length() - 1)));
    }

    /** The component as {@link #parse} reads it, with only the parameters that differ from their defaults. */
    public String print(T component) {
        return entryOf(component).print(component, false);
    }

    /** The component as {@link #parse} reads it, with all its parameters: what later changes of defaults cannot change. */
    public String printAll(T component) {
        return entryOf(component).print(component, true);
    }

    private Entry<T> entryOf(T component) {
        for (Entry<T> entry : entries.values()) {
            if (entry.type() == component.getClass()) {
                return entry;
            }
        }
        throw new IllegalArgumentException(component.getClass() + " is not registered as a " + noun);
    }

    private Entry<T> find(String name) {
        Entry<T> entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw InvalidInput.of(
                    "there is no " + noun + " \"" + name + "\"",
                    Nearest.question(name, entries.keySet()) + "known are " + String.join(", ", entries.keySet()));
        }
        return entry;
    }

    /** Name-value pairs, split at the commas that stand in no inner parentheses. */
    private static Map<String, String> arguments(Entry<?> entry, String text) {
        Map<String, String> arguments = new TreeMap<>();
        for (String part : split(text)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
            if (equals < 0) {
                throw InvalidInput.of(
                        entry.name() + ": \"" + name + "\" is not of the form name=value", entry.advice(name));
            }
            if (arguments.put(name, part.substring(equals + 1).strip()) != null) {
                throw InvalidInput.of(entry.name() + ": " + name + " is given twice", "give it once");
            }
        }
        return arguments;
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        if (text.isBlank()) {
            return parts;
        }
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
