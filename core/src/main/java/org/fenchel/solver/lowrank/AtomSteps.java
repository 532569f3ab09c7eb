package org.fenchel.solver.lowrank;

import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.solver.mirror.CompositeConditionalGradient.Answer;
import org.fenchel.solver.mirror.CompositeConditionalGradient.Steps;

/** Steps of the prox problem of {@link NuclearProx} that know the point and one atom alone: the textbook's, on the segment, in the plane. */
final class AtomSteps implements Steps<LowRankMatrix, AtomSteps.Atom> {
    private final NuclearProx prox;
    private final Inner inner;
    private final LowRankMatrix low;
    private final double factor;
    private final double[] sparse;
    private final double mu;
    private final double[] fitted;

    AtomSteps(NuclearProx prox, Inner inner, LowRankMatrix low, double factor, double[] sparse, double mu) {
        this.prox = prox;
        this.inner = inner;
        this.low = low;
        this.factor = factor;
        this.sparse = sparse;
        this.mu = mu;
        fitted = new double[sparse.length];
    }

    /**
     * An answer of the oracle.
     *
     * @param matrix 0, or R times a pair
     * @param sigma the pair's value, 0 for none
     * @param along {@code <c, x>} at the point asked about
     */
    record Atom(LowRankMatrix matrix, double sigma, double along) {}

    @Override
    public Answer<Atom> oracle(LowRankMatrix x) {
        Lanczos.Triples found = prox.oracle(x, 2, 1e-4);
        x.entries(prox.places(), fitted);
        double along = low.dot(x) + factor * Vectors.dot(sparse.length, sparse, 0, fitted, 0);
        double gap = x.squaredNorm() - along + mu * x.nuclearNorm();
        boolean away = found.count() > 0 && found.values()[0] > mu;
        LowRankMatrix atom = LowRankMatrix.zero(x.m(), x.n());
        if (away) {
            double[] value = {1};
            atom = LowRankMatrix.decomposed(x.m(), x.n(), found.values(), found.left(), found.right())
                    .leading(1);
            value[0] = prox.radius();
            atom = LowRankMatrix.decomposed(x.m(), x.n(), value, atom.left(), atom.right());
        }
        double delta = gap + prox.radius() * Math.max(0, NuclearProx.above(found) - mu);
        return new Answer<>(new Atom(atom, away ? found.values()[0] : 0, along), delta);
    }

    @Override
    public LowRankMatrix next(int t, LowRankMatrix x, Atom atom) {
        double radius = prox.radius();
        boolean away = atom.sigma() > mu;
        double size = x.squaredNorm();
        double norm = x.nuclearNorm();
        double both = atom.matrix().dot(x);
        double atomNorm = away ? radius : 0;
        double b;
        double a;
        if (inner == Inner.PLAIN) {
            b = 2.0 / (t + 1);
            a = 1 - b;
        } else {
            double gap = size - atom.along() + mu * norm + radius * Math.max(0, atom.sigma() - mu);
            double distance = atomNorm * atomNorm - 2 * both + size;
            b = distance > 0 ? Math.min(1, Math.max(0, gap / distance)) : 0;
            a = 1 - b;
            if (inner == Inner.PLANE) {
                // <c, atom> = <x, atom> + radius sigma
                double[] best = plane(
                        size,
                        both,
                        atomNorm * atomNorm,
                        atom.along() - mu * norm,
                        both + radius * atom.sigma() - mu * atomNorm);
                if (best[0] * norm + best[1] * atomNorm <= radius) {
                    a = best[0];
                    b = best[1];
                }
            }
        }
        return x.combined(a, b, atom.matrix());
    }

    /** Minimises (a^2 xx + 2ab xy + b^2 yy) / 2 - a cx - b cy over a, b from 0 on. */
    private static double[] plane(double xx, double xy, double yy, double cx, double cy) {
        double determinant = xx * yy - xy * xy;
        if (determinant > 1e-14 * xx * yy) {
            double a = (cx * yy - cy * xy) / determinant;
            double b = (cy * xx - cx * xy) / determinant;
            if (a >= 0 && b >= 0) {
                return new double[] {a, b};
            }
        }
        double a = xx > 0 ? Math.max(0, cx / xx) : 0;
        double b = yy > 0 ? Math.max(0, cy / yy) : 0;
        boolean first = a * cx >= b * cy;
        return new double[] {first ? a : 0, first ? 0 : b};
    }
}
