package org.fenchel.loss;

/**
 * What losses of two classes share: targets are -1 and +1, and the loss is a function of the signed margin y z alone.
 */
interface Signs extends Loss {
    @Override
    default boolean accepts(double y) {
        return y == 1 || y == -1;
    }

    @Override
    default String targets() {
        return "-1 or +1";
    }
}
