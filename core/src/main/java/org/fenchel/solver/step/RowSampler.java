package org.fenchel.solver.step;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** The rows of a pass, in the order of their visits. Everything random follows from the seed. */
public final class RowSampler {
    private final UniformRandomProvider random;
    private final int[] rows;
    private final int[] visits;
    private final double[] keep;
    private final int[] alias;
    private final boolean permuted;
    private boolean weighted;

    /**
     * @param rows the rows that may be visited; kept, not copied
     * @param permuted whether each is visited once a pass
     */
    public RowSampler(int[] rows, boolean permuted, long seed) {
        this.rows = rows;
        this.permuted = permuted;
        random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        visits = permuted ? rows.clone() : new int[rows.length];
        keep = new double[permuted ? 0 : rows.length];
        alias = new int[permuted ? 0 : rows.length];
    }

    /** The rows that may be visited. */
    public int[] rows() {
        return rows;
    }

    /**
     * Draws rows with these probabilities from now on, each in O(1) by Walker's alias table, built in O(n) (M. Vose, 1991).
     *
     * @param weights one a row of {@link #rows}, not negative, with a positive sum; overwritten
     */
    public void weigh(double[] weights) {
        int n = rows.length;
        double sum = 0;
        for (int k = 0; k < n; k++) {
            sum += weights[k];
        }
        // visits is free until the next pass: small ones from its start, large ones from its end
        int small = 0;
        int large = n;
        for (int k = 0; k < n; k++) {
            weights[k] *= n / sum;
            alias[k] = k;
            keep[k] = 1;
            if (weights[k] < 1) {
                visits[small++] = k;
            } else {
                visits[--large] = k;
            }
        }
        int next = 0;
        while (next < small && large < n) {
            int poor = visits[next++];
            int rich = visits[large];
            keep[poor] = weights[poor];
            alias[poor] = rich;
            weights[rich] -= 1 - weights[poor];
            if (weights[rich] < 1) {
                large++;
                visits[small++] = rich;
            }
        }
        weighted = true;
    }

    /** The next pass: as many row numbers as {@link #rows} has, some perhaps several times. */
    public int[] pass() {
        int n = rows.length;
        if (permuted) {
            System.arraycopy(rows, 0, visits, 0, n);
            shuffle(visits, n);
        } else {
            for (int k = 0; k < n; k++) {
                int drawn = random.nextInt(n);
                visits[k] = rows[weighted && random.nextDouble() >= keep[drawn] ? alias[drawn] : drawn];
            }
        }
        return visits;
    }

    private void shuffle(int[] numbers, int n) {
        for (int k = n - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int swap = numbers[k];
            numbers[k] = numbers[other];
            numbers[other] = swap;
        }
    }
}
