package org.fenchel.data;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The names {@code prefix1, prefix2, ...}, made when asked for: hundreds of millions of features take no memory. */
public final class NumberedNames extends AbstractList<String> implements RandomAccess {
    private final String prefix;
    private final int size;

    /** Names from {@code prefix + 1} to {@code prefix + size}. */
    public NumberedNames(String prefix, int size) {
        this.prefix = prefix;
        this.size = size;
    }

    @Override
    public String get(int index) {
        return prefix + (Objects.checkIndex(index, size) + 1);
    }

    @Override
    public int size() {
        return size;
    }
}
