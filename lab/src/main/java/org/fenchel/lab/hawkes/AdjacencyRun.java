package org.fenchel.lab.hawkes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.fenchel.model.hawkes.HawkesModel;
import org.fenchel.problem.Solution.Kernels;
import org.fenchel.problem.pointprocess.NodewiseFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.Solver;

/**
 * How a method came nearer to the true kernels.
 *
 * @param points in time, the first after the start was prepared
 * @param gap certified at the end
 */
record AdjacencyRun(String method, List<Point> points, double gap) {
    private static final double ENOUGH = 1e-9;

    /** After so many seconds the error was this. */
    record Point(double seconds, double error) {}

    /** Runs a method, making its problem included. Measures after each step at first, later every tenth of the way so far. */
    static AdjacencyRun of(
            String method,
            HawkesModel truth,
            Supplier<? extends NodewiseFit> problem,
            Solver<NodewiseFit, Kernels> solver,
            double most) {
        long began = System.nanoTime();
        Run<Kernels> run = solver.start(problem.get(), 42, null);
        double seconds = (System.nanoTime() - began) * 1e-9;
        List<Point> points = new ArrayList<>();
        points.add(new Point(seconds, error(truth, run)));
        long step = 0;
        long next = 1;
        double gap = run.certificate().relativeGap();
        while (gap > ENOUGH && seconds < most && run.health() == Run.Health.WELL) {
            began = System.nanoTime();
            run.step();
            seconds += (System.nanoTime() - began) * 1e-9;
            if (++step >= next) {
                next = step + 1 + step / 10;
                points.add(new Point(seconds, error(truth, run)));
                gap = run.certificate().relativeGap();
            }
        }
        return new AdjacencyRun(method, points, run.certificate().relativeGap());
    }

    private static double error(HawkesModel truth, Run<Kernels> run) {
        return SimulatedNodes.error(truth, run.solution().coefficients());
    }

    /** The error at the end. */
    double last() {
        return points.get(points.size() - 1).error();
    }

    /** The smallest error on the way. */
    double least() {
        return points.stream().mapToDouble(Point::error).min().orElseThrow();
    }

    /** When the error was within a hundredth of that at the end, for good. */
    double settled() {
        double when = points.get(0).seconds();
        for (Point point : points) {
            if (Math.abs(point.error() - last()) > 0.01 * last()) {
                when = seconds();
            } else if (when == seconds()) {
                when = point.seconds();
            }
        }
        return when;
    }

    /** Time taken. */
    double seconds() {
        return points.get(points.size() - 1).seconds();
    }
}
