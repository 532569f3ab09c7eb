package org.fenchel.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fenchel.io.json.JsonObject;
import org.fenchel.run.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of plans: what is measured, kept and refused. */
class RunnerTest {
    private static final Shelf EMPTY = name -> Path.of(name);

    @TempDir
    Path folder;

    private final List<String> worked = Collections.synchronizedList(new ArrayList<>());

    /** Everything a row may hold. */
    private record Row(String name, int count, double number, double[] weights, ResultTable table, List<Inner> parts) {
        /** Not a field of the file. */
        boolean isLarge() {
            return count > 2;
        }
    }

    private record Inner(double value) {}

    private Cell<Row> cell(int k) {
        return Cell.of("cell " + k, live -> {
            worked.add("cell " + k);
            live.probed(new Trace.Point(1, 0.5, 0.25, 0, 0.125, Double.NaN));
            ResultTable table = ResultTable.of("words", "whole", "number")
                    .add("NaN", k, 1.0)
                    .add("b", -1, Double.NaN)
                    .add("c", 0, Double.NEGATIVE_INFINITY);
            return new Row("r" + k, k, Double.NaN, new double[] {0.1, 1e-300}, table, List.of(new Inner(k / 3.0)));
        });
    }

    private Plan<Row> plan(List<Cell<Row>> cells) {
        return Plan.of(List.of(new DataUsed("made up", 1, 1, "")), Row.class, cells, rows -> {
            ResultTable table = ResultTable.of("name", "part", "third");
            rows.forEach(row -> table.add(
                    row.name(), row.parts().get(0).value(), row.table().number(2, "number")));
            return new Findings(List.of(), table, List.of(), List.of(), List.of());
        });
    }

    private Report run(String call, List<Cell<Row>> cells) {
        return Runner.in(folder, EMPTY, false).run("tiny", call, "Tiny", "Nobody", plan(cells));
    }

    private static List<CellRun.State> states(Report report) {
        return report.cells().stream().map(CellRun::state).toList();
    }

    @Test
    void finishedCellsAreNotDoneAgain() {
        List<Cell<Row>> cells = IntStream.range(0, 5).mapToObj(this::cell).toList();
        Report first = run("tiny(seed=1)", cells.subList(0, 3));
        assertThat(states(first)).containsOnly(CellRun.State.MEASURED);
        worked.clear();
        Report second = run("tiny(seed=1)", cells);
        assertThat(worked).containsExactlyInAnyOrder("cell 3", "cell 4");
        assertThat(states(second))
                .containsExactly(
                        CellRun.State.KEPT,
                        CellRun.State.KEPT,
                        CellRun.State.KEPT,
                        CellRun.State.MEASURED,
                        CellRun.State.MEASURED);
        // what was read back is what was measured, to the last bit
        assertThat(second.findings().table().rows())
                .isEqualTo(Runner.inMemory(EMPTY)
                        .run("tiny", "tiny(seed=1)", "Tiny", "Nobody", plan(cells))
                        .findings()
                        .table()
                        .rows());
    }

    @Test
    void otherParametersAreMeasuredAnew() {
        List<Cell<Row>> cells = List.of(cell(1), cell(2));
        run("tiny(seed=1)", cells);
        assertThat(states(run("tiny(seed=2)", cells))).containsOnly(CellRun.State.MEASURED);
    }

    @Test
    void aBrokenRowIsMeasuredAgain() throws IOException {
        List<Cell<Row>> cells = List.of(cell(1), cell(2));
        Report report = run("tiny", cells);
        Path row = folder.resolve(report.cells().get(0).note());
        Files.writeString(row, Files.readString(row).substring(0, 40));
        assertThat(states(run("tiny", cells))).containsExactly(CellRun.State.MEASURED, CellRun.State.KEPT);
        assertThat(JsonObject.parse(Files.readString(row)).object("row").text("name"))
                .isEqualTo("r1");
    }

    @Test
    void aRowSaysWhereItCameFrom() throws IOException {
        Report report = run("tiny(seed=1)", List.of(cell(1).alone()));
        assertThat(report.cells().get(0).note()).isEqualTo("cells/cell-1.json");
        JsonObject row = JsonObject.parse(Files.readString(folder.resolve("cells/cell-1.json")));
        assertThat(row.text("cell")).isEqualTo("cell 1");
        assertThat(row.flag("alone")).isTrue();
        assertThat(row.object("origin").text("experiment")).isEqualTo("tiny(seed=1)");
        assertThat(row.object("origin").objects("data").get(0).text("name")).isEqualTo("made up");
        assertThat(row.object("machine").text("java")).isNotBlank();
        assertThat(row.number("seconds")).isNotNegative();
        assertThat(Files.readAllLines(folder.resolve("live/cell-1.csv")))
                .containsExactly("passes,seconds,objective,relativeGap,onlineLoss", "1.0,0.5,0.25,0.125,NaN");
    }

    @Test
    void refusedCellsAreToldAndLeftOut() {
        Report report = run("tiny", List.of(cell(1), cell(2).unless(Optional.of("it has no gradient"))));
        assertThat(worked).containsExactly("cell 1");
        assertThat(report.cells().get(1))
                .isEqualTo(new CellRun("cell 2", CellRun.State.REFUSED, Double.NaN, "it has no gradient"));
        assertThat(report.findings().table().rows()).hasSize(1);
    }

    @Test
    void timedCellsRunAloneAndAfterTheOthers() {
        List<Cell<Row>> cells = Arrays.asList(cell(1).alone(), cell(2), cell(3).alone(), cell(4));
        List<String> doing = new ArrayList<>();
        Runner.inMemory(EMPTY)
                .watchedBy(progress -> doing.add(progress.doing()))
                .run("tiny", "tiny", "Tiny", "Nobody", plan(cells).after(() -> worked.add("warm")));
        assertThat(worked.subList(0, 2)).containsExactlyInAnyOrder("cell 2", "cell 4");
        assertThat(worked.subList(2, 5)).containsExactly("warm", "cell 1", "cell 3");
        assertThat(doing).contains("cell 1", "cell 3").doesNotContain("cell 1, cell 3");
    }

    @Test
    void aFailureOfACellIsTheRuns() {
        Cell<Row> broken = Cell.of("broken", live -> {
            throw new IllegalStateException("no luck");
        });
        assertThatThrownBy(() -> run("tiny", List.of(cell(1), broken)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no luck");
    }

    @Test
    void twoCellsOfOneNameAreAMistake() {
        assertThatThrownBy(() -> plan(List.of(cell(1), cell(1)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timeLeftFollowsFromTheCost() {
        List<Progress> seen = new ArrayList<>();
        Runner.inMemory(EMPTY)
                .watchedBy(seen::add)
                .run(
                        "tiny",
                        "tiny",
                        "Tiny",
                        "Nobody",
                        plan(List.of(cell(1).alone(), cell(2).alone().costing(1e9))));
        assertThat(seen.get(0).secondsLeft()).isNaN();
        assertThat(seen).anySatisfy(progress -> {
            assertThat(progress.done()).isEqualTo(1);
            assertThat(progress.secondsLeft()).isGreaterThan(10);
        });
        assertThat(seen.get(seen.size() - 1).done()).isEqualTo(2);
    }
}
