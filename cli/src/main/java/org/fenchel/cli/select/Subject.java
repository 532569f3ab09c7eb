package org.fenchel.cli.select;

import org.fenchel.cli.data.Examples;
import org.fenchel.problem.Problem;
import org.fenchel.problem.Solution;

/** Rows encoded to be learned by one kind of model, and the problem they make under each penalty of a path. */
public interface Subject<P extends Problem<S>, S extends Solution> {
    /** The problem under a penalty of the path; at factor 1 the one that was given. */
    P problem(double factor);

    /**
     * The factors of the path, from where nothing is left to be gained by weights to where it ends; 1 alone where there is no path.
     *
     * @throws org.fenchel.data.InvalidInput if there is no such beginning, or it lies below the end
     */
    double[] factors();

    /** Other rows, as models of these are judged by them. */
    HeldOut<S, ?> judge(Examples held);
}
