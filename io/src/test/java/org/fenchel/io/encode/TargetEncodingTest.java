package org.fenchel.io.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Table;
import org.fenchel.loss.Hinge;
import org.fenchel.loss.Logistic;
import org.fenchel.loss.Loss;
import org.fenchel.loss.PoissonLog;
import org.fenchel.loss.Squared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetEncodingTest {
    private static final Loss LOGISTIC = new Logistic();

    private static TargetEncoding fit(Table table, Loss loss) {
        return TargetEncoding.fit(table, table.column("y"), TableColumns.upTo(table.n()), loss, null);
    }

    private static double[] encode(TargetEncoding target, Table table) {
        return target.encode(table, table.column("y"), TableColumns.upTo(table.n()));
    }

    @Test
    void lossesOfTwoClassesAreTold() {
        assertThat(List.of(LOGISTIC, new Hinge())).allMatch(TargetEncoding::isTwoClass);
        assertThat(List.of(new Squared(), new PoissonLog())).noneMatch(TargetEncoding::isTwoClass);
    }

    @ParameterizedTest
    @CsvSource({"0,1,0,1", "1,0,0,1", "4,2,2,4", "1,-1,-1,1", "spam,nonspam,nonspam,spam", "10,9,9,10", "b,10,10,b"})
    void theSecondInOrderIsPositive(String first, String second, String negative, String positive) {
        Table table = Tables.of("y", first, second, first);
        TargetEncoding target = fit(table, LOGISTIC);
        assertThat(target).isEqualTo(new TargetEncoding.TwoClasses(negative, positive));
        double sign = first.equals(positive) ? 1 : -1;
        assertThat(encode(target, table)).containsExactly(sign, -sign, sign);
        assertThat(target.decode(0.3, 0.57)).isEqualTo(positive);
        assertThat(target.decode(-0.3, 0.43)).isEqualTo(negative);
        assertThat(TargetEncoding.fromJson(target.toJson())).isEqualTo(target);
    }

    @Test
    void theUserMayChooseThePositiveClass() {
        Table table = Tables.of("y", "spam", "nonspam");
        TargetEncoding target = TargetEncoding.fit(table, table.column("y"), new int[] {0, 1}, LOGISTIC, "nonspam");
        assertThat(encode(target, table)).containsExactly(-1, 1);
        assertThatThrownBy(() -> TargetEncoding.fit(table, table.column("y"), new int[] {0, 1}, LOGISTIC, "ham"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "'ham' is to be the positive class, but column 'y' has 2 classes (nonspam, spam)");
    }

    @Test
    void otherNumbersOfClassesAreRefusedByName() {
        assertThatThrownBy(() -> fit(Tables.of("y", "spam", "spam"), LOGISTIC))
                .hasMessage(
                        "t.csv: column 'y' has one class only (spam) where this loss needs two; give rows of both classes");
        assertThatThrownBy(() -> fit(Tables.of("y", "1", "2", "10"), LOGISTIC))
                .hasMessageContaining("3 classes (1, 2, 10)");
        assertThatThrownBy(() -> TargetEncoding.fit(new double[] {1, 2, 3, 4, 5, 6.5}, LOGISTIC, null))
                .hasMessageContaining("6 classes (1, 2, 3, 4, 5, ...)");
    }

    @Test
    void aLabelOfNeitherClassIsRefusedWithItsPlace() {
        TargetEncoding target = fit(Tables.of("y", "a", "b"), LOGISTIC);
        assertThatThrownBy(() -> encode(target, Tables.of("x,y", "1,a", "2,c")))
                .hasMessageStartingWith("t.csv:3:2: 'c' is neither of the classes a and b");
        TargetEncoding numbers = TargetEncoding.fit(new double[] {1, 2}, LOGISTIC, null);
        assertThat(numbers.encode(new double[] {2, 1})).containsExactly(1, -1);
        assertThatThrownBy(() -> numbers.encode(new double[] {1, 0})).hasMessageContaining("target 0 of row 1");
    }

    @Test
    void numbersStayNumbersAndTextIsRefused() {
        TargetEncoding target = fit(Tables.of("y", "1.5", "2"), new Squared());
        assertThat(encode(target, Tables.of("y", "3", "-1"))).containsExactly(3, -1);
        assertThatThrownBy(() -> encode(target, Tables.of("y", "3", "spam")))
                .hasMessageStartingWith("t.csv:3:1: 'spam' in column 'y' is not a number");
    }

    @Test
    void aTargetThatTheLossRefusesIsNamedWithItsPlace() {
        Table table = Tables.of("x,y", "1,0", "2,-1");
        assertThatThrownBy(() -> TrainingData.of(table, new Roles("y"), new EncodingOptions(), new PoissonLog(), null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("t.csv:3:2: target -1 does not suit the loss");
    }
}
