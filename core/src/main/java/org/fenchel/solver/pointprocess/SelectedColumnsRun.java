package org.fenchel.solver.pointprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.fenchel.kernel.Shards;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.FeatureStream;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;

/** A pass that keeps the columns selected, fits on them, and a pass for the slopes on all columns. Nodes that are near enough rest. */
final class SelectedColumnsRun implements Run<Kernels> {
    private static final double FIRST = 1e-4;
    private static final double SHARPER = 0.01;
    private static final double SHARPEST = 1e-14;
    private static final int MOST_STEPS = 200;

    private final PointProcessFit fit;
    private final long seed;
    private final SelectedNode[] nodes;
    private int steps;
    private Health health = Health.WELL;

    SelectedColumnsRun(PointProcessFit fit, long seed) {
        this.fit = fit;
        this.seed = seed;
        nodes = new SelectedNode[fit.nodes()];
        List<SelectedNode> all = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new SelectedNode(fit, i);
            all.add(nodes[i]);
        }
        screen(all);
    }

    @Override
    public void step() {
        double total = 0;
        for (SelectedNode node : nodes) {
            total += node.gap();
        }
        double share = SHARPER * total / nodes.length;
        List<SelectedNode> moving = new ArrayList<>();
        for (SelectedNode node : nodes) {
            if (!(node.gap() < share)) {
                moving.add(node);
            }
        }
        moving.forEach(SelectedNode::prepareFit);
        pass(moving, SelectedNode::keep);
        Shards.run(moving.size(), s -> {
            SelectedNode node = moving.get(s);
            double target = steps == 0 ? FIRST / nodes.length : Math.max(SHARPEST, SHARPER * node.gap());
            node.solve(target, seed + s);
        });
        screen(moving);
        steps++;
        for (SelectedNode node : nodes) {
            if (node.unbounded()) {
                health = Health.NO_MINIMISER;
            } else if (!Double.isFinite(node.primal())) {
                health = Health.OVERFLOW;
            }
        }
        if (health == Health.WELL && steps >= MOST_STEPS) {
            health = Health.EXHAUSTED;
        }
    }

    private void screen(List<SelectedNode> some) {
        some.forEach(SelectedNode::prepareSlope);
        pass(some, SelectedNode::addSlope);
        Shards.run(some.size(), s -> some.get(s).judge());
    }

    private interface Shown {
        void to(SelectedNode node, double[] row);
    }

    /** The segments come one after the other: a node sees its events in their order. */
    private void pass(List<SelectedNode> some, Shown shown) {
        boolean[] wanted = new boolean[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            wanted[i] = some.contains(nodes[i]);
        }
        FeatureStream stream = fit.stream();
        for (int segment = 0; segment < stream.segments(); segment++) {
            stream.visit(segment, (node, row) -> {
                if (wanted[node]) {
                    shown.to(nodes[node], row);
                }
            });
        }
    }

    @Override
    public Kernels solution() {
        double[][] all = new double[nodes.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = nodes[i].all();
        }
        return new Kernels(all);
    }

    @Override
    public Certificate certificate() {
        double primal = 0;
        double gap = 0;
        double radius = Double.POSITIVE_INFINITY;
        for (SelectedNode node : nodes) {
            primal += node.primal();
            gap += node.gap();
            radius = Math.min(radius, node.radius());
        }
        return Double.isFinite(primal)
                ? new Certificate.DualityGap(primal, primal - gap, radius)
                : new Certificate.None(primal, "an intensity at an event is not positive");
    }

    @Override
    public double passes() {
        return 2 * steps + 1;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    public Health health() {
        return health;
    }
}
