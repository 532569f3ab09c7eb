package org.fenchel.lab;

import org.jspecify.annotations.Nullable;

/** What becomes of a cell in the course of a run. Each is filled by one thread, and read by others once that has ended. */
final class Outcome<R extends Record> {
    private final Cell<R> cell;
    private CellRun.State state;
    private double seconds = Double.NaN;

    @Nullable
    private R row;

    Outcome(Cell<R> cell) {
        this.cell = cell;
        state = cell.refusal() == null ? CellRun.State.MEASURED : CellRun.State.REFUSED;
    }

    void keep(RowFolder.Kept<R> kept) {
        row = kept.row();
        seconds = kept.seconds();
        state = CellRun.State.KEPT;
    }

    void measured(R result, double took) {
        row = result;
        seconds = took;
    }

    Cell<R> cell() {
        return cell;
    }

    @Nullable
    R row() {
        return row;
    }

    double seconds() {
        return seconds;
    }

    /** Whether it is still to be measured. */
    boolean open() {
        return row == null && cell.refusal() == null;
    }

    CellRun told(boolean filed) {
        String refusal = cell.refusal();
        return new CellRun(cell.name(), state, seconds, refusal != null ? refusal : filed ? RowFolder.place(cell) : "");
    }
}
