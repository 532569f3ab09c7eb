package org.fenchel.kernel;

import java.lang.reflect.InvocationTargetException;

/**
 * The JDK's incubating vector module, brought in when it is first wanted.
 *
 * <p>{@code --add-modules jdk.incubator.vector} does the same at start-up, but then every start pays for it, the JVM's own
 * start-up archive is of no use, and a warning goes to standard error that nothing turns off. So the module is loaded later
 * where the application lets us: where its jar says {@code Add-Exports: java.base/jdk.internal.module}, as that of the command
 * line does, or where the JVM is given that export. Code compiled by C2 is the same either way.
 */
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /** Whether classes that use the module can be loaded from now on. Ask once, before the first of them. */
    static boolean present() {
        return ModuleLayer.boot().findModule(NAME).isPresent() || load();
    }

    private static boolean load() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            return false; // another JDK, or not allowed, or no such module: scalar loops do as well
        }
    }
}
