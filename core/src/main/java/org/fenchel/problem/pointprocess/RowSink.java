package org.fenchel.problem.pointprocess;

/** Takes the rows of features as a pass through events makes them. */
public interface RowSink {
    /** Wants none. */
    RowSink NONE = new RowSink() {
        @Override
        public int next(int node) {
            return -1;
        }

        @Override
        public double[] array(int node) {
            throw new IllegalStateException("no rows are wanted");
        }
    };

    /** The place of the next row of a node, or -1 where it is not wanted; asked once an event, when all rows before are complete. */
    int next(int node);

    /** What it is a place in. */
    double[] array(int node);
}
