/**
 * Structured variational inequalities: composite Mirror-Prox with inexact prox-mappings, composite conditional gradients, and the execution protocols
 * that certify them, on points of any kind. Source: N. He, Z. Harchaoui, "Semi-Proximal Mirror-Prox for Nonsmooth Composite Minimization", NIPS 2015.
 */
@NullMarked
package org.fenchel.solver.mirror;

import org.jspecify.annotations.NullMarked;
