package org.fenchel.solver.lowrank;

import org.fenchel.data.ObservedEntries;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.solver.mirror.ProxSetup;

/**
 * The Euclidean setup of a semi-structured inequality, omega = omega_1 + omega_2: exact mappings of one block, conditional gradients for the
 * matrix.
 *
 * @param problem whose matrix it is
 * @param form of the exact block
 * @param prox of the matrix
 * @param calls of the oracle for each mapping; 0 for as many as eps takes
 */
record FitSetup(LowRankFit problem, FitForm form, NuclearProx prox, int calls)
        implements ProxSetup<FitPoint, FitField> {
    @Override
    public Mapped<FitPoint> map(FitPoint centre, double gamma, FitField g, FitPoint start, double eps) {
        double step = gamma * form.matrixWeight();
        // the prox problem of the matrix is scaled by tx, and its certificate with it
        double scaled = calls > 0 ? Double.NEGATIVE_INFINITY : form.matrixWeight() * eps;
        int most = calls > 0 ? calls : Integer.MAX_VALUE;
        LowRankMatrix x =
                prox.solve(centre.matrix(), -step, g.sparse(), step * problem.nuclear(), start.matrix(), scaled, most);
        double proven = calls > 0 ? Double.NaN : Math.max(0, prox.delta()) / form.matrixWeight();
        return new Mapped<>(point(x, form.map(centre.exact(), gamma, g.exact())), proven);
    }

    FitPoint point(LowRankMatrix x, double[] exact) {
        double[] fitted = new double[problem.entries().count()];
        x.entries(problem.entries(), fitted);
        return new FitPoint(x, fitted, exact);
    }

    @Override
    public double distance(FitPoint u, FitPoint other) {
        LowRankMatrix a = u.matrix();
        LowRankMatrix b = other.matrix();
        double square = Math.max(0, a.squaredNorm() - 2 * a.dot(b) + b.squaredNorm());
        return square / (2 * form.matrixWeight()) + form.distance(u.exact(), other.exact());
    }

    @Override
    public double product(FitField g, FitPoint x) {
        double[] fitted = x.fitted();
        return Vectors.dot(fitted.length, g.sparse(), 0, fitted, 0)
                + problem.nuclear() * x.matrix().nuclearNorm()
                + form.product(g.exact(), x.exact());
    }

    @Override
    public Mean<FitPoint> points() {
        ObservedEntries entries = problem.entries();
        FactorMean matrices = new FactorMean(entries.m(), entries.n());
        VectorMean exact = new VectorMean(form.exactLength());
        return new Mean<>() {
            @Override
            public void add(double weight, FitPoint x) {
                matrices.add(weight, x.matrix());
                exact.add(weight, x.exact());
            }

            @Override
            public FitPoint value() {
                return point(matrices.value(), exact.value());
            }
        };
    }

    @Override
    public Mean<FitField> values() {
        VectorMean sparse = new VectorMean(problem.entries().count());
        VectorMean exact = new VectorMean(form.exactLength());
        return new Mean<>() {
            @Override
            public void add(double weight, FitField x) {
                sparse.add(weight, x.sparse());
                exact.add(weight, x.exact());
            }

            @Override
            public FitField value() {
                return new FitField(sparse.value(), exact.value());
            }
        };
    }

    /** Of vectors. */
    private static final class VectorMean implements Mean<double[]> {
        private final double[] mean;
        private double weights;

        VectorMean(int length) {
            mean = new double[length];
        }

        @Override
        public void add(double weight, double[] x) {
            weights += weight;
            double share = weight / weights;
            for (int e = 0; e < mean.length; e++) {
                mean[e] += share * (x[e] - mean[e]);
            }
        }

        @Override
        public double[] value() {
            return mean.clone();
        }
    }
}
