package org.fenchel.lab;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that several cells need: made once, by the first that asks for it, while the others wait.
 *
 * @param <T> its kind
 */
public final class Shared<T> implements Supplier<T> {
    private final Supplier<T> making;

    @Nullable
    private T made;

    private Shared(Supplier<T> making) {
        this.making = making;
    }

    /** To be made by this. */
    public static <T> Shared<T> of(Supplier<T> making) {
        return new Shared<>(making);
    }

    @Override
    public synchronized T get() {
        T known = made;
        if (known == null) {
            known = making.get();
            made = known;
        }
        return known;
    }
}
