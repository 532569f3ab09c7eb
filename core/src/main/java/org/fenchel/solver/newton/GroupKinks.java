package org.fenchel.solver.newton;

import org.fenchel.penalty.GroupL2;

/**
 * h(b) = sum_g w_g ||b_g||, on request for b of no negative entry. Groups at 0 are kinks; in the others, e = b_g / ||b_g||, the slope is
 * w_g e and the second derivative (w_g / ||b_g||) (I - e e').
 */
final class GroupKinks extends Kinks {
    private final GroupL2 penalty;
    private final int[][] groups;
    private final int weights;
    private final double[] lengths;
    private double[] y = new double[0];

    GroupKinks(GroupL2 penalty, int weights, int size) {
        super(size);
        this.penalty = penalty;
        this.weights = weights;
        groups = new int[penalty.groups()][];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = penalty.columns(g);
        }
        lengths = new double[groups.length];
    }

    @Override
    void even(double[] metric) {
        for (int g = 0; g < groups.length; g++) {
            double largest = 0;
            for (int j : groups[g]) {
                largest = Math.max(largest, metric[j]);
            }
            for (int j : groups[g]) {
                metric[j] = penalty.weight(g) > 0 ? largest : metric[j];
            }
        }
    }

    private boolean held(double v) {
        return penalty.forbidsNegative() && v <= 0;
    }

    @Override
    void prox(double[] v, double scale, double[] metric, double[] out) {
        for (int g = 0; g < groups.length; g++) {
            double squares = 0;
            double threshold = 0;
            for (int j : groups[g]) {
                squares += held(v[j]) ? 0 : v[j] * v[j];
                threshold = penalty.weight(g) / (scale * metric[j]);
            }
            double length = Math.sqrt(squares);
            double shrink = threshold == 0 ? 1 : length > threshold ? 1 - threshold / length : 0;
            for (int j : groups[g]) {
                out[j] = held(v[j]) ? 0 : shrink * v[j];
            }
        }
        System.arraycopy(v, weights, out, weights, out.length - weights);
    }

    @Override
    double change(double[] from, double[] slope, double[] move) {
        double sum = 0;
        for (int g = 0; g < groups.length; g++) {
            sum += change(g, from, slope, move);
        }
        for (int j = weights; j < move.length; j++) {
            sum += slope[j] * move[j];
        }
        return sum;
    }

    /** The slopes of both parts first, then what the norm lies above its tangent: a / (|y + m| + |y|), a = m'm - e'm (|y + m| - |y|). */
    private double change(int g, double[] from, double[] slope, double[] move) {
        double before = 0;
        double after = 0;
        for (int j : groups[g]) {
            double to = from[j] + move[j];
            before += from[j] * from[j];
            after += to * to;
        }
        before = Math.sqrt(before);
        after = Math.sqrt(after);
        double tilt = before > 0 ? penalty.weight(g) / before : 0;
        double linear = 0;
        double along = 0;
        double squares = 0;
        for (int j : groups[g]) {
            linear += (slope[j] + tilt * from[j]) * move[j];
            along += from[j] * move[j];
            squares += move[j] * move[j];
        }
        if (before == 0) {
            return linear + penalty.weight(g) * after;
        }
        double longer = (2 * along + squares) / (before + after);
        return linear + penalty.weight(g) * (squares - along / before * longer) / (before + after);
    }

    @Override
    void at(double[] newY) {
        y = newY;
        boolean[] free = free();
        for (int g = 0; g < groups.length; g++) {
            double squares = 0;
            for (int j : groups[g]) {
                squares += y[j] * y[j];
            }
            lengths[g] = Math.sqrt(squares);
            boolean alive = lengths[g] > 0 || penalty.weight(g) == 0;
            for (int j : groups[g]) {
                free[j] = alive && !held(y[j]);
            }
        }
    }

    /** w_g / ||b_g||, 0 for groups at 0, too. */
    private double bend(int g) {
        return lengths[g] > 0 ? penalty.weight(g) / lengths[g] : 0;
    }

    @Override
    void addSlope(double[] slope) {
        for (int g = 0; g < groups.length; g++) {
            for (int j : groups[g]) {
                slope[j] += bend(g) * y[j]; // entries that are held are 0
            }
        }
    }

    @Override
    void addTimes(double[] v, double[] out) {
        for (int g = 0; g < groups.length; g++) {
            double bend = bend(g);
            if (bend > 0) {
                double along = 0;
                for (int j : groups[g]) {
                    along += y[j] * v[j];
                }
                along /= lengths[g] * lengths[g];
                for (int j : groups[g]) {
                    out[j] += bend * (v[j] - along * y[j]);
                }
            }
        }
    }

    @Override
    void addDiagonal(double[] out) {
        for (int g = 0; g < groups.length; g++) {
            double bend = bend(g);
            for (int j : groups[g]) {
                double part = bend > 0 ? y[j] / lengths[g] : 0;
                out[j] += bend * (1 - part * part);
            }
        }
    }

    /** Groups end where they would point the other way: near 0 their norm is anything but its model. */
    @Override
    double farthest(double[] z) {
        double t = Double.POSITIVE_INFINITY;
        for (int g = 0; g < groups.length; g++) {
            double along = 0;
            for (int j : groups[g]) {
                along += y[j] * z[j];
            }
            if (penalty.weight(g) > 0 && along < 0) {
                t = Math.min(t, lengths[g] * lengths[g] / -along);
            }
        }
        for (int j = 0; penalty.forbidsNegative() && j < weights; j++) {
            if (free()[j] && z[j] < 0) {
                t = Math.min(t, -y[j] / z[j]);
            }
        }
        return t;
    }

    @Override
    void bend(double[] point) {
        for (int g = 0; g < groups.length; g++) {
            double along = 0;
            for (int j : groups[g]) {
                along += y[j] * point[j];
            }
            boolean dies = penalty.weight(g) > 0 && along <= 0;
            for (int j : groups[g]) {
                point[j] = dies || held(point[j]) ? 0 : point[j];
            }
        }
    }
}
