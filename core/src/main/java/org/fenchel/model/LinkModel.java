package org.fenchel.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.fenchel.problem.LowRankMatrix;

/**
 * Scores of links between nodes, a matrix of low rank: above 0 a link is more likely than not, the more so the larger. Immutable and
 * thread-safe. Nodes that are not known score 0 with all others.
 */
public final class LinkModel {
    private final List<String> from;
    private final List<String> to;
    private final Map<String, Integer> fromIndex = new HashMap<>();
    private final Map<String, Integer> toIndex;
    private final LowRankMatrix matrix;

    private LinkModel(List<String> from, List<String> to, LowRankMatrix matrix) {
        this.from = List.copyOf(from);
        this.to = from.equals(to) ? this.from : List.copyOf(to);
        this.matrix = matrix;
        this.from.forEach(name -> fromIndex.put(name, fromIndex.size()));
        if (oneSet()) {
            toIndex = fromIndex;
        } else {
            toIndex = new HashMap<>();
            this.to.forEach(name -> toIndex.put(name, toIndex.size()));
        }
    }

    /**
     * A model.
     *
     * @param from names of the rows, where links begin
     * @param to names of the columns, where they end; the same where all nodes are of one set
     * @param matrix of scores
     */
    public static LinkModel of(List<String> from, List<String> to, LowRankMatrix matrix) {
        if (from.size() != matrix.m() || to.size() != matrix.n()) {
            throw new IllegalArgumentException(
                    from.size() + " and " + to.size() + " names for " + matrix.m() + " x " + matrix.n());
        }
        return new LinkModel(from, to, matrix);
    }

    /**
     * Two nodes and their score.
     *
     * @param from number of the row
     * @param to number of the column
     */
    public record Link(int from, int to, double score) {}

    /** Whether rows and columns are the same nodes. */
    public boolean oneSet() {
        return from == to;
    }

    /** The number of a node as a beginning, -1 where the name is not known. */
    public int from(String name) {
        return fromIndex.getOrDefault(name, -1);
    }

    /** The number of a node as an end, -1 where the name is not known. */
    public int to(String name) {
        return toIndex.getOrDefault(name, -1);
    }

    /**
     * The score of a pair. Cost: one multiply-add for each rank.
     *
     * @param begin its row, -1 for one that is not known
     * @param end its column, -1 for one that is not known
     */
    public double score(int begin, int end) {
        return begin < 0 || end < 0 ? 0 : matrix.at(begin, end);
    }

    /** The links of the highest scores, highest first; none from a node to itself. Cost: m n r multiply-adds. */
    public List<Link> strongest(int count) {
        PriorityQueue<Link> best = new PriorityQueue<>(Comparator.comparingDouble(Link::score));
        for (int i = 0; i < from.size() && count > 0; i++) {
            for (int j = 0; j < to.size(); j++) {
                if (oneSet() && i == j) {
                    continue;
                }
                double score = matrix.at(i, j);
                if (best.size() < count || score > best.element().score()) {
                    best.add(new Link(i, j, score));
                    if (best.size() > count) {
                        best.remove();
                    }
                }
            }
        }
        List<Link> links = new ArrayList<>(best);
        links.sort(Comparator.comparingDouble((Link link) -> -link.score()));
        return links;
    }

    /** Names of the rows. */
    public List<String> from() {
        return from;
    }

    /** Names of the columns. */
    public List<String> to() {
        return to;
    }

    /** The scores. */
    public LowRankMatrix matrix() {
        return matrix;
    }
}
