package org.fenchel.io.csv;

import java.util.Arrays;

/** The values of a block's rows, an array for each column: numbers, or codes of levels. */
final class ColumnArrays {
    private final ColumnType[] types;
    private final double[][] numbers;
    private final int[][] codes;
    private int capacity;

    ColumnArrays(ColumnType[] types) {
        this.types = types;
        numbers = new double[types.length][];
        codes = new int[types.length][];
    }

    /** By column; an entry changes where {@link #widen} makes it longer. */
    double[][] numbers() {
        return numbers;
    }

    /** By column, likewise. */
    int[][] codes() {
        return codes;
    }

    int capacity() {
        return capacity;
    }

    /** Fresh arrays for each block: they are handed on rather than copied, unless much of them was not needed. */
    void allocate(int rows) {
        capacity = rows;
        for (int j = 0; j < types.length; j++) {
            if (types[j].categorical()) {
                codes[j] = new int[rows];
            } else {
                numbers[j] = new double[rows];
            }
        }
    }

    void widen() {
        capacity = 2 * capacity;
        for (int j = 0; j < types.length; j++) {
            if (types[j].categorical()) {
                codes[j] = Arrays.copyOf(codes[j], capacity);
            } else {
                numbers[j] = Arrays.copyOf(numbers[j], capacity);
            }
        }
    }

    /** The first rows of a column of numbers. */
    double[] numbers(int column, int rows) {
        double[] array = numbers[column];
        return tight(array.length, rows) ? array : Arrays.copyOf(array, rows);
    }

    /** The first rows of a column of categories. */
    int[] codes(int column, int rows) {
        int[] array = codes[column];
        return tight(array.length, rows) ? array : Arrays.copyOf(array, rows);
    }

    private static boolean tight(int length, int rows) {
        return length - rows <= length >> 3;
    }
}
