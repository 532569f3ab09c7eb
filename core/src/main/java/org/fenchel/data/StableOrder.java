package org.fenchel.data;

/** The order of numbers by size, equal ones as they stood: a merge sort of their places. */
final class StableOrder {
    private StableOrder() {}

    static int[] of(double[] keys) {
        int n = keys.length;
        int[] from = new int[n];
        int[] to = new int[n];
        for (int k = 0; k < n; k++) {
            from[k] = k;
        }
        for (long width = 1; width < n; width *= 2) {
            for (long low = 0; low < n; low += 2 * width) {
                int middle = (int) Math.min(low + width, n);
                int high = (int) Math.min(low + 2 * width, n);
                merge(keys, from, (int) low, middle, high, to);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(double[] keys, int[] from, int low, int middle, int high, int[] to) {
        int left = low;
        int right = middle;
        for (int k = low; k < high; k++) {
            boolean takeLeft = left < middle && (right >= high || keys[from[left]] <= keys[from[right]]);
            to[k] = takeLeft ? from[left++] : from[right++];
        }
    }
}
