package org.fenchel.solver.lowrank;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.GapProofs;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.solver.OracleWork;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * Accelerated proximal gradients after smoothing, with prox-mappings by conditional gradients: the paper's Semi-SPG. From z, between and beyond the
 * last two iterates,
 *
 * <pre>{@code x+ = eps-prox of z - P'f_g'(Pz) / L under (nuclear / L) ||.||_*.}</pre>
 *
 * <p>L is searched for: a fifth less is tried in each step, and twice as much until f_g(x+) lies below its quadratic at z. Gaps are those of the problem
 * without smoothing, so smoothing sets a floor for them.
 *
 * <p>Source: A. Beck, M. Teboulle (2009); Y. Nesterov (2005) for the smoothing; appendix E.1 of He and Harchaoui (2015).
 *
 * @param inner how the conditional gradients go on
 * @param calls so many calls of the oracle for each mapping; 0 for the decaying accuracy
 * @param accuracy c of eps_t = c / t, in units of F(0)
 * @param smoothing how far the smoothed fit may be below the fit, as a share of F(0); of no use where the fit is smooth
 */
@AutoService(LowRankSolver.class)
@Described("accelerated proximal gradients on a smoothed fit, singular pairs for the matrix (Semi-SPG)")
public record ProximalGradient(Inner inner, int calls, double accuracy, double smoothing) implements LowRankSolver {
    /** A sweep a mapping, smoothed by a ten-thousandth. */
    public ProximalGradient() {
        this(Inner.SWEEP, 1, 1e-2, 1e-4);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public ProximalGradient {
        InnerAccuracy.check(calls, accuracy);
        if (!(smoothing > 0 && smoothing < 1)) {
            throw InvalidInput.of("smoothing=" + smoothing, "give a share between 0 and 1, such as 1e-4");
        }
    }

    @Override
    public Run<Solution.LowRank> start(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
        return new Steps(problem, seed, start);
    }

    /** The method at work. */
    private final class Steps implements LowRankRun {
        private final LowRankFit problem;
        private final DataFit smooth;
        private final double[] b;
        private final NuclearProx prox;
        private final GapProofs proofs;
        private final double scale;
        private LowRankMatrix x;
        private LowRankMatrix before;
        private double[] fitted;
        private double[] fittedBefore;
        private double theta = 1;
        private double lipschitz;
        private int t;

        Steps(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
            this.problem = problem;
            smooth = Smoothing.of(problem, smoothing);
            b = problem.entries().value();
            fitted = new double[b.length];
            scale = problem.fit().value(fitted, b);
            x = start == null
                    ? LowRankMatrix.zero(
                            problem.entries().m(), problem.entries().n())
                    : start.matrix();
            before = x;
            prox = new NuclearProx(
                    inner, problem.entries(), Math.max(scale / problem.nuclear(), x.nuclearNorm()), seed);
            prox.startAt(x);
            proofs = new GapProofs(problem);
            x.entries(problem.entries(), fitted);
            fittedBefore = fitted;
            lipschitz = smooth.smoothness(b.length);
        }

        @Override
        public void step() {
            t++;
            double next = (1 + Math.sqrt(1 + 4 * theta * theta)) / 2;
            double beyond = (theta - 1) / next;
            theta = next;
            LowRankMatrix z = beyond == 0 ? x : x.combined(1 + beyond, -beyond, before);
            double[] at = new double[b.length];
            for (int e = 0; e < at.length; e++) {
                at[e] = fitted[e] + beyond * (fitted[e] - fittedBefore[e]);
            }
            double[] gradient = new double[b.length];
            smooth.gradient(at, b, gradient);
            double value = smooth.value(at, b);
            lipschitz *= 0.8;
            while (true) {
                double eps = calls > 0 ? Double.NEGATIVE_INFINITY : accuracy * scale / t / lipschitz;
                LowRankMatrix found = prox.solve(
                        z,
                        -1 / lipschitz,
                        gradient,
                        problem.nuclear() / lipschitz,
                        x,
                        eps,
                        calls > 0 ? calls : Integer.MAX_VALUE);
                double[] there = new double[b.length];
                found.entries(problem.entries(), there);
                double linear = 0;
                double square = 0;
                for (int e = 0; e < there.length; e++) {
                    double d = there[e] - at[e];
                    linear += gradient[e] * d;
                    square += d * d;
                }
                boolean below =
                        smooth.value(there, b) <= value + linear + lipschitz / 2 * square + 1e-14 * Math.abs(value);
                if (below || lipschitz > 4 * smooth.smoothness(b.length)) {
                    before = x;
                    fittedBefore = fitted;
                    x = found;
                    fitted = there;
                    return;
                }
                lipschitz *= 2;
            }
        }

        @Override
        public Solution.LowRank solution() {
            return new Solution.LowRank(x);
        }

        @Override
        public Certificate certificate(double enough) {
            double[] u = new double[b.length];
            smooth.gradient(fitted, b, u);
            return proofs.prove(solution(), enough, u);
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
            return Double.isFinite(Vectors.dot(b.length, fitted, 0, fitted, 0));
        }
    }
}
