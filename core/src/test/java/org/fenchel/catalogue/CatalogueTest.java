package org.fenchel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auto.service.AutoService;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Huber;
import org.fenchel.loss.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private static final Catalogue<Animal> ANIMALS = Catalogue.of(Animal.class);
    private static final Catalogue<Loss> LOSSES = Catalogue.of(Loss.class);

    /** A kind of its own, so that the tests depend on no real component. */
    public interface Animal {}

    /** Coats, with a name of two words. */
    public enum Coat {
        SMOOTH,
        VERY_WOOLLY
    }

    /** One parameter of each type. */
    @AutoService(Animal.class)
    @Described("an animal with everything")
    public record WoollySheep(double weight, int legs, long hairs, boolean awake, Coat coat, String eats)
            implements Animal {
        public WoollySheep() {
            this(80, 4, 50_000_000_000L, true, Coat.VERY_WOOLLY, "grass");
        }

        public WoollySheep {
            if (legs < 0) {
                throw InvalidInput.of("woolly-sheep: legs is " + legs, "give 0 or more");
            }
        }
    }

    /** Nothing to set, and a name that is not its record's. */
    @AutoService(Animal.class)
    @Named("yeti")
    public record AbominableSnowman() implements Animal {}

    @Test
    void namesComeFromRecordsUnlessTheySayOtherwise() {
        assertThat(ANIMALS.names()).containsExactly("woolly-sheep", "yeti");
    }

    @Test
    void listingHasDescriptionsAndDefaults() {
        Entry<Animal> sheep = ANIMALS.entries().get(0);
        assertThat(sheep.description()).isEqualTo("an animal with everything");
        assertThat(sheep.example())
                .isEqualTo("woolly-sheep(weight=80,legs=4,hairs=50000000000,awake=true,coat=very-woolly,eats=grass)");
        assertThat(sheep.parameters().get(4).values()).isEqualTo("smooth or very-woolly");
        assertThat(sheep.parameters()).extracting(Parameter::defaultValue).startsWith("80", "4");
        assertThat(ANIMALS.entries().get(1).description()).isEmpty();
    }

    @Test
    void parametersAreReadAndTheRestStaysAtDefaults() {
        assertThat(ANIMALS.parse("woolly-sheep")).isEqualTo(new WoollySheep());
        assertThat(ANIMALS.parse("woolly-sheep()")).isEqualTo(new WoollySheep());
        assertThat(ANIMALS.parse(" woolly-sheep ( weight = -1.5e-3 , coat=smooth,awake=false)"))
                .isEqualTo(new WoollySheep(-1.5e-3, 4, 50_000_000_000L, false, Coat.SMOOTH, "grass"));
        assertThat(ANIMALS.parse("woolly-sheep(eats=mash(oats=2,bran=1),hairs=7,legs=3)"))
                .as("text may hold a component of its own")
                .isEqualTo(new WoollySheep(80, 3, 7, true, Coat.VERY_WOOLLY, "mash(oats=2,bran=1)"));
        assertThat(ANIMALS.parse("yeti")).isEqualTo(new AbominableSnowman());
        assertThat(LOSSES.parse("huber(delta=0.5)")).isEqualTo(new Huber(0.5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yeti",
                "woolly-sheep",
                "woolly-sheep(weight=0.1)",
                "woolly-sheep(weight=1e-7,legs=2)",
                "woolly-sheep(weight=1.5e300)",
                "woolly-sheep(weight=-inf)",
                "woolly-sheep(awake=false,coat=smooth,eats=mash(oats=2,bran=1))"
            })
    void printingIsTheInverseOfParsing(String text) {
        assertThat(ANIMALS.print(ANIMALS.parse(text))).isEqualTo(text);
        assertThat(ANIMALS.parse(ANIMALS.printAll(ANIMALS.parse(text)))).isEqualTo(ANIMALS.parse(text));
    }

    @Test
    void printAllHasTheDefaultsToo() {
        assertThat(LOSSES.print(new Huber())).isEqualTo("huber");
        assertThat(LOSSES.printAll(new Huber())).isEqualTo("huber(delta=1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yetti | there is no animal \"yetti\"; did you mean yeti? known are woolly-sheep, yeti",
                "dog | there is no animal \"dog\"; known are woolly-sheep, yeti",
                "'' | there is no animal \"\"; known are woolly-sheep, yeti",
                "yeti(x=1) | yeti has no parameter \"x\"; it has none",
                "woolly-sheep(leg=3) | woolly-sheep has no parameter \"leg\"; did you mean legs? parameters and defaults are"
                        + " woolly-sheep(weight=80,legs=4,hairs=50000000000,awake=true,coat=very-woolly,eats=grass)",
                "woolly-sheep(3) | woolly-sheep: \"3\" is not of the form name=value; parameters and defaults are"
                        + " woolly-sheep(weight=80,legs=4,hairs=50000000000,awake=true,coat=very-woolly,eats=grass)",
                "woolly-sheep(legs=3.5) | woolly-sheep: legs=3.5 is not a whole number; the default is legs=4",
                "woolly-sheep(legs=99999999999) | woolly-sheep: legs=99999999999 is not a whole number; the default is legs=4",
                "woolly-sheep(weight=heavy) | woolly-sheep: weight=heavy is not a number; the default is weight=80",
                "woolly-sheep(weight=1d) | woolly-sheep: weight=1d is not a number; the default is weight=80",
                "woolly-sheep(weight=) | woolly-sheep: weight= is not a number; the default is weight=80",
                "woolly-sheep(awake=yes) | woolly-sheep: awake=yes is not true or false; the default is awake=true",
                "woolly-sheep(coat=wooly) | woolly-sheep: coat=wooly is not smooth or very-woolly; the default is coat=very-woolly",
                "woolly-sheep(legs=1,legs=2) | woolly-sheep: legs is given twice; give it once",
                "woolly-sheep(legs=1 | animal \"woolly-sheep(legs=1\" has no closing parenthesis; write it as in"
                        + " woolly-sheep(weight=80,legs=4,hairs=50000000000,awake=true,coat=very-woolly,eats=grass)",
                "woolly-sheep(legs=-1) | woolly-sheep: legs is -1; give 0 or more"
            })
    void mistakesAreExplainedInOneLine(String text, String message) {
        assertThatThrownBy(() -> ANIMALS.parse(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(message);
    }

    static Iterable<Entry<Loss>> losses() {
        return LOSSES.entries();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLossIsDescribedAndRoundTrips(Entry<Loss> entry) {
        assertThat(entry.description()).isNotBlank().doesNotEndWith(".");
        assertThat(LOSSES.parse(entry.example())).isEqualTo(entry.defaults());
        assertThat(LOSSES.print(entry.defaults())).isEqualTo(entry.name());
    }

    @Test
    void lossesHaveTheirNames() {
        assertThat(LOSSES.names())
                .contains(
                        "absolute",
                        "epsilon-insensitive",
                        "hinge",
                        "huber",
                        "logistic",
                        "poisson-identity",
                        "poisson-log",
                        "quantile",
                        "smoothed-hinge",
                        "squared",
                        "squared-hinge");
        assertThatThrownBy(() -> LOSSES.parse("logistics"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("there is no loss \"logistics\"; did you mean logistic? known are absolute, ");
    }

    @ParameterizedTest
    @CsvSource({"L2,l2", "PoissonLog,poisson-log", "SVMLoss,svm-loss", "maxPasses,max-passes", "x,x"})
    void camelCaseBecomesKebabCase(String camel, String kebab) {
        assertThat(Entry.kebab(camel)).isEqualTo(kebab);
    }
}
