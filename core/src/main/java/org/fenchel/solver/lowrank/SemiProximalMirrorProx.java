package org.fenchel.solver.lowrank;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.LowRankFit;
import org.jspecify.annotations.Nullable;

/**
 * Semi-Proximal Mirror-Prox (N. He, Z. Harchaoui, NIPS 2015, Algorithm 3) on the saddle point of a fit and the nuclear norm,
 *
 * <pre>min over x, v from ||x||_* on, max over u of &lt;Px, u> - f*(u) + nuclear v.</pre>
 *
 * The block of u has an easy exact prox, that of f*. The block of (x, v) has only an oracle for linear functions, the leading singular pair;
 * its prox-mapping is found by conditional gradients up to an eps that a certificate proves ({@link NuclearProx}).
 *
 * <table>
 * <caption>The paper's symbols</caption>
 * <tr><td>X1, X2</td><td>the dual vector u (or a copy of the fitted entries and the multiplier), the matrix x</td></tr>
 * <tr><td>F, L</td><td>{@link SaddleForm}, {@link PenalisedForm}</td></tr>
 * <tr><td>omega</td><td>|x|^2 / (2 tx) + |u|^2 / (2 tu), with tx and tu the squared sizes of the iterates</td></tr>
 * <tr><td>gamma_t</td><td>1 / L, or searched for with (10)</td></tr>
 * <tr><td>eps_t</td><td>accuracy / t, or what so many inner calls give</td></tr>
 * <tr><td>Algorithms 1, 2</td><td>{@link org.fenchel.solver.mirror}</td></tr>
 * </table>
 *
 * <p>The answer is the mean of the y_t, or the last one where it is better.
 *
 * @param inner how the conditional gradients go on
 * @param calls K, so many calls of the oracle for each mapping; 0 for the decaying accuracy
 * @param accuracy c of eps_t = c / t, in units of the starting distance Theta
 * @param step ratio of the two sizes; 0 to measure |x| and |u| during the first fifty iterations
 * @param form how the saddle point is written
 * @param search whether gamma is searched for
 */
@AutoService(LowRankSolver.class)
@Described("Semi-Proximal Mirror-Prox: exact prox for the loss, singular pairs alone for the matrix")
public record SemiProximalMirrorProx(Inner inner, int calls, double accuracy, double step, Form form, boolean search)
        implements LowRankSolver {
    /** A sweep a mapping, the metric found. */
    public SemiProximalMirrorProx() {
        this(Inner.SWEEP, 1, 1, 0);
    }

    /** The saddle point with gamma = 1 / L. */
    public SemiProximalMirrorProx(Inner inner, int calls, double accuracy, double step) {
        this(inner, calls, accuracy, step, Form.SADDLE, false);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public SemiProximalMirrorProx {
        InnerAccuracy.check(calls, accuracy);
        if (!(step >= 0) || Double.isInfinite(step)) {
            throw InvalidInput.of("step=" + step, "give a positive number, or 0 to have it found");
        }
    }

    @Override
    public MirrorProxRun start(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
        return new MirrorProxRun(problem, this, seed, start);
    }
}
