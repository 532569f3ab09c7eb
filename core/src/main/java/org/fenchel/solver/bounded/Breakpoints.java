package org.fenchel.solver.bounded;

/** Entries in the order in which they meet their bounds: a binary heap, since few of them are usually asked for. */
final class Breakpoints {
    private final int[] heap;
    private double[] key = {};
    private int size;

    Breakpoints(int most) {
        heap = new int[most];
    }

    void clear() {
        size = 0;
    }

    /** Adds an entry; {@link #arrange} before anything is read. */
    void add(int entry) {
        heap[size++] = entry;
    }

    /**
     * Puts the entries added in order.
     *
     * @param keys for each entry, its place in the order; kept
     */
    void arrange(double[] keys) {
        key = keys;
        for (int at = size / 2 - 1; at >= 0; at--) {
            sink(at);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The entry of the least key. */
    int first() {
        return heap[0];
    }

    /** The same, removed. */
    int removeFirst() {
        int first = heap[0];
        heap[0] = heap[--size];
        sink(0);
        return first;
    }

    private void sink(int from) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && key[heap[child + 1]] < key[heap[child]]) {
                child++;
            }
            if (key[heap[at]] <= key[heap[child]]) {
                return;
            }
            int entry = heap[at];
            heap[at] = heap[child];
            heap[child] = entry;
            at = child;
        }
    }
}
