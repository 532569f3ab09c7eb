package org.fenchel.io.csv;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.source.Blocks;
import org.fenchel.io.source.Source;
import org.fenchel.io.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Any bytes are read or refused in one line, and the same way in one block on one thread as in many on several. Runs its
 * seeds by default; to search for new ones (the classes named are records with nullable components, whose fields Jazzer's
 * instrumentation loses):
 *
 * <pre>
 * export JAZZER_INSTRUMENTATION_EXCLUDES='org.fenchel.io.csv.CsvFormat:org.fenchel.io.csv.CsvFuzzTest$Outcome'
 * JAZZER_FUZZ=1 mvn -pl io -am test-compile surefire:test@fuzz -Dtest=CsvFuzzTest -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class CsvFuzzTest {
    @FuzzTest(maxDuration = "3m")
    void readsOrRefuses(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        CsvFormat format = format(bytes[0]);
        Source source = Source.of("t", Arrays.copyOfRange(bytes, 2, bytes.length));
        Outcome whole = Outcome.of(source, format, new Blocks.Plan(1, 1 << 16));
        Outcome pieces = Outcome.of(source, format, new Blocks.Plan(2, 1 + (bytes[1] & 0x3F)));
        if (whole.refusal() != null || pieces.refusal() != null) {
            if (whole.refusal() == null || !whole.refusal().equals(pieces.refusal())) {
                throw new AssertionError(whole.refusal() + " but in pieces " + pieces.refusal());
            }
            if (whole.refusal().indexOf('\n') >= 0) {
                throw new AssertionError("more than a line: " + whole.refusal());
            }
        } else if (whole.table() != null && pieces.table() != null) {
            CsvText.assertEqual(pieces.table(), whole.table());
        }
    }

    private static CsvFormat format(int choice) {
        CsvFormat format = new CsvFormat();
        if ((choice & 1) != 0) {
            format = format.withMissing(MissingCells.KEEP);
        }
        if ((choice & 2) != 0) {
            format = format.withHeader((choice & 4) != 0);
        }
        if ((choice & 8) != 0) {
            format = format.withDelimiter(",; \t".charAt((choice >> 4) & 3));
        }
        return format;
    }

    private record Outcome(@Nullable Table table, @Nullable String refusal) {
        static Outcome of(Source source, CsvFormat format, Blocks.Plan plan) {
            try {
                return new Outcome(CsvReader.read(source, format, plan), null);
            } catch (InvalidInput e) {
                return new Outcome(null, e.getMessage());
            }
        }
    }
}
