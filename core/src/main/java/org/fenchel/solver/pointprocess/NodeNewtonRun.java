package org.fenchel.solver.pointprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.fenchel.data.InvalidInput;
import org.fenchel.kernel.Shards;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.PointProcessFit;
import org.fenchel.solver.Run;
import org.jspecify.annotations.Nullable;

/** Steps of all nodes side by side. Nodes whose part of the gap no longer counts, rest. */
final class NodeNewtonRun implements Run<Kernels> {
    /** Every how many events count in the first rounds. */
    private static final int[] STRIDES = {512, 64, 8};

    /** Events for each coefficient that a sample must have. */
    private static final int SAMPLE = 20;

    private static final int MOST_STEPS_ON_SAMPLE = 12;

    private final PointProcessFit fit;
    private final boolean sampled;
    private final double[][] points;
    private final List<NodeDescent> nodes = new ArrayList<>();
    private double passes;
    private Health health = Health.WELL;

    NodeNewtonRun(PointProcessFit fit, @Nullable Kernels start) {
        this.fit = fit;
        sampled = start == null;
        points = new double[fit.nodes()][fit.d()];
        for (int i = 0; i < points.length; i++) {
            if (start == null) {
                fit.baselineOnly(i, points[i]);
            } else if (start.coefficients().length != points.length || start.coefficients()[i].length != fit.d()) {
                throw InvalidInput.of(
                        "the start has coefficients of other nodes or decays",
                        "start from a model of the same nodes and decays");
            } else {
                points[i] = start.coefficients()[i].clone();
            }
        }
    }

    @Override
    public void step() {
        if (nodes.isEmpty()) {
            begin();
        } else {
            double all = nodes.stream().mapToDouble(NodeDescent::gap).sum();
            List<NodeDescent> moving = new ArrayList<>();
            for (NodeDescent node : nodes) {
                if (!node.ended() && !(node.gap() < 0.01 * all / nodes.size())) {
                    moving.add(node);
                }
            }
            advance(moving);
            passes++;
        }
        boolean ended = true;
        for (NodeDescent node : nodes) {
            ended &= node.ended();
            if (node.unbounded()) {
                health = Health.NO_MINIMISER;
            } else if (!Double.isFinite(node.value())) {
                health = Health.OVERFLOW;
            }
        }
        if (ended && health == Health.WELL) {
            health = Health.EXHAUSTED;
        }
    }

    /** The minimiser on a sample, from that on a smaller one; then all rows there. */
    private void begin() {
        if (sampled) {
            for (int stride : STRIDES) {
                if (stride % fit.every() == 0) {
                    onSample(stride);
                }
            }
        }
        for (int i = 0; i < points.length; i++) {
            nodes.add(new NodeDescent(fit, i, 1, points[i]));
        }
        advance(nodes);
        passes++;
    }

    private void onSample(int stride) {
        List<NodeDescent> some = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (fit.events(i) / stride >= SAMPLE * fit.d()) {
                some.add(new NodeDescent(fit, i, stride, points[i]));
                numbers.add(i);
            }
        }
        List<NodeDescent> moving = some;
        for (int step = 0; step < MOST_STEPS_ON_SAMPLE && !moving.isEmpty(); step++) {
            advance(moving);
            passes += 1.0 / stride * moving.size() / points.length;
            moving = new ArrayList<>();
            for (int s = 0; s < some.size(); s++) {
                // a tenth of what the sample's own error is
                double enough = 0.1 * stride * fit.d() / fit.events(numbers.get(s));
                if (!some.get(s).ended() && some.get(s).nearness() > enough) {
                    moving.add(some.get(s));
                }
            }
        }
        for (int s = 0; s < some.size(); s++) {
            points[numbers.get(s)] = some.get(s).theta().clone();
        }
    }

    /** One Newton step of each of these nodes. */
    private void advance(List<NodeDescent> moving) {
        Shards.run(moving.size(), s -> moving.get(s).aim());
        List<NodeDescent> unsettled = moving;
        while (!unsettled.isEmpty()) {
            List<NodeDescent> now = unsettled;
            if (now.get(0).streamed()) {
                StreamedSums.sum(fit.stream(), fit.d(), now);
            } else {
                sumKept(now);
            }
            boolean[] settled = new boolean[now.size()];
            Shards.run(now.size(), s -> settled[s] = now.get(s).settle());
            unsettled = new ArrayList<>();
            for (int s = 0; s < settled.length; s++) {
                if (!settled[s]) {
                    unsettled.add(now.get(s));
                }
            }
        }
    }

    private static void sumKept(List<NodeDescent> now) {
        int total = now.stream().mapToInt(NodeDescent::parts).sum();
        int[] owner = new int[total];
        int[] part = new int[total];
        int at = 0;
        for (int s = 0; s < now.size(); s++) {
            for (int p = 0; p < now.get(s).parts(); p++) {
                owner[at] = s;
                part[at++] = p;
            }
        }
        Shards.run(total, task -> now.get(owner[task]).sum(part[task]));
    }

    @Override
    public Kernels solution() {
        double[][] copy = new double[points.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (nodes.isEmpty() ? points[i] : nodes.get(i).theta()).clone();
        }
        return new Kernels(copy);
    }

    @Override
    public Certificate certificate() {
        if (nodes.isEmpty()) {
            double primal = sampled ? fit.objectiveOfBaselines() : fit.objective(solution());
            return new Certificate.None(primal, "no step was taken yet");
        }
        double primal = 0;
        double gap = 0;
        for (NodeDescent node : nodes) {
            primal += node.value();
            gap += node.gap();
        }
        if (!Double.isFinite(primal)) {
            return new Certificate.None(primal, "the objective is not finite");
        }
        return Double.isInfinite(gap)
                ? new Certificate.None(primal, "the point is not yet close enough for a bound")
                : new Certificate.DualityGap(primal, primal - gap, Double.POSITIVE_INFINITY);
    }

    @Override
    public double passes() {
        return passes;
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
