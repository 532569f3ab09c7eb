package org.fenchel.solver.lowrank;

import com.google.auto.service.AutoService;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/**
 * Composite conditional gradients on a smooth fit, or on a smoothed one: the paper's Smooth-CG. The oracle answers with the leading singular pair of the
 * gradient, -u w'; then the weights of some atoms, none negative, are optimised:
 *
 * <pre>{@code min over theta >= 0 of f_g(sum theta_i P(u_i w_i')) + nuclear sum theta_i,                (50)}</pre>
 *
 * <p>by L-BFGS-B from the old weights. Atoms whose weight has become 0 are dropped. Memory: N + m + n numbers for each atom, and a call costs N k for each
 * evaluation of (50).
 *
 * <p>Source: M. Dudik, Z. Harchaoui, J. Malick (2012); F. Pierucci, Z. Harchaoui, J. Malick (2014).
 *
 * @param correction what is optimised after a call
 * @param smoothing how far the smoothed fit may be below the fit, as a share of F(0); of no use where the fit is smooth
 */
@AutoService(LowRankSolver.class)
@Described("conditional gradients on a smoothed fit, weights of atoms optimised by L-BFGS-B (Smooth-CG)")
public record ConditionalGradient(Correction correction, double smoothing) implements LowRankSolver {
    /** All weights are optimised, smoothed by a thousandth. */
    public ConditionalGradient() {
        this(Correction.ATOMS, 1e-3);
    }

    /**
     * Checks the parameters.
     *
     * @throws InvalidInput if one is out of its range
     */
    public ConditionalGradient {
        if (!(smoothing > 0 && smoothing < 1)) {
            throw InvalidInput.of("smoothing=" + smoothing, "give a share between 0 and 1, such as 1e-3");
        }
    }

    @Override
    public Run<Solution.LowRank> start(LowRankFit problem, long seed, Solution.@Nullable LowRank start) {
        return new AtomWeights(problem, this, seed, start);
    }
}
