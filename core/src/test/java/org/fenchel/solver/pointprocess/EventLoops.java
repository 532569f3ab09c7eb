package org.fenchel.solver.pointprocess;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fenchel.data.EventLog;
import org.fenchel.data.EventSequence;
import org.fenchel.problem.pointprocess.Baseline;
import org.fenchel.problem.pointprocess.FeatureStream;
import org.fenchel.problem.pointprocess.KernelBasis;
import org.fenchel.problem.pointprocess.KernelPenalty;
import org.fenchel.problem.pointprocess.NodeRows;
import org.fenchel.problem.pointprocess.PointProcessFit;

/** What the loops over events allocate: nothing an event, and a little for the work space of a pass. */
public final class EventLoops {
    private static final int EVENTS = 20_000;
    private static final int ENOUGH = 1024;

    /** The factors of 512 events and 2 decays, the state and a row: a byte an event would be more than the rest. */
    private static final int WORK_SPACE = 512 * 2 * 8 + 2048;

    private EventLoops() {}

    /** Prints a line for each loop. */
    public static void measure() {
        Random random = new Random(1);
        double[] times = random.doubles(EVENTS, 0, 1000).toArray();
        int[] nodes = random.ints(EVENTS, 0, 3).toArray();
        EventLog log = EventLog.of(List.of("a", "b", "c"), List.of(EventSequence.of(0, 1000, times, nodes)));
        KernelBasis basis = KernelBasis.of(3, new double[] {1, 10}, Baseline.CONSTANT);
        PointProcessFit fit = PointProcessFit.of(log, basis, new KernelPenalty(0.1));
        NodeRows rows = fit.rows(0);
        double[] theta = new double[fit.d()];
        Arrays.fill(theta, 0.1);
        double[] margins = new double[rows.n()];
        RowSums sums = new RowSums(fit.d());
        for (boolean curvature : new boolean[] {true, false}) {
            least("sums over rows, curvature " + curvature, ENOUGH, () -> {
                sums.clear();
                sums.add(rows.values(), 0, rows.n(), 1, theta, margins, 0, curvature);
            });
        }
        FeatureStream stream = fit.stream();
        double[] last = new double[1];
        least("features made again", WORK_SPACE, () -> stream.visit(0, (node, row) -> last[0] = row[0]));
        least("features of some sources", WORK_SPACE, () -> stream.visitSources(1, 3, (node, row) -> last[0] = row[0]));
    }

    private static void least(String what, int enough, Runnable pass) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int k = 0; k < 3000 && least >= enough; k++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            pass.run();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        System.out.println("least " + least + " bytes: " + what + (least < enough ? " fine" : " too many"));
    }
}
