package org.fenchel.run;

import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;

/**
 * The end of a run.
 *
 * @param solution the one with the lowest objective that was measured; with an early stop, the one with the lowest score
 * @param certificate of that solution, with the best lower bound that was proven at any time
 * @param trace how it came about; its last point is the last step's, which need not be the solution's
 * @param <S> the kind of solution
 */
public record Fit<S extends Solution>(S solution, Certificate certificate, Trace trace) {}
