package org.fenchel.lab.poisson;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Linear;

/**
 * The steps of L-BFGS-B on a problem whose open domain nobody tells it of, as the paper's comparisons run it: limited-memory
 * quasi-Newton directions, the first step of length at most 1 and the later ones tried at full length, halved while the objective is
 * seen to rise, and, if asked for, projected on weights of 0 or more. A point outside the domain has no objective that could be seen to rise: there
 * it ends.
 *
 * @param problem a loss whose domain is open, l2
 * @param projected whether weights are kept at 0 or more
 */
record UnguardedSteps(FiniteSum problem, boolean projected) {
    private static final int MEMORY = 10;
    private static final int MOST_STEPS = 200;
    private static final double SMALL = 1e-9;

    /** How a walk ends. */
    enum End {
        /** Where no step leads further down. */
        STATIONARY,
        /** Outside the domain. */
        OUTSIDE,
        /** After the most steps. */
        UNFINISHED
    }

    /**
     * A walk.
     *
     * @param points the start and what followed, the last one outside where it ended there
     */
    record Walk(List<double[]> points, End end) {
        double[] last() {
            return points.get(points.size() - 1);
        }
    }

    /** A change of the point with the change of the gradient that came with it. */
    private record Pair(double[] s, double[] y) {}

    /** Walks from a point of the domain. */
    Walk from(double[] start) {
        List<double[]> points = new ArrayList<>(List.of(start.clone()));
        Deque<Pair> pairs = new ArrayDeque<>();
        double[] w = start.clone();
        double[] gradient = gradient(w);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (isStationary(w, gradient)) {
                return new Walk(points, End.STATIONARY);
            }
            double[] direction = direction(w, gradient, pairs);
            double[] next = searched(
                    w, gradient, direction, pairs.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1);
            points.add(next);
            if (!isInside(next)) {
                return new Walk(points, End.OUTSIDE);
            }
            double[] nextGradient = gradient(next);
            Pair pair = new Pair(difference(next, w), difference(nextGradient, gradient));
            if (dot(pair.s, pair.y) > 0) {
                pairs.addLast(pair);
                if (pairs.size() > MEMORY) {
                    pairs.removeFirst();
                }
            }
            w = next;
            gradient = nextGradient;
        }
        return new Walk(points, End.UNFINISHED);
    }

    /** The first point along the way that is outside, or not seen to be too high. */
    private double[] searched(double[] w, double[] gradient, double[] direction, double length) {
        double value = objective(w);
        for (double t = length; ; t /= 2) {
            double[] next = w.clone();
            for (int j = 0; j < w.length; j++) {
                next[j] -= t * direction[j];
                next[j] = projected ? Math.max(0, next[j]) : next[j];
            }
            double enough = value + 1e-4 * dot(gradient, difference(next, w));
            if (!isInside(next) || objective(next) <= enough || t < 1e-12) {
                return next;
            }
        }
    }

    /** The two-loop recursion, on the weights that are not held at 0. */
    private double[] direction(double[] w, double[] gradient, Deque<Pair> pairs) {
        double[] q = gradient.clone();
        release(w, gradient, q);
        double[] alpha = new double[pairs.size()];
        int k = pairs.size();
        for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); ) {
            Pair pair = newest.next();
            alpha[--k] = dot(pair.s, q) / dot(pair.s, pair.y);
            add(-alpha[k], pair.y, q);
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getLast();
            double scale = dot(last.s, last.y) / dot(last.y, last.y);
            for (int j = 0; j < q.length; j++) {
                q[j] *= scale;
            }
        }
        for (Pair pair : pairs) {
            add(alpha[k++] - dot(pair.y, q) / dot(pair.s, pair.y), pair.s, q);
        }
        release(w, gradient, q);
        return q;
    }

    private void release(double[] w, double[] gradient, double[] direction) {
        for (int j = 0; j < w.length; j++) {
            if (projected && w[j] <= 0 && gradient[j] > 0) {
                direction[j] = 0;
            }
        }
    }

    private boolean isStationary(double[] w, double[] gradient) {
        double largest = 0;
        for (int j = 0; j < w.length; j++) {
            boolean held = projected && w[j] <= 0 && gradient[j] > 0;
            largest = held ? largest : Math.max(largest, Math.abs(gradient[j]));
        }
        return largest <= SMALL;
    }

    /** Whether all margins are above 0. */
    boolean isInside(double[] w) {
        for (int i = 0; i < problem.n(); i++) {
            if (!(problem.rows().dot(i, w) > 0)) {
                return false;
            }
        }
        return true;
    }

    private double objective(double[] w) {
        return problem.objective(new Linear(w, 0));
    }

    private double[] gradient(double[] w) {
        double[] gradient = new double[w.length];
        for (int i = 0; i < problem.n(); i++) {
            double slope = problem.loss().derivative(problem.rows().dot(i, w), problem.targets()[i]);
            problem.rows().axpy(slope / problem.n(), i, gradient);
        }
        add(problem.penalty().l2(), w, gradient);
        return gradient;
    }

    private static double dot(double[] a, double[] b) {
        return Vectors.dot(a.length, a, 0, b, 0);
    }

    private static void add(double factor, double[] from, double[] to) {
        Vectors.axpy(to.length, factor, from, 0, to, 0);
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(-1, b, difference);
        return difference;
    }
}
