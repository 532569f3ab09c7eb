package org.fenchel.lab.nuclear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.data.RandomPairs;
import org.fenchel.io.hash.Sha256;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Shelf;

/**
 * Votes among the most active users of Wikipedia, as many pairs without a vote, and a fifth of both held out.
 *
 * @param train pairs to learn from
 * @param test pairs to be judged by
 * @param used what was read
 */
record WikiVote(ObservedEntries train, ObservedEntries test, DataUsed used) {
    static final String KNOWN = "wiki-vote";

    private static final double HELD_OUT = 0.2;

    /**
     * Reads the votes.
     *
     * @param most so many users, those with the most votes given and got; all where there are fewer
     */
    static WikiVote read(Shelf shelf, int most, long seed) {
        Path file = shelf.file(KNOWN);
        List<int[]> votes = votes(file);
        Map<Integer, Integer> degree = new HashMap<>();
        for (int[] vote : votes) {
            degree.merge(vote[0], 1, Integer::sum);
            degree.merge(vote[1], 1, Integer::sum);
        }
        List<Integer> users = new ArrayList<>(degree.keySet());
        users.sort(Comparator.comparingInt((Integer user) -> -degree.getOrDefault(user, 0))
                .thenComparingInt(user -> user));
        int n = Math.min(most, users.size());
        Map<Integer, Integer> number = new HashMap<>();
        users.subList(0, n).forEach(user -> number.put(user, number.size()));
        long[] links = votes.stream()
                .filter(vote -> number.containsKey(vote[0]) && number.containsKey(vote[1]))
                .mapToLong(vote -> (long) number.getOrDefault(vote[0], 0) * n + number.getOrDefault(vote[1], 0))
                .sorted()
                .distinct()
                .toArray();
        long[] others = RandomPairs.draw(n, n, false, links, links.length, seed);
        return divided(n, links, others, seed, new DataUsed(KNOWN, 2 * links.length, n, sum(file)));
    }

    private static WikiVote divided(int n, long[] links, long[] others, long seed, DataUsed used) {
        int count = links.length + others.length;
        int[] rows = new int[count];
        int[] columns = new int[count];
        double[] labels = new double[count];
        for (int k = 0; k < count; k++) {
            long key = k < links.length ? links[k] : others[k - links.length];
            rows[k] = (int) (key / n);
            columns[k] = (int) (key % n);
            labels[k] = k < links.length ? 1 : -1;
        }
        boolean[] out = new boolean[count];
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < count; k++) {
            out[k] = random.nextDouble() < HELD_OUT;
        }
        ObservedEntries all = ObservedEntries.of(n, n, rows, columns, labels);
        return new WikiVote(all.part(out, false), all.part(out, true), used);
    }

    private static List<int[]> votes(Path file) {
        try {
            List<int[]> votes = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    votes.add(Arrays.stream(line.strip().split("\\s+"))
                            .mapToInt(Integer::parseInt)
                            .toArray());
                }
            }
            return votes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            throw InvalidInput.of("a line is no pair of numbers", "get the file again")
                    .in(file.toString());
        }
    }

    private static String sum(Path file) {
        try {
            return Sha256.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
