package org.fenchel.solver.pointprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.fenchel.kernel.Shards;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FiniteSum;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.Solution.Linear;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;
import org.jspecify.annotations.Nullable;

/** A run a node, stepped side by side; nodes whose part of the gap no longer counts, rest. */
final class NodeByNodeRun implements Run<Kernels> {
    private final NodewiseFit fit;
    private final List<NodewiseFit.Linear> problems = new ArrayList<>();
    private final List<Run<Linear>> runs = new ArrayList<>();
    private final double[] gaps;
    private double gap = Double.POSITIVE_INFINITY;

    NodeByNodeRun(NodewiseFit fit, Solver<FiniteSum, Linear> method, long seed, @Nullable Kernels start) {
        this.fit = fit;
        gaps = new double[fit.nodes()];
        for (int i = 0; i < fit.nodes(); i++) {
            double[] from = new double[fit.d()];
            if (start != null) {
                System.arraycopy(start.coefficients()[i], 0, from, 0, from.length);
            } else if (fit.events(i) > 0) {
                fit.baselineOnly(i, from);
            }
            problems.add(fit.linear(i));
            runs.add(method.start(problems.get(i).problem(), seed + i, new Linear(from, 0)));
            gaps[i] = Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public void step() {
        Shards.run(runs.size(), i -> {
            Run<Linear> run = runs.get(i);
            boolean counts = !(gaps[i] < 0.01 * gap / runs.size());
            if (counts && run.health() == Health.WELL) {
                run.step();
            }
        });
    }

    @Override
    public Kernels solution() {
        double[][] rows = new double[runs.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = runs.get(i).solution().weights();
        }
        return new Kernels(rows);
    }

    @Override
    public Certificate certificate() {
        Certificate[] each = new Certificate[runs.size()];
        Shards.run(each.length, i -> each[i] = runs.get(i).certificate());
        double primal = 0;
        double dual = 0;
        double radius = Double.POSITIVE_INFINITY;
        String why = "";
        for (int i = 0; i < each.length; i++) {
            double factor = problems.get(i).factor();
            double constant = problems.get(i).constant();
            primal += each[i].primal() / factor + constant;
            gaps[i] = each[i].bound() / factor;
            if (each[i] instanceof Certificate.DualityGap known) {
                dual += known.dual() / factor + constant;
                radius = Math.min(radius, known.radius());
            } else if (each[i] instanceof Certificate.None none) {
                why = none.why();
            }
        }
        if (!why.isEmpty()) {
            return new Certificate.None(primal, why);
        }
        gap = Math.max(0, primal - dual);
        return new Certificate.DualityGap(primal, dual, radius);
    }

    @Override
    public double passes() {
        double sum = 0;
        for (int i = 0; i < runs.size(); i++) {
            sum += runs.get(i).passes() * fit.events(i) / fit.events();
        }
        return sum;
    }

    @Override
    public OptionalDouble onlineLoss() {
        return OptionalDouble.empty();
    }

    @Override
    public Health health() {
        boolean well = false;
        for (Run<Linear> run : runs) {
            Health health = run.health();
            if (health == Health.OVERFLOW || health == Health.NO_MINIMISER) {
                return health;
            }
            well |= health == Health.WELL;
        }
        return well ? Health.WELL : Health.EXHAUSTED;
    }
}
