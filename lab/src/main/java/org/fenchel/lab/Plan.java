package org.fenchel.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All that an experiment measures, and what follows from it. The findings are made of the rows alone, so that it does not matter in
 * which process each was measured.
 *
 * @param data that the cells use
 * @param row what each cell gives
 * @param cells in the order in which the conclusion gets their rows; refused ones are left out there
 * @param warmUp compiles the loops before the first cell whose time matters
 * @param conclusion findings from the rows
 * @param <R> what each cell gives
 */
public record Plan<R extends Record>(
        List<DataUsed> data,
        Class<R> row,
        List<Cell<R>> cells,
        Runnable warmUp,
        Function<List<R>, Findings> conclusion) {
    /** Checks the names. */
    public Plan {
        data = List.copyOf(data);
        cells = List.copyOf(cells);
        Map<String, String> names = new HashMap<>();
        for (Cell<R> cell : cells) {
            String other = names.put(cell.fileName(), cell.name());
            if (other != null) {
                throw new IllegalArgumentException("two cells of one name: " + other + " and " + cell.name());
            }
        }
    }

    /** A plan that needs no warming up. */
    public static <R extends Record> Plan<R> of(
            List<DataUsed> data, Class<R> row, List<Cell<R>> cells, Function<List<R>, Findings> conclusion) {
        return new Plan<>(data, row, cells, () -> {}, conclusion);
    }

    /** The same plan with something to do first. */
    public Plan<R> after(Runnable warmingUp) {
        return new Plan<>(data, row, cells, warmingUp, conclusion);
    }

    /** A plan of one cell, for what takes seconds or cannot be cut. */
    public static Plan<Findings> whole(Supplier<Findings> work) {
        return of(
                List.of(),
                Findings.class,
                List.of(Cell.<Findings>of("all", live -> work.get()).alone()),
                rows -> rows.get(0));
    }
}
