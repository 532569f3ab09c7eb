package org.fenchel.io.encode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.ColumnEncoding.Categories;
import org.fenchel.io.encode.ColumnEncoding.Hashed;

/**
 * Shares features out to columns whose categories are hashed. Each column has a range of its own, so that categories of different
 * columns never meet, and in one row no two do.
 */
final class HashWidths {
    /** Features for each category, at most: with so many, one category in thirty or so meets another. */
    private static final int ROOM = 16;

    private HashWidths() {}

    /**
     * The same columns with categories hashed.
     *
     * @param features to be shared out at most
     * @throws InvalidInput if there are more columns than features
     */
    static List<ColumnEncoding> hashed(List<ColumnEncoding> columns, int features) {
        List<Categories> small = new ArrayList<>();
        for (ColumnEncoding column : columns) {
            if (column instanceof Categories categories) {
                small.add(categories);
            }
        }
        if (small.size() > features) {
            throw InvalidInput.of(
                    small.size() + " columns of categories for " + features + " hashed features",
                    "give more --hash-bits");
        }
        // those that need little first: what they leave is for the others
        small.sort(
                Comparator.comparingInt((Categories column) -> column.levels().size()));
        List<ColumnEncoding> result = new ArrayList<>(columns);
        int left = features;
        for (int k = 0; k < small.size(); k++) {
            Categories column = small.get(k);
            int share = Integer.highestOneBit(left / (small.size() - k));
            int enough = Integer.highestOneBit(column.levels().size()) * ROOM;
            int width = enough > 0 ? Math.min(share, enough) : share;
            left -= width;
            result.set(columns.indexOf(column), hashed(column, width));
        }
        return result;
    }

    private static Hashed hashed(Categories column, int width) {
        Hashed places = new Hashed(column.name(), width, -1, 0, 0);
        BitSet taken = new BitSet(width);
        BitSet shared = new BitSet(width);
        for (String level : column.levels()) {
            int place = places.place(level);
            if (taken.get(place)) {
                shared.set(place);
            }
            taken.set(place);
        }
        int collisions = 0;
        for (String level : column.levels()) {
            collisions += shared.get(places.place(level)) ? 1 : 0;
        }
        int fill = column.fill() < 0 ? -1 : places.place(column.levels().get(column.fill()));
        return new Hashed(column.name(), width, fill, column.levels().size(), collisions);
    }
}
