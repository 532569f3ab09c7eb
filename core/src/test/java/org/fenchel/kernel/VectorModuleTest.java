package org.fenchel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorModuleTest {
    /** What a fresh JVM runs: asks for the module, then for one of its classes. */
    static final class Probe {
        public static void main(String[] args) throws ClassNotFoundException {
            boolean present = VectorModule.present();
            if (present) {
                Class.forName("jdk.incubator.vector.DoubleVector");
            }
            System.exit(present ? 0 : 1);
        }
    }

    @Test
    void isPresentWhenTheJvmWasToldToAddIt() throws Exception {
        assertThat(exitCode("--add-modules=jdk.incubator.vector")).isZero();
    }

    @Test
    void isLoadedLaterWhereTheApplicationAllowsIt() throws Exception {
        assertThat(exitCode("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED"))
                .isZero();
    }

    @Test
    void isAbsentOtherwise() throws Exception {
        assertThat(exitCode()).isOne();
    }

    private static int exitCode(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
