package org.fenchel.io.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.table.Table;
import org.junit.jupiter.api.Test;

/** Categories of which one level has no feature. */
class ReferencesTest {
    private static final Roles Y = new Roles("y");
    private static final Table TABLE = Tables.of("c,a,b,y", "u,1,p,0", "w,2,q,1", "v,3,p,2", "w,4,,3");

    private static TableEncoding fit(References references, Missing missing) {
        return Encoding.fit(
                TABLE, Y, new EncodingOptions().withReferences(references).withMissing(missing));
    }

    private static double[][] encode(TableEncoding encoding, Table table) {
        return TableEncodingTest.dense(encoding.encode(table).rows());
    }

    @Test
    void theFirstLevelHasNoFeature() {
        TableEncoding encoding = fit(References.FIRST, Missing.DROP);
        assertThat(encoding.featureNames()).containsExactly("c=v", "c=w", "a", "b=q");
        assertThat(encoding.references()).containsExactly("c=u", "b=p");
        assertThat(encode(encoding, TABLE)).isDeepEqualTo(new double[][] {{0, 0, 1, 0}, {0, 1, 2, 1}, {1, 0, 3, 0}});
        assertThat(encoding.row(Map.of("c", "u", "a", 9, "b", "q"))).containsExactly(0, 0, 9, 1);
    }

    @Test
    void anyLevelMayBeChosen() {
        TableEncoding encoding = fit(new References(false, Map.of("c", "v")), Missing.DROP);
        assertThat(encoding.featureNames()).containsExactly("c=u", "c=w", "a", "b=p", "b=q");
        assertThat(encoding.references()).containsExactly("c=v");
        // as where a fold has no row of it
        Table part = Tables.of("c,a,b,y", "u,1,p,0", "w,2,q,1", "v,3,,2");
        TableEncoding without = Encoding.fit(
                part,
                Y,
                new EncodingOptions()
                        .withReferences(new References(false, Map.of("c", "v")))
                        .withMissing(Missing.DROP));
        assertThat(without.featureNames()).containsExactly("c=u", "c=w", "a", "b=p", "b=q");
    }

    @Test
    void levelsThatTrainingDidNotHoldCountAsTheReferenceAndAreTold() {
        TableEncoding encoding = fit(References.FIRST, Missing.DROP);
        Table later = Tables.of("c,a,b", "u,1,p", "x,1,p");
        Encoded encoded = encoding.encode(later);
        assertThat(encoded.unseen().rows()).isEqualTo(1);
        assertThat(encode(encoding, later)).isDeepEqualTo(new double[][] {{0, 0, 1, 0}, {0, 0, 1, 0}});
    }

    @Test
    void missingCellsMayCountAsTheReference() {
        TableEncoding encoding = fit(References.FIRST, Missing.MEAN);
        assertThat(encode(encoding, TABLE)[3]).containsExactly(0, 1, 4, 0);
    }

    @Test
    void filesKeepIt() {
        TableEncoding encoding = fit(References.FIRST, Missing.MEAN);
        TableEncoding back = TableEncoding.fromJson(encoding.toJson());
        assertThat(back.featureNames()).isEqualTo(encoding.featureNames());
        assertThat(back.references()).isEqualTo(encoding.references());
        String broken = encoding.toJson().toString().replace("\"reference\": \"u\"", "\"reference\": \"z\"");
        assertThatThrownBy(() -> TableEncoding.fromJson(JsonObject.parse(broken)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("none of the levels");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> fit(new References(false, Map.of("c", "z")), Missing.DROP))
                .hasMessageContaining("no level 'z'")
                .hasMessageContaining("u, v, w");
        assertThatThrownBy(() -> fit(new References(false, Map.of("a", "1")), Missing.DROP))
                .hasMessageContaining("holds numbers");
        assertThatThrownBy(() -> fit(new References(false, Map.of("y", "1")), Missing.DROP))
                .hasMessageContaining("is no feature");
        assertThatThrownBy(() -> Encoding.fit(
                        Tables.of("c,y", "u,1", "u,2"), Y, new EncodingOptions().withReferences(References.FIRST)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no feature is left");
        assertThatThrownBy(() ->
                        new EncodingOptions().withReferences(References.FIRST).withHashBits(4))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no reference level");
    }
}
