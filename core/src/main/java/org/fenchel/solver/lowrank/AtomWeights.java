package org.fenchel.solver.lowrank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.fenchel.kernel.Lanczos;
import org.fenchel.kernel.Tall;
import org.fenchel.kernel.Vectors;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.Solution;
import org.fenchel.problem.lowrank.DataFit;
import org.fenchel.problem.lowrank.GapProofs;
import org.fenchel.problem.lowrank.LowRankFit;
import org.fenchel.problem.lowrank.SparsePlusLowRank;
import org.fenchel.solver.OracleWork;
import org.fenchel.solver.bounded.BoundedMinimiser;
import org.fenchel.solver.bounded.SmoothFunction;
import org.jspecify.annotations.Nullable;

/** {@link ConditionalGradient} at work: x is a sum of atoms with weights. */
final class AtomWeights implements LowRankRun {
    private static final int STEPS = 60;
    private static final int PAIRS = 12;
    private static final int INNER = 50;

    private final LowRankFit problem;
    private final Correction correction;
    private final DataFit smooth;
    private final double[] b;
    private final SparsePlusLowRank map;
    private final SplittableRandom random;
    private final GapProofs proofs;
    private final List<Atom> atoms = new ArrayList<>();
    private final double[] gradient;
    private double[] fitted;
    private double[] lastRight;
    private double radius;
    private long calls;
    private int t;

    AtomWeights(LowRankFit problem, ConditionalGradient method, long seed, Solution.@Nullable LowRank start) {
        this.problem = problem;
        correction = method.correction();
        smooth = Smoothing.of(problem, method.smoothing());
        b = problem.entries().value();
        map = new SparsePlusLowRank(problem.entries());
        random = new SplittableRandom(seed);
        proofs = new GapProofs(problem);
        fitted = new double[b.length];
        radius = problem.fit().value(fitted, b) / problem.nuclear();
        gradient = new double[b.length];
        lastRight = new double[map.n()];
        if (start != null) {
            LowRankMatrix x = start.matrix();
            for (int k = 0; k < x.rank(); k++) {
                atoms.add(atom(x.rank(), x.left(), x.right(), k, 1, x.values()[k]));
            }
            fitted = sum();
        }
    }

    /** A pair of unit vectors, its entries on Omega, and its weight. */
    private static final class Atom {
        private final double[] left;
        private final double[] right;
        private final double[] entries;
        private double weight;

        Atom(double[] left, double[] right, double[] entries, double weight) {
            this.left = left;
            this.right = right;
            this.entries = entries;
            this.weight = weight;
        }
    }

    private Atom atom(int count, double[] left, double[] right, int k, double sign, double weight) {
        double[] u = Tall.columns(map.m(), count, left, k, k + 1);
        for (int i = 0; i < u.length; i++) {
            u[i] *= sign;
        }
        double[] w = Tall.columns(map.n(), count, right, k, k + 1);
        double[] entries = new double[b.length];
        LowRankMatrix.decomposed(map.m(), map.n(), new double[] {1}, u, w).entries(problem.entries(), entries);
        return new Atom(u, w, entries, weight);
    }

    private double[] sum() {
        double[] z = new double[b.length];
        for (Atom atom : atoms) {
            Vectors.axpy(z.length, atom.weight, atom.entries, 0, z, 0);
        }
        return z;
    }

    private double norm() {
        return atoms.stream().mapToDouble(atom -> atom.weight).sum();
    }

    @Override
    public void step() {
        t++;
        smooth.gradient(fitted, b, gradient);
        map.set(0, LowRankMatrix.zero(map.m(), map.n()), 1, gradient);
        calls++;
        int wanted = correction == Correction.BLOCK ? PAIRS : 1;
        Lanczos.Triples found = new Lanczos(STEPS, 1e-4).leading(map, lastRight, random, wanted, problem.nuclear());
        int fresh = 0;
        while (fresh < found.count() && found.values()[fresh] > problem.nuclear()) {
            atoms.add(atom(found.count(), found.left(), found.right(), fresh++, -1, 0));
        }
        if (found.count() > 0) {
            lastRight = Tall.columns(map.n(), found.count(), found.right(), 0, 1);
        }
        switch (correction) {
            case STEP -> towards(fresh, 2.0 / (t + 1));
            case SEGMENT -> segment(fresh);
            case PLANE -> plane(fresh);
            case ATOMS, BLOCK -> all();
        }
        atoms.removeIf(atom -> atom.weight <= 0);
        fitted = sum();
        radius = Math.min(radius, (problem.fit().value(fitted, b) + problem.nuclear() * norm()) / problem.nuclear());
    }

    /** x + tau (R atom - x), or x (1 - tau) where the oracle says 0. */
    private void towards(int fresh, double tau) {
        for (Atom atom : atoms) {
            atom.weight *= 1 - tau;
        }
        if (fresh > 0) {
            atoms.get(atoms.size() - 1).weight = tau * radius;
        }
    }

    private void segment(int fresh) {
        double[] way = new double[b.length];
        Vectors.axpy(b.length, -1, fitted, 0, way, 0);
        if (fresh > 0) {
            Vectors.axpy(b.length, radius, atoms.get(atoms.size() - 1).entries, 0, way, 0);
        }
        double weight = (fresh > 0 ? radius : 0) - norm();
        double[] tau = best(fitted, List.of(way), new double[] {weight}, new double[] {0}, 1);
        towards(fresh, tau[0]);
    }

    private void plane(int fresh) {
        if (fresh == 0) {
            all();
            return;
        }
        Atom last = atoms.get(atoms.size() - 1);
        double[] two = best(
                new double[b.length],
                List.of(fitted, last.entries),
                new double[] {norm(), 1},
                new double[] {1, 0},
                Double.POSITIVE_INFINITY);
        for (Atom atom : atoms) {
            atom.weight *= two[0];
        }
        last.weight = two[1];
    }

    private void all() {
        double[] ones = new double[atoms.size()];
        Arrays.fill(ones, 1);
        double[] old = atoms.stream().mapToDouble(atom -> atom.weight).toArray();
        List<double[]> columns = atoms.stream().map(atom -> atom.entries).toList();
        double[] best = best(new double[b.length], columns, ones, old, Double.POSITIVE_INFINITY);
        for (int k = 0; k < best.length; k++) {
            atoms.get(k).weight = best[k];
        }
    }

    /** The weights from 0 to high, of columns added to an offset, that are best for the smoothed fit and so much a unit. */
    private double[] best(double[] offset, List<double[]> columns, double[] prices, double[] start, double high) {
        int k = columns.size();
        if (k == 0) {
            return start;
        }
        double[] z = new double[b.length];
        double[] slope = new double[b.length];
        SmoothFunction function = (theta, out) -> {
            System.arraycopy(offset, 0, z, 0, z.length);
            double price = 0;
            for (int i = 0; i < k; i++) {
                price += prices[i] * theta[i];
                Vectors.axpy(z.length, theta[i], columns.get(i), 0, z, 0);
            }
            smooth.gradient(z, b, slope);
            for (int i = 0; i < k; i++) {
                out[i] = problem.nuclear() * prices[i] + Vectors.dot(z.length, slope, 0, columns.get(i), 0);
            }
            return smooth.value(z, b) + problem.nuclear() * price;
        };
        double[] highs = new double[k];
        Arrays.fill(highs, high);
        BoundedMinimiser minimiser = new BoundedMinimiser(function, start, new double[k], highs);
        double tolerance = 1e-3 * minimiser.projectedGradient() + 1e-9 * problem.nuclear();
        return minimiser.minimise(tolerance, INNER).x();
    }

    @Override
    public Solution.LowRank solution() {
        int k = atoms.size();
        double[] left = new double[map.m() * k];
        double[] right = new double[map.n() * k];
        for (int a = 0; a < k; a++) {
            Atom atom = atoms.get(a);
            for (int i = 0; i < map.m(); i++) {
                left[i * k + a] = atom.weight * atom.left[i];
            }
            for (int j = 0; j < map.n(); j++) {
                right[j * k + a] = atom.right[j];
            }
        }
        return new Solution.LowRank(LowRankMatrix.product(map.m(), map.n(), k, left, right));
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
        return new OracleWork(calls, map.products());
    }

    @Override
    public boolean finite() {
        return Double.isFinite(Vectors.dot(b.length, fitted, 0, fitted, 0));
    }
}
