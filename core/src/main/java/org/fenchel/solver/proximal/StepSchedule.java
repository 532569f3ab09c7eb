package org.fenchel.solver.proximal;

/** How step sizes go on: the size of step t = 1, 2, ... relative to the first. */
public enum StepSchedule {
    /** Always the same. */
    CONSTANT {
        @Override
        public double factor(long t) {
            return 1;
        }
    },
    /** 1 / sqrt(t). */
    SQRT {
        @Override
        public double factor(long t) {
            return 1 / Math.sqrt(t);
        }
    },
    /** 1 / t. */
    HARMONIC {
        @Override
        public double factor(long t) {
            return 1.0 / t;
        }
    };

    /** Step size of step t (1, 2, ...) divided by that of the first. */
    public abstract double factor(long t);
}
