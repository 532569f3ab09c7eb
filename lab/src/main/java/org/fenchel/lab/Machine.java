package org.fenchel.lab;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Stream;

/**
 * What an experiment was run on: times mean nothing without it.
 *
 * @param processor its model and number of cores
 * @param system operating system
 * @param java version and virtual machine
 * @param fenchel version
 */
public record Machine(String processor, String system, String java, String fenchel) {
    private static final Path CPU = Path.of("/proc/cpuinfo");

    /** This one. */
    public static Machine here() {
        int cores = Runtime.getRuntime().availableProcessors();
        String version = Machine.class.getPackage().getImplementationVersion();
        return new Machine(
                model() + ", " + cores + (cores == 1 ? " core" : " cores"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"),
                version == null ? "(development)" : version);
    }

    /**
     * The version of the program and, where it is a jar, when that was made: what was measured by another build is not taken for its
     * own.
     */
    static String program() {
        String version = here().fenchel();
        try {
            CodeSource source = Machine.class.getProtectionDomain().getCodeSource();
            if (source == null) {
                return version;
            }
            Path place = Path.of(source.getLocation().toURI());
            return version + ", " + Files.getLastModifiedTime(place).toInstant();
        } catch (IOException | URISyntaxException | FileSystemNotFoundException elsewhere) {
            return version;
        }
    }

    private static String model() {
        try (Stream<String> lines = Files.lines(CPU)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
