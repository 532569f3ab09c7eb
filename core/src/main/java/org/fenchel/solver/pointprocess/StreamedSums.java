package org.fenchel.solver.pointprocess;

import java.util.List;
import org.fenchel.kernel.Shards;
import org.fenchel.problem.pointprocess.FeatureStream;
import org.fenchel.problem.pointprocess.RowSink;
import org.jspecify.annotations.Nullable;

/**
 * The sums of several nodes in one pass over all events, whose features are made on the way: a block of rows a node, taken up as soon as it
 * is full. Segments of the events are done at once, and each is a part of every node's sums.
 */
final class StreamedSums {
    private static final int BLOCK = 64;

    private StreamedSums() {}

    /** Sums of these nodes at the points they try. Memory: 64 rows for each node and thread. */
    static void sum(FeatureStream stream, int d, List<NodeDescent> nodes) {
        Shards.run(stream.segments(), segment -> {
            Blocks blocks = new Blocks(stream, segment, d, nodes);
            stream.walk(segment, blocks);
            blocks.finish();
        });
    }

    private static final class Blocks implements RowSink {
        private final int segment;
        private final int d;
        private final List<NodeDescent> nodes;
        private final @Nullable NodeDescent[] ofNode;
        private final double[][] rows;
        private final int[] used;
        private final int[] first;

        Blocks(FeatureStream stream, int segment, int d, List<NodeDescent> nodes) {
            this.segment = segment;
            this.d = d;
            this.nodes = nodes;
            int most = nodes.stream().mapToInt(NodeDescent::node).max().orElse(-1) + 1;
            ofNode = new NodeDescent[most];
            rows = new double[most][];
            used = new int[most];
            first = new int[most];
            for (NodeDescent each : nodes) {
                int node = each.node();
                ofNode[node] = each;
                rows[node] = new double[BLOCK * d];
                first[node] = stream.before(segment, node);
                each.begin(segment);
            }
        }

        @Override
        public int next(int node) {
            if (node >= ofNode.length || ofNode[node] == null) {
                return -1;
            }
            if (used[node] == BLOCK) {
                take(ofNode[node]);
            }
            return used[node]++ * d;
        }

        @Override
        public double[] array(int node) {
            return rows[node];
        }

        private void take(NodeDescent of) {
            int node = of.node();
            of.add(segment, rows[node], used[node], first[node]);
            first[node] += used[node];
            used[node] = 0;
        }

        void finish() {
            nodes.forEach(this::take);
        }
    }
}
