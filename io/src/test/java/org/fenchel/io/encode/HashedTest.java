package org.fenchel.io.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.csv.CsvFormat;
import org.fenchel.io.csv.CsvReader;
import org.fenchel.io.encode.ColumnEncoding.Hashed;
import org.fenchel.io.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Categories that are hashed. */
class HashedTest {
    @TempDir
    private Path folder;

    private Table table(String text) throws Exception {
        return CsvReader.read(Files.writeString(folder.resolve("t.csv"), text), new CsvFormat());
    }

    private static final String ROWS = "town,shop,y\nUlm,a,1\nBonn,b,0\nKiel,a,1\nUlm,b,0\n";

    private TableEncoding fitted(int bits) throws Exception {
        return Encoding.fit(table(ROWS), new Roles("y"), new EncodingOptions().withHashBits(bits));
    }

    @Test
    void everyCategoryHasAFeatureSeenOrNot() throws Exception {
        TableEncoding encoding = fitted(10);
        Table later = table("town,shop,y\nUlm,a,1\nTrier,c,0\n");
        Encoded encoded = encoding.encode(later);
        IndicatorRows rows = (IndicatorRows) encoded.rows();
        assertThat(rows.starts()).containsExactly(0, 2, 4);
        assertThat(encoded.unseen().any()).isFalse();
        double[] row = encoding.row(Map.of("town", "Trier", "shop", "c"));
        for (int e = 2; e < 4; e++) {
            assertThat(row[rows.columns()[e]]).isEqualTo(1);
        }
        assertThat(encoding.d()).isLessThanOrEqualTo(1024);
        assertThat(encoding.featureNames()).hasSize(encoding.d()).contains("town#1", "shop#1");
    }

    @Test
    void theModelFileKnowsThePlaces() throws Exception {
        TableEncoding encoding = fitted(10);
        TableEncoding again = TableEncoding.fromJson(encoding.toJson());
        assertThat(again.columns()).isEqualTo(encoding.columns());
        Map<String, String> row = Map.of("town", "Kiel", "shop", "z");
        assertThat(again.row(row)).containsExactly(encoding.row(row));
    }

    @Test
    void columnsDoNotMeetAndPlacesAreSpread() {
        Hashed one = new Hashed("user", 1 << 12, -1, 0, 0);
        Hashed other = new Hashed("item", 1 << 12, -1, 0, 0);
        BitSet taken = new BitSet();
        int same = 0;
        for (int k = 0; k < 4096; k++) {
            taken.set(one.place(Integer.toString(k)));
            same += one.place(Integer.toString(k)) == other.place(Integer.toString(k)) ? 1 : 0;
        }
        // of n balls in n boxes 1 - 1/e of the boxes are not empty, with a deviation of 31
        assertThat(taken.cardinality()).isBetween(2589 - 125, 2589 + 125);
        assertThat(same).isLessThan(10);
    }

    @Test
    void collisionsAreCounted() throws Exception {
        StringBuilder text = new StringBuilder("id,y\n");
        for (int i = 0; i < 200; i++) {
            text.append("u").append(i).append(',').append(i % 2).append('\n');
        }
        EncodingOptions options = new EncodingOptions().withHashBits(6);
        Hashed id = (Hashed) Encoding.fit(table(text.toString()), new Roles("y"), options)
                .columns()
                .get(0);
        assertThat(id.width()).isEqualTo(64);
        assertThat(id.levels()).isEqualTo(200);
        int[] at = new int[64];
        for (int i = 0; i < 200; i++) {
            at[id.place("u" + i)]++;
        }
        int sharing = 0;
        for (int count : at) {
            sharing += count > 1 ? count : 0;
        }
        assertThat(id.collisions()).isEqualTo(sharing);
    }

    @Test
    void tooFewOrTooManyBitsAreRefused() throws Exception {
        assertThatThrownBy(() -> new EncodingOptions().withHashBits(40)).isInstanceOf(InvalidInput.class);
        Table three = table("a,b,c,y\nu,v,w,1\nv,w,u,0\n");
        assertThatThrownBy(() -> Encoding.fit(three, new Roles("y"), new EncodingOptions().withHashBits(1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--hash-bits");
    }
}
