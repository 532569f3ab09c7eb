package org.fenchel.io.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.fenchel.data.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {
    @Test
    void everyKindOfValueComesBack() {
        JsonObject json = new JsonObject()
                .put("text", "a\"b\\c\n\t\u0001ü€\uD83D\uDE00")
                .put("whole", Long.MIN_VALUE)
                .put("flag", true)
                .put("nothing", null)
                .put("object", new JsonObject().put("inner", 1))
                .put("empty", new JsonObject())
                .put("list", List.of("x", "y"))
                .put("objects", List.of(new JsonObject().put("k", 1L), new JsonObject()));
        JsonObject back = JsonObject.parse(json.toString());
        assertThat(back.toString()).isEqualTo(json.toString());
        assertThat(back.text("text")).isEqualTo(json.text("text"));
        assertThat(back.whole("whole")).isEqualTo(Long.MIN_VALUE);
        assertThat(back.flag("flag")).isTrue();
        assertThat(back.has("nothing")).isFalse();
        assertThat(back.texts("list")).containsExactly("x", "y");
        assertThat(back.objects("objects").get(0).count("k")).isEqualTo(1);
    }

    @Test
    void doublesComeBackWithTheSameBits() {
        Random random = new Random(1);
        for (int k = 0; k < 10_000; k++) {
            check(Double.longBitsToDouble(random.nextLong()));
        }
        List.of(0.0, -0.0, 1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN)
                .forEach(JsonObjectTest::check);
        assertThat(Double.doubleToLongBits(JsonObject.parse("{\"x\": -0}").number("x")))
                .isEqualTo(Double.doubleToLongBits(-0.0));
    }

    private static void check(double value) {
        double back =
                JsonObject.parse(new JsonObject().put("x", value).toString()).number("x");
        assertThat(Double.doubleToLongBits(back)).isEqualTo(Double.doubleToLongBits(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1}x",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"",
                "{\"a\":tru}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":[1,]}",
                "{\"a\":\"\n\"}",
                "{\"a\":NaN}",
                "{\"a\":[null]}",
                "{\"a\":+1}",
                "{\"a\":\"\\",
                "{\"a\":\"\\u12"
            })
    void brokenTextIsRefused(String text) {
        assertThatThrownBy(() -> JsonObject.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageMatching("line [12], column \\d+: the JSON is broken: .*");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "{\"a\":" + "[".repeat(100_000);
        assertThatThrownBy(() -> JsonObject.parse(deep))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void cutTextIsRefusedWhereverItIsCut() {
        String text = new JsonObject()
                .put("a", List.of(1, 2.5))
                .put("b", new JsonObject().put("c", "\n"))
                .toString();
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertThatThrownBy(() -> JsonObject.parse(cut)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void fieldsOfAnotherKindAreRefusedByName() {
        JsonObject json = JsonObject.parse("{\"a\": 1.5, \"b\": \"x\"}");
        assertThatThrownBy(() -> json.whole("a")).hasMessage("line 1, column 7: field \"a\" is not a whole number");
        assertThatThrownBy(() -> json.number("b")).hasMessage("line 1, column 17: field \"b\" is not a number");
        assertThatThrownBy(() -> json.text("c")).hasMessage("line 1, column 1: field \"c\" is missing");
        assertThatThrownBy(() -> new JsonObject().text("c")).hasMessage("field \"c\" is missing");
    }

    @Test
    void mistakesHaveThePlaceOfTheFieldInTheWholeText() {
        JsonObject json =
                JsonObject.parse("{\"a\": {\"k\": 1},\n  \"list\": [{\"k\": 2},\n    {\"j\": [3], \"k\": true}]}");
        JsonObject last = json.objects("list").get(1);
        assertThatThrownBy(() -> last.number("k"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("line 3, column 21: field \"k\" is not a number");
        assertThat(json.at("list", InvalidInput.of("too long", "")).in("f.json"))
                .hasMessage("f.json:2:11: too long");
        assertThat(json.at("list", InvalidInput.at("g.csv", 7, 0, "no", ""))).hasMessage("g.csv:7: no");
    }
}
