package org.fenchel.io.model;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.fenchel.data.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The kinds of models that are on the class path. */
final class ModelKinds {
    private static final List<ModelKind<?>> ALL = new ArrayList<>();

    static {
        ServiceLoader.load(ModelKind.class, ModelKind.class.getClassLoader()).forEach(ALL::add);
    }

    private ModelKinds() {}

    /**
     * The kind of this name.
     *
     * @throws InvalidInput if it is unknown
     */
    static ModelKind<?> named(String name) {
        ModelKind<?> kind = first(each -> each.name().equals(name));
        if (kind == null) {
            throw InvalidInput.of(
                    "the model is of kind '" + name + "', which this Fenchel does not know", "update Fenchel");
        }
        return kind;
    }

    /** The kind of these models. */
    @SuppressWarnings("unchecked") // a kind says the class of its models
    static <M extends TrainedModel> ModelKind<M> of(Class<M> type) {
        ModelKind<?> kind = first(each -> each.type() == type);
        if (kind == null) {
            throw new IllegalArgumentException(type + " has no ModelKind on the class path");
        }
        return (ModelKind<M>) kind;
    }

    private static @Nullable ModelKind<?> first(Predicate<ModelKind<?>> wanted) {
        for (ModelKind<?> kind : ALL) {
            if (wanted.test(kind)) {
                return kind;
            }
        }
        return null;
    }
}
