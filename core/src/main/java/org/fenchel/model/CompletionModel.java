package org.fenchel.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.problem.LowRankMatrix;
import org.fenchel.problem.lowrank.Biases;

/**
 * A matrix of users and items completed from some of its entries: biases plus a matrix of low rank. Immutable and thread-safe. Users and
 * items that are not known have no biases and no factors of their own.
 */
public final class CompletionModel {
    private final List<String> users;
    private final List<String> items;
    private final Map<String, Integer> userIndex = new HashMap<>();
    private final Map<String, Integer> itemIndex = new HashMap<>();
    private final Biases biases;
    private final LowRankMatrix matrix;
    private final double low;
    private final double high;

    private CompletionModel(
            List<String> users, List<String> items, Biases biases, LowRankMatrix matrix, double low, double high) {
        this.users = List.copyOf(users);
        this.items = List.copyOf(items);
        this.biases = biases;
        this.matrix = matrix;
        this.low = low;
        this.high = high;
        this.users.forEach(name -> userIndex.put(name, userIndex.size()));
        this.items.forEach(name -> itemIndex.put(name, itemIndex.size()));
    }

    /**
     * A model.
     *
     * @param users names of the rows
     * @param items names of the columns
     * @param biases of rows and columns
     * @param matrix what is added to them
     * @param low least value seen
     * @param high largest value seen
     */
    public static CompletionModel of(
            List<String> users, List<String> items, Biases biases, LowRankMatrix matrix, double low, double high) {
        if (users.size() != matrix.m() || items.size() != matrix.n()) {
            throw new IllegalArgumentException(
                    users.size() + " and " + items.size() + " names for " + matrix.m() + " x " + matrix.n());
        }
        return new CompletionModel(users, items, biases, matrix, low, high);
    }

    /** The number of a user, -1 where the name is not known. */
    public int user(String name) {
        return userIndex.getOrDefault(name, -1);
    }

    /** The number of an item, -1 where the name is not known. */
    public int item(String name) {
        return itemIndex.getOrDefault(name, -1);
    }

    /**
     * The entry of a user and an item, biases included. Cost: one multiply-add for each rank.
     *
     * @param user its number, -1 for one that is not known
     * @param item its number, -1 for one that is not known
     */
    public double margin(int user, int item) {
        return biases.at(user, item) + (user < 0 || item < 0 ? 0 : matrix.at(user, item));
    }

    /** The same moved into the range of the values seen. */
    public double clipped(int user, int item) {
        return Math.min(Math.max(margin(user, item), low), high);
    }

    /** Names of the rows. */
    public List<String> users() {
        return users;
    }

    /** Names of the columns. */
    public List<String> items() {
        return items;
    }

    /** Biases of rows and columns. */
    public Biases biases() {
        return biases;
    }

    /** What is added to them. */
    public LowRankMatrix matrix() {
        return matrix;
    }

    /** Least value seen. */
    public double low() {
        return low;
    }

    /** Largest value seen. */
    public double high() {
        return high;
    }
}
