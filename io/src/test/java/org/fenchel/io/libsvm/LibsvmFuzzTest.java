package org.fenchel.io.libsvm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.fenchel.data.Dataset;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * Any bytes are read or refused in one line, and the same way in one block on one thread as in many on several. Runs its
 * seeds by default; to search for new ones (the classes named are records with nullable components, whose fields Jazzer's
 * instrumentation loses):
 *
 * <pre>
 * export JAZZER_INSTRUMENTATION_EXCLUDES='org.fenchel.io.libsvm.RowBlock:org.fenchel.io.libsvm.LibsvmFuzzTest$Outcome'
 * JAZZER_FUZZ=1 mvn -pl io -am test-compile surefire:test@fuzz -Dtest=LibsvmFuzzTest -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class LibsvmFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void readsOrRefuses(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        Source source = Source.of("t", Arrays.copyOfRange(bytes, 1, bytes.length));
        Outcome whole = Outcome.of(source, new Blocks.Plan(1, 1 << 16));
        Outcome pieces = Outcome.of(source, new Blocks.Plan(2, 1 + (bytes[0] & 0x3F)));
        if (whole.refusal() != null || pieces.refusal() != null) {
            if (whole.refusal() == null || !whole.refusal().equals(pieces.refusal())) {
                throw new AssertionError(whole.refusal() + " but in pieces " + pieces.refusal());
            }
            if (whole.refusal().indexOf('\n') >= 0) {
                throw new AssertionError("more than a line: " + whole.refusal());
            }
        } else if (whole.data() != null && pieces.data() != null) {
            LibsvmData.assertEqual(pieces.data(), whole.data());
        }
    }

    private record Outcome(@Nullable Dataset data, @Nullable String refusal) {
        static Outcome of(Source source, Blocks.Plan plan) {
            try {
                return new Outcome(LibsvmReader.read(source, 0, plan), null);
            } catch (InvalidInput e) {
                return new Outcome(null, e.getMessage());
            }
        }
    }
}
