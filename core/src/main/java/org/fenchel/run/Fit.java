package org.fenchel.run;

import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution;

/** The end of a run: the best solution, the certificate that belongs to it, and how it came about. */
public record Fit<S extends Solution>(S solution, Certificate certificate, Trace trace) {}
