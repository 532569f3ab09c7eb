package org.fenchel.solver.pointprocess;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.fenchel.kernel.Shards;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.FeatureStream;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

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
        keep(all);
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
        keep(moving);
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

    /** A pass that keeps the columns selected, segments of the events side by side. */
    private void keep(List<SelectedNode> some) {
        some.forEach(SelectedNode::prepareRows);
        @Nullable SelectedNode[] wanted = wanted(some);
        FeatureStream stream = fit.stream();
        Shards.run(stream.segments(), segment -> {
            int[] seen = new int[nodes.length];
            Arrays.setAll(seen, node -> stream.before(segment, node));
            stream.visit(segment, (number, row) -> {
                SelectedNode node = wanted[number];
                if (node != null) {
                    node.keep(seen[number]++, row);
                }
            });
        });
    }

    /** A pass for the slopes on all columns, ranges of source nodes side by side; then the bounds, and the source nodes they ask for. */
    private void screen(List<SelectedNode> some) {
        Shards.run(some.size(), s -> some.get(s).weigh());
        @Nullable SelectedNode[] wanted = wanted(some);
        int ranges = Math.min(nodes.length, Shards.count((double) fit.events() * fit.d()));
        Shards.run(ranges, range -> {
            int from = Shards.start(range, ranges, nodes.length);
            int to = Shards.start(range + 1, ranges, nodes.length);
            int[] seen = new int[nodes.length];
            fit.stream().visitSources(from, to, (number, row) -> {
                SelectedNode node = wanted[number];
                if (node != null) {
                    node.addSlope(seen[number]++, row, fit.basis().column(from, 0));
                }
            });
        });
        Shards.run(some.size(), s -> some.get(s).judge());
    }

    private @Nullable SelectedNode[] wanted(List<SelectedNode> some) {
        @Nullable SelectedNode[] wanted = new SelectedNode[nodes.length];
        some.forEach(node -> wanted[node.number()] = node);
        return wanted;
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
