package org.fenchel.solver.lowrank;

import java.util.function.ToDoubleFunction;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.GapProofs;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.solver.OracleWork;
import org.fenchel.solver.mirror.CompositeMirrorProx;
import org.jspecify.annotations.Nullable;

/** {@link SemiProximalMirrorProx} at work: {@link CompositeMirrorProx} on a form of the fit, with its metric balanced. */
public final class MirrorProxRun implements LowRankRun {
    /** The metric is looked at again after 1, 2, 4, ... iterations, up to so many. */
    private static final int BALANCED = 50;

    private static final int BACK_PROJECTED = 5;

    private final LowRankFit problem;
    private final SemiProximalMirrorProx settings;
    private final double[] b;
    private final NuclearProx prox;
    private final GapProofs proofs;
    private CompositeMirrorProx<FitPoint, FitField> method;
    private FitForm form;
    private double sizeX;
    private boolean meanIsBetter;
    private int t;

    MirrorProxRun(LowRankFit problem, SemiProximalMirrorProx settings, long seed, Solution.@Nullable LowRank start) {
        this.problem = problem;
        this.settings = settings;
        b = problem.entries().value();
        proofs = new GapProofs(problem);
        LowRankMatrix x = start == null
                ? LowRankMatrix.zero(problem.entries().m(), problem.entries().n())
                : start.matrix();
        double[] fitted = new double[b.length];
        // nuclear ||x||_* is at most F(x) at the solution, and that at most F anywhere
        double radius = Math.max(problem.fit().value(fitted, b) / problem.nuclear(), x.nuclearNorm());
        prox = new NuclearProx(settings.inner(), problem.entries(), radius, seed);
        prox.startAt(x);
        x.entries(problem.entries(), fitted);
        double[] u = new double[b.length];
        problem.fit().gradient(fitted, b, u);
        double share = (double) b.length / ((double) x.m() * x.n());
        double size = x.rank() > 0 ? Math.sqrt(x.squaredNorm()) : norm(b) / Math.sqrt(share);
        sizeX = size > 0 ? size : 1;
        form = form(Math.max(norm(u), 1e-300), settings.form() == Form.PENALISED ? 0.25 * norm(u) : 0);
        method = begin(new FitPoint(x, fitted, form.start(fitted)));
    }

    private FitForm form(double sizeU, double rho) {
        if (settings.form() == Form.PENALISED) {
            double ratio = settings.step() > 0 ? settings.step() * Math.max(rho, 1e-300) : sizeX;
            double copied = settings.step() > 0 ? ratio : Math.max(norm(b), 1e-300);
            return new PenalisedForm(problem.fit(), b, Math.max(rho, 1e-300), ratio * ratio, copied * copied, 1);
        }
        double ratio = settings.step() > 0 ? settings.step() : sizeX / sizeU;
        double product = sizeX * sizeU; // tx = sizeX^2 and tu = sizeU^2 where the ratio is theirs
        return new SaddleForm(problem.fit(), b, product * ratio, product / ratio);
    }

    private CompositeMirrorProx<FitPoint, FitField> begin(FitPoint from) {
        return new CompositeMirrorProx<>(
                form, new FitSetup(problem, form, prox, settings.calls()), from, settings.search());
    }

    private static double norm(double[] v) {
        return Math.sqrt(Vectors.dot(v.length, v, 0, v, 0));
    }

    @Override
    public void step() {
        t++;
        meanIsBetter = false;
        method.step(settings.accuracy() / t);
        FitPoint y = method.point();
        prox.within((problem.fit().value(y.fitted(), b)
                        + problem.nuclear() * y.matrix().nuclearNorm())
                / problem.nuclear());
        if (form instanceof PenalisedForm penalised && t % BACK_PROJECTED == 0) {
            FitPoint mean = method.protocol().mean();
            if (penalised.tooSmall(y) || penalised.tooSmall(mean)) {
                form = form(1, 2 * penalised.rho());
                method = begin(method.centre());
                return;
            }
        }
        boolean look = settings.step() == 0 && t <= BALANCED && Integer.bitCount(t) == 1;
        if (look && y.matrix().rank() > 0 && norm(form.dual(y)) > 0) {
            double rho = form instanceof PenalisedForm penalised ? penalised.rho() : 0;
            sizeX = Math.sqrt(y.matrix().squaredNorm());
            form = form(norm(form.dual(y)), rho);
            method = begin(method.centre());
        }
    }

    /** The mean of the y_t since the metric was last changed. */
    public Solution.LowRank mean() {
        return new Solution.LowRank(method.protocol().mean().matrix());
    }

    /** The dual vector of that mean. */
    public double[] meanDual() {
        return form.dual(method.protocol().mean());
    }

    /**
     * The right side of the theorem's bound (11), for the iterations since the metric was last changed; NaN where a fixed number of calls proves
     * no eps.
     *
     * @param squaredX largest |x - x_1|^2
     * @param squaredExact largest |u - u_1|^2 of the other block
     */
    public double bound(double squaredX, double squaredExact) {
        double weight = form instanceof SaddleForm saddle ? saddle.dualWeight() : 1;
        return method.bound((squaredX / form.matrixWeight() + squaredExact / weight) / 2);
    }

    /** The largest excess of (10) since the metric was last changed. */
    public double excess() {
        return method.excess();
    }

    /**
     * The resolution of the accuracy certificate over {@code {||x||_* <= v <= R}} and all u, which bounds the saddle gap of the mean.
     *
     * @param operatorNorm ||P's|| for the mean s of the operator's values
     */
    public double resolution(ToDoubleFunction<double[]> operatorNorm) {
        return method.protocol().resolution(value -> {
            double[] z = new double[b.length];
            Vectors.axpy(b.length, -1, value.exact(), 0, z, 0);
            double ball = -prox.radius() * Math.max(0, operatorNorm.applyAsDouble(value.sparse()) - problem.nuclear());
            return ball - problem.fit().value(z, b); // the least of <-z, u> + f*(u) is -f(z)
        });
    }

    /** R: nuclear norms at most this are looked at. */
    public double radius() {
        return prox.radius();
    }

    @Override
    public Solution.LowRank solution() {
        return meanIsBetter ? mean() : new Solution.LowRank(method.point().matrix());
    }

    /**
     * Of the mean and the last point the better one counts. With sweeps that is nearly always the last one, and the mean, dear to look at, is asked
     * for only when the caller wants the best there is.
     */
    @Override
    public Certificate certificate(double enough) {
        boolean exact = settings.inner() == Inner.SWEEP;
        double[] last = form.dual(method.point());
        meanIsBetter = false;
        if (t == 0 || exact && enough < Double.POSITIVE_INFINITY) {
            return proofs.prove(solution(), enough, last);
        }
        meanIsBetter = problem.objective(mean()) < problem.objective(solution());
        return proofs.prove(solution(), enough, last, meanDual());
    }

    @Override
    public double passes() {
        return t;
    }

    @Override
    public OracleWork oracle() {
        return prox.work();
    }

    @Override
    public boolean finite() {
        return Double.isFinite(method.point().matrix().squaredNorm());
    }
}
