package org.fenchel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the packaged jar, as a user meets them. */
class LauncherIT {
    private static final Path JAR = Path.of(System.getProperty("fenchel.jar"));
    private static final Path LAUNCHER = Path.of(System.getProperty("fenchel.launcher"));

    @TempDir
    Path elsewhere;

    private record Outcome(int exit, String out, String err) {}

    @Test
    void theJarRunsByItself() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Outcome outcome = run(Map.of(), java, "-jar", JAR.toString(), "--version");
        assertThat(outcome.out()).startsWith("fenchel ").doesNotContain("development");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exit()).isZero();
    }

    @Test
    void theJarLetsTheKernelLoadTheVectorModule() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Add-Exports"))
                    .isEqualTo("java.base/jdk.internal.module");
        }
    }

    @Test
    void theJarBringsOpenBlas() throws Exception {
        URL[] jarOnly = {JAR.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jarOnly, ClassLoader.getPlatformClassLoader())) {
            Class<?> blas = loader.loadClass("org.bytedeco.openblas.global.openblas");
            Method dot = blas.getMethod("cblas_ddot", int.class, double[].class, int.class, double[].class, int.class);
            double[] x = {3, 4};
            assertThat(dot.invoke(null, 2, x, 1, x, 1)).isEqualTo(25.0);
        }
    }

    @Test
    void theLauncherWorksThroughALinkAndFromAnyFolder() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("linked"), LAUNCHER);
        Outcome outcome = run(Map.of(), link.toString(), "--version");
        Files.delete(link);
        assertThat(outcome).isEqualTo(new Outcome(0, outcome.out(), ""));
        assertThat(outcome.out()).startsWith("fenchel ");
    }

    @Test
    void theLauncherHandsTheExitCodeOn() throws Exception {
        assertThat(run(Map.of(), LAUNCHER.toString(), "--no-such-option").exit())
                .isEqualTo(2);
    }

    @Test
    void theLauncherPassesJvmOptionsOn() throws Exception {
        Outcome outcome =
                run(Map.of("FENCHEL_OPTS", "-XX:+UseG1GC -XX:+PrintFlagsFinal"), LAUNCHER.toString(), "--version");
        assertThat(outcome.out()).containsPattern("bool UseG1GC += true");
    }

    @Test
    void anOldJavaIsRefusedInWords() throws Exception {
        Path old = Files.writeString(elsewhere.resolve("java"), "#!/bin/sh\necho 'java version \"1.8.0_402\"' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        Outcome outcome = run(Map.of("FENCHEL_JAVA", old.toString()), LAUNCHER.toString(), "--version");
        assertThat(outcome.err())
                .startsWith("fenchel: Java 17 or later is needed")
                .hasLineCount(1);
        assertThat(outcome.exit()).isOne();
    }

    @Test
    void aMissingJavaIsNamed() throws Exception {
        Outcome outcome = run(Map.of("JAVA_HOME", "/nowhere"), LAUNCHER.toString(), "--version");
        assertThat(outcome.err()).contains("JAVA_HOME is /nowhere").hasLineCount(1);
        assertThat(outcome.exit()).isOne();
    }

    private Outcome run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        File out = elsewhere.resolve("out").toFile();
        File err = elsewhere.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("FENCHEL_JAVA", "FENCHEL_OPTS"));
        builder.environment().putAll(environment);
        int exit = builder.directory(elsewhere.toFile())
                .redirectOutput(out)
                .redirectError(err)
                .start()
                .waitFor();
        return new Outcome(exit, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
