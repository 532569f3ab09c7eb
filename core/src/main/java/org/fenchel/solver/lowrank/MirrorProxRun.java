package org.fenchel.solver.lowrank;

import java.util.OptionalDouble;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/** {@link SemiProximalMirrorProx} at work. */
public final class MirrorProxRun implements Run<Solution.LowRank>, OracleCounts {
    private static final int BALANCED = 50;

    /** Recompression of the mean drops this part of its nuclear norm at most. */
    private static final double DROPPED = 1e-9;

    private final LowRankFit problem;
    private final SemiProximalMirrorProx settings;
    private final DataFit fit;
    private final double[] b;
    private final NuclearProx prox;
    private final double radius;
    /** x_t and u_t, the centre. */
    private LowRankMatrix x;

    private final double[] u;
    private final double[] fitted;
    /** y_t. */
    private LowRankMatrix y;

    private final double[] dual;
    private final double[] fittedY;
    private final double[] argument;
    /** The mean of the y_t. */
    private LowRankMatrix mean;

    private final double[] meanDual;
    private double step;
    private double unit;
    private int t;
    private int averaged;
    private double epsilons;

    MirrorProxRun(LowRankFit problem, SemiProximalMirrorProx settings, long seed, Solution.@Nullable LowRank start) {
        this.problem = problem;
        this.settings = settings;
        fit = problem.fit();
        b = problem.entries().value();
        LowRankMatrix zero =
                LowRankMatrix.zero(problem.entries().m(), problem.entries().n());
        x = start == null ? zero : start.matrix();
        y = x;
        mean = x;
        u = new double[b.length];
        dual = new double[b.length];
        meanDual = new double[b.length];
        fitted = new double[b.length];
        fittedY = new double[b.length];
        argument = new double[b.length];
        // nuclear ||x||_* is at most F(x) at the solution, and that at most F(0)
        radius = fit.value(u, b) / problem.nuclear();
        prox = new NuclearProx(settings.inner(), problem.entries(), Math.max(radius, x.nuclearNorm()), seed);
        x.entries(problem.entries(), fitted);
        if (settings.step() > 0) {
            step = settings.step();
        } else {
            fit.gradient(fitted, b, u);
            double size = norm(u);
            double share = (double) b.length / ((double) x.m() * x.n());
            double whole = x.rank() > 0 ? Math.sqrt(x.squaredNorm()) : norm(b) / Math.sqrt(share);
            step = size > 0 && whole > 0 ? whole / size : 1;
        }
        unit = 1;
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double value : v) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    @Override
    public void step() {
        t++;
        // 1 / gamma in units of the objective: with tx ~ |x|^2 and ty ~ |u|^2, it is |x| |u|
        unit = settings.step() > 0 ? 1 : step * Math.max(1e-300, Math.max(norm(u) * norm(u), 1e-12));
        double eps = settings.calls() > 0 ? 0 : step * unit * settings.accuracy() / t;
        int most = settings.calls() > 0 ? settings.calls() : Integer.MAX_VALUE;
        dualStep(fitted, dual);
        y = prox.solve(x, -step, u, step * problem.nuclear(), y, eps, most);
        double deltaOne = prox.delta();
        y.entries(problem.entries(), fittedY);
        dualStep(fittedY, argument);
        x = prox.solve(x, -step, dual, step * problem.nuclear(), y, eps, most);
        System.arraycopy(argument, 0, u, 0, u.length);
        x.entries(problem.entries(), fitted);
        average(deltaOne, prox.delta());
        if (settings.step() == 0 && t <= BALANCED && Integer.bitCount(t) == 1 && norm(u) > 0 && x.rank() > 0) {
            step = Math.sqrt(x.squaredNorm()) / norm(u);
            averaged = 0;
            epsilons = 0;
        }
    }

    /** prox of u + Pz / step under f* / step, by Moreau's identity. */
    private void dualStep(double[] z, double[] out) {
        for (int e = 0; e < b.length; e++) {
            out[e] = z[e] + step * u[e];
        }
        fit.proxGradient(out, step, b, out);
    }

    private void average(double one, double two) {
        averaged++;
        epsilons += (one + two) / step;
        double share = 1.0 / averaged;
        mean = averaged == 1 ? y : mean.combined(1 - share, share, y);
        mean = mean.truncated(DROPPED * mean.nuclearNorm());
        for (int e = 0; e < b.length; e++) {
            meanDual[e] += share * (dual[e] - meanDual[e]);
        }
    }

    /** The mean of the y_t since the metric was last changed. */
    public Solution.LowRank mean() {
        return new Solution.LowRank(mean);
    }

    /** The mean of their dual parts, copied. */
    public double[] meanDual() {
        return meanDual.clone();
    }

    /**
     * The right side of the theorem's bound (11) for a starting distance, in units of the objective, for the iterations since the metric was last
     * changed: (|x|^2 / step + step |u|^2) / 2 plus the certified eps of all mappings, over the number of iterations.
     *
     * @param squaredX largest |x - x_1|^2
     * @param squaredU largest |u - u_1|^2
     */
    public double bound(double squaredX, double squaredU) {
        return ((squaredX / step + step * squaredU) / 2 + epsilons) / averaged;
    }

    /** R: nuclear norms at most this are looked at. */
    public double radius() {
        return radius;
    }

    private Solution.LowRank better() {
        Solution.LowRank last = new Solution.LowRank(y);
        return problem.objective(last) <= problem.objective(mean()) ? last : mean();
    }

    @Override
    public Solution.LowRank solution() {
        return better();
    }

    @Override
    public Certificate certificate() {
        Solution.LowRank solution = better();
        Certificate last = problem.certify(solution, dual);
        Certificate averages = problem.certify(solution, meanDual);
        return last.bound() <= averages.bound() ? last : averages;
    }

    @Override
    public double passes() {
        return t;
    }

    @Override
    public long oracleCalls() {
        return prox.calls();
    }

    @Override
    public long products() {
        return prox.products();
    }

    @Override
    public OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    public Health health() {
        return Double.isFinite(y.squaredNorm()) ? Health.WELL : Health.OVERFLOW;
    }
}
