package org.fenchel.data;

import java.util.ArrayList;
import java.util.List;
import org.fenchel.kernel.NativeLibrary;
import org.fenchel.kernel.Shards;
import org.fenchel.kernel.Symmetric;
import org.fenchel.kernel.Vectors;

/**
 * A large dense Gram matrix, {@code h += B'B}, on all cores: each part of the rows of B has a sum of its own, of an order that suits
 * the vector kernel; all of them together take no more than a quarter of B's memory, but for the first. Not thread-safe.
 */
final class GramParts {
    private final List<DenseGramPart> parts = new ArrayList<>();

    /** Adds rows {@code from} to {@code to} of B to the part's sum. */
    interface Work {
        void add(DenseGramPart part, int from, int to);
    }

    /**
     * Adds to the lower triangle of h.
     *
     * @param rows how many B has
     * @param order how many columns
     */
    void add(int rows, int order, Work work, double[] h) {
        if (order == 0) {
            return;
        }
        double multiplyAdds = 0.5 * rows * order * order;
        boolean byLibrary = !Vectors.simd() && NativeLibrary.serves(multiplyAdds);
        int stride = byLibrary ? order : (order + Symmetric.TILE - 1) / Symmetric.TILE * Symmetric.TILE;
        int shards = Math.min(Shards.count(multiplyAdds), Math.max(1, rows / (4 * stride)));
        part(shards - 1);
        Shards.run(shards, s -> {
            parts.get(s).begin(stride, byLibrary);
            work.add(parts.get(s), Shards.start(s, shards, rows), Shards.start(s + 1, shards, rows));
        });
        for (int s = 0; s < shards; s++) {
            double[] sum = parts.get(s).sum();
            for (int i = 0; i < order; i++) {
                for (int j = 0; j <= i; j++) {
                    h[i * order + j] += sum[i * stride + j];
                }
            }
        }
    }

    /** The part with this number. */
    DenseGramPart part(int number) {
        while (parts.size() <= number) {
            parts.add(new DenseGramPart());
        }
        return parts.get(number);
    }
}
