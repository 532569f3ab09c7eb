package org.fenchel.solver.proximal;

import java.util.Arrays;
import org.fenchel.penalty.GroupL2;
import org.jspecify.annotations.Nullable;

/**
 * h(b) = sum_g w_g ||b_g||, on request for b of no negative entry, made smooth by its Moreau envelope around multipliers z,
 *
 * <pre>H(x) = min_w h(w) + ||x + nu z - w||^2 / (2 nu) - nu ||z||^2 / 2,   H'(x) = (x + nu z - w) / nu.</pre>
 *
 * <p>D has a block for each group,
 * {@code diag(modulus + t / nu) - (theta / nu) e e'} with e the direction of the group, theta = nu w_g / ||z_g||, and t = theta
 * inside a living group, 1 for entries held at 0. Always concerns all columns.
 */
final class GroupEnvelope extends PenaltyTerm {
    private final GroupL2 penalty;
    private final int[][] groups;
    private final double[] centre;
    private final double[] multiplier;
    private final double[] bend;
    private final double[] direction;
    private final double[] theta;
    private final double[] point;

    GroupEnvelope(GroupL2 penalty, int d, double @Nullable [] metric) {
        super(penalty.l2(), metric);
        this.penalty = penalty;
        groups = new int[penalty.groups()][];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = penalty.columns(g);
        }
        if (metric != null) {
            // norms of groups are only respected by steps that are equal within a group
            for (int[] group : groups) {
                double sum = 0;
                for (int j : group) {
                    sum += metric[j];
                }
                for (int j : group) {
                    metric[j] = sum / group.length;
                }
            }
        }
        centre = new double[d];
        multiplier = new double[d];
        bend = new double[d];
        direction = new double[d];
        point = new double[d];
        theta = new double[groups.length];
    }

    @Override
    boolean hasEnvelope() {
        return true;
    }

    @Override
    void choose(int[] newColumns, int columnCount) {
        super.choose(newColumns, columnCount);
        Arrays.fill(centre, 0);
    }

    private double step(int[] group) {
        return nu * (group.length == 0 ? 1 : factor(group[0]));
    }

    private boolean held(double z) {
        return penalty.forbidsNegative() && z <= 0;
    }

    @Override
    void evaluate(double[] x) {
        for (int g = 0; g < groups.length; g++) {
            int[] group = groups[g];
            double step = step(group);
            double squares = 0;
            for (int j : group) {
                double z = x[j] + step * centre[j];
                squares += held(z) ? 0 : z * z;
            }
            double length = Math.sqrt(squares);
            double threshold = step * penalty.weight(g);
            boolean alive = length > threshold;
            theta[g] = alive ? threshold / length : 0;
            for (int j : group) {
                double z = x[j] + step * centre[j];
                boolean free = alive && !held(z);
                double w = free ? z * (1 - theta[g]) : 0;
                point[j] = w;
                multiplier[j] = (z - w) / step;
                direction[j] = free ? z / length : 0;
                bend[j] = (free ? theta[g] : 1) / step;
            }
        }
    }

    @Override
    void addGradient(double[] x, double[] gradient) {
        for (int[] group : groups) {
            for (int j : group) {
                gradient[j] += squaresSlope(j, x[j]) + multiplier[j];
            }
        }
    }

    @Override
    double value(double[] x, double t, double[] dx) {
        double sum = 0;
        for (int g = 0; g < groups.length; g++) {
            int[] group = groups[g];
            double step = step(group);
            double positive = 0;
            double negative = 0;
            for (int j : group) {
                double z = x[j] + t * dx[j] + step * centre[j];
                if (held(z)) {
                    negative += z * z;
                } else {
                    positive += z * z;
                }
                sum -= step * centre[j] * centre[j] / 2;
            }
            double length = Math.sqrt(positive);
            double w = Math.max(0, length - step * penalty.weight(g));
            sum += penalty.weight(g) * w + ((length - w) * (length - w) + negative) / (2 * step);
        }
        return sum;
    }

    @Override
    void addTo(int[] some, int number, int order, double[] h) {
        for (int g = 0; g < groups.length; g++) {
            double scale = theta[g] / step(groups[g]);
            for (int i : groups[g]) {
                h[i * order + i] += modulus(i) + bend[i];
                if (direction[i] != 0) {
                    for (int j : groups[g]) {
                        if (j <= i) {
                            h[i * order + j] -= scale * direction[i] * direction[j];
                        }
                    }
                }
            }
        }
    }

    @Override
    void addTimes(double[] v, double[] out) {
        for (int g = 0; g < groups.length; g++) {
            double along = 0;
            for (int j : groups[g]) {
                along += direction[j] * v[j];
            }
            along *= theta[g] / step(groups[g]);
            for (int j : groups[g]) {
                out[j] += (modulus(j) + bend[j]) * v[j] - along * direction[j];
            }
        }
    }

    @Override
    void addDiagonal(double[] out) {
        for (int g = 0; g < groups.length; g++) {
            double scale = theta[g] / step(groups[g]);
            for (int j : groups[g]) {
                out[j] += modulus(j) + bend[j] - scale * direction[j] * direction[j];
            }
        }
    }

    @Override
    void solve(double[] v, double[] out) {
        for (int g = 0; g < groups.length; g++) {
            // Sherman-Morrison, one group a time
            double scale = theta[g] / step(groups[g]);
            double along = 0;
            double length = 0;
            for (int j : groups[g]) {
                double diagonal = modulus(j) + bend[j];
                along += direction[j] * v[j] / diagonal;
                length += direction[j] * direction[j] / diagonal;
            }
            double correction = scale * along / (1 - scale * length);
            for (int j : groups[g]) {
                out[j] = (v[j] + correction * direction[j]) / (modulus(j) + bend[j]);
            }
        }
    }

    @Override
    void recentre() {
        System.arraycopy(multiplier, 0, centre, 0, centre.length);
    }

    @Override
    double movement() {
        double sum = 0;
        for (int[] group : groups) {
            for (int j : group) {
                double off = multiplier[j] - centre[j];
                sum += step(group) * off * off / 2;
            }
        }
        return sum;
    }

    @Override
    double[] point(double[] x) {
        return point;
    }

    @Override
    void prox(double[] q, double[] out) {
        // steps are equal within a group, so that each group's prox is the penalty's own with that step
        for (int g = 0; g < groups.length; g++) {
            double step = eta * (groups[g].length == 0 ? 1 : factor(groups[g][0]));
            double squares = 0;
            for (int j : groups[g]) {
                squares += held(q[j]) ? 0 : q[j] * q[j];
            }
            double length = Math.sqrt(squares);
            double threshold = step * penalty.weight(g);
            double shrink = length > threshold ? (1 - threshold / length) / (1 + step * l2) : 0;
            for (int j : groups[g]) {
                out[j] = held(q[j]) ? 0 : shrink * q[j];
            }
        }
    }
}
