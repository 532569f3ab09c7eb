package org.fenchel.solver.dual;

import java.util.function.DoubleUnaryOperator;

/** Finds the highest point of a concave function of one variable by comparing values and nothing else. */
final class GoldenSection {
    private static final double RATIO = (Math.sqrt(5) - 1) / 2;

    private GoldenSection() {}

    static double argmax(DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        double left = b - RATIO * (b - a);
        double right = a + RATIO * (b - a);
        double fLeft = f.applyAsDouble(left);
        double fRight = f.applyAsDouble(right);
        for (int iteration = 0; iteration < 100; iteration++) {
            if (fLeft >= fRight) {
                b = right;
                right = left;
                fRight = fLeft;
                left = b - RATIO * (b - a);
                fLeft = f.applyAsDouble(left);
            } else {
                a = left;
                left = right;
                fLeft = fRight;
                right = a + RATIO * (b - a);
                fRight = f.applyAsDouble(right);
            }
        }
        return (a + b) / 2;
    }
}
