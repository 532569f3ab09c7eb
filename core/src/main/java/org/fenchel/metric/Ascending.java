package org.fenchel.metric;

/** The order that sorts an array: metrics sort several arrays by one of them. */
final class Ascending {
    private Ascending() {}

    /** Positions in ascending order of the values: a merge sort of indices, which spares a box for each. */
    static int[] order(double[] values) {
        int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int[] other = new int[values.length];
        for (int width = 1; width < order.length; width *= 2) {
            for (int from = 0; from < order.length; from += 2 * width) {
                merge(
                        values,
                        order,
                        other,
                        from,
                        Math.min(from + width, order.length),
                        Math.min(from + 2 * width, order.length));
            }
            int[] sorted = other;
            other = order;
            order = sorted;
            if (width > order.length / 2) {
                break; // doubling again could overflow
            }
        }
        return order;
    }

    private static void merge(double[] values, int[] in, int[] out, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int k = from; k < to; k++) {
            boolean takeLeft =
                    left < middle && (right >= to || Double.compare(values[in[left]], values[in[right]]) <= 0);
            out[k] = takeLeft ? in[left++] : in[right++];
        }
    }
}
