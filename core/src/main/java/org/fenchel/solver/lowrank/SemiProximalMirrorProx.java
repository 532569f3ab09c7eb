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
 * <tr><td>u1, u2</td><td>the dual vector u, the matrix x</td></tr>
 * <tr><td>F(x, u)</td><td>[P'u; -Px], with constant parts nuclear for v and 1 for f*; L = |P| = 1</td></tr>
 * <tr><td>omega</td><td>|x|^2 / (2 tx) + |u|^2 / (2 ty), with tx = step/gamma and ty = 1 / (step gamma)</td></tr>
 * <tr><td>gamma_t</td><td>1 / (L sqrt(tx ty)), so that the prox steps are step for x and 1/step for u</td></tr>
 * <tr><td>eps_t</td><td>accuracy / t, or what so many inner calls give</td></tr>
 * </table>
 *
 * <p>An iteration, both mappings at the same centre (x_t, u_t):
 *
 * <pre>
 * y_t     = (prox of x_t - step P'u_t,      prox of u_t + Px_t / step)
 * x_(t+1) = (prox of x_t - step P'(u of y), prox of u_t + P(x of y) / step)
 * </pre>
 *
 * and the answer is the mean of the y_t, or the last one where it is better.
 *
 * @param inner how the conditional gradients go on
 * @param calls K, so many calls of the oracle for each mapping; 0 for the decaying accuracy
 * @param accuracy c of eps_t = c / t, in units of the objective times gamma
 * @param step ratio of the two metrics; 0 to balance |x| against |u| during the first fifty iterations
 */
@AutoService(LowRankSolver.class)
@Described("Semi-Proximal Mirror-Prox: exact prox for the loss, singular pairs alone for the matrix")
public record SemiProximalMirrorProx(Inner inner, int calls, double accuracy, double step) implements LowRankSolver {
    /** All singular pairs of a call, one call a mapping, the metric found. */
    public SemiProximalMirrorProx() {
        this(Inner.BLOCK, 1, 1, 0);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public SemiProximalMirrorProx {
        if (calls < 0) {
            throw InvalidInput.of("calls=" + calls, "give 1 or more, or 0 for the decaying accuracy");
        }
        if (!(accuracy > 0) || Double.isInfinite(accuracy)) {
            throw InvalidInput.of("accuracy=" + accuracy, "give a positive number, such as 1");
        }
        if (!(step >= 0) || Double.isInfinite(step)) {
            throw InvalidInput.of("step=" + step, "give a positive number, or 0 to have it found");
        }
    }

    @Override
    public MirrorProxRun start(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
        return new MirrorProxRun(problem, this, seed, start);
    }
}
