package org.fenchel.bench.grid;

import java.util.Arrays;
import java.util.function.Supplier;
import org.fenchel.data.Dataset;
import org.fenchel.loss.Loss;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.fenchel.problem.Certifier;
import org.fenchel.problem.FiniteSum;

/**
 * One problem of the grid.
 *
 * @param check whether it was kept out of the calibration
 */
record Cell(String data, Supplier<Dataset> source, boolean intercept, boolean check, Loss loss, Strength strength) {
    /** How strong a penalty is, and which. */
    enum Strength {
        /** l2 = 0.01 / n, C = 100 elsewhere. */
        WEAK,
        /** l2 = 1 / n, C = 1 elsewhere. */
        MEDIUM,
        /** l2 = 1 / sqrt(n). */
        STRONG,
        /** l1 = a twentieth of the least that sets all weights to 0. */
        L1,
        /** No penalty. */
        NONE
    }

    String name() {
        return data + "/" + loss.getClass().getSimpleName() + "/" + strength;
    }

    FiniteSum problem() {
        Dataset rows = source.get();
        double n = rows.n();
        Penalty penalty = switch (strength) {
            case WEAK -> new L2(0.01 / n);
            case MEDIUM -> new L2(1 / n);
            case STRONG -> new L2(1 / Math.sqrt(n));
            case L1 -> new L1(0.05 * steepest(rows));
            case NONE -> new None();
        };
        return FiniteSum.of(rows, loss, penalty, intercept);
    }

    /** The largest slope of the mean loss at zero weights: the least l1 that keeps all of them there. */
    private double steepest(Dataset rows) {
        FiniteSum problem = FiniteSum.of(rows, loss, new None(), intercept);
        Certifier certifier = new Certifier(problem);
        certifier.certify(new double[rows.d()], 0, null);
        double[] slopes = new double[rows.d()];
        for (int i = 0; i < rows.n(); i++) {
            double slope = loss.derivative(certifier.intercept(), rows.target(i));
            rows.rows().axpy(slope / rows.n(), i, slopes);
        }
        return Arrays.stream(slopes).map(Math::abs).max().orElse(1);
    }
}
