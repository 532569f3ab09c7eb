package org.fenchel.cli.train;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenchel.cli.console.Numbers;
import org.fenchel.data.InvalidInput;
import org.fenchel.penalty.Box;
import org.fenchel.penalty.ElasticNet;
import org.fenchel.penalty.GroupL2;
import org.fenchel.penalty.L1;
import org.fenchel.penalty.L2;
import org.fenchel.penalty.NonNegative;
import org.fenchel.penalty.None;
import org.fenchel.penalty.Penalty;
import org.jspecify.annotations.Nullable;

/** The penalty that {@code --l1}, {@code --l2}, {@code --constraint} and {@code --groups} make up. */
public final class PenaltyChoice {
    private static final Pattern BOX = Pattern.compile("box\\(([^,()]+),([^,()]+)\\)");

    private PenaltyChoice() {}

    /**
     * Refuses what makes no sense before anything is read.
     *
     * @throws InvalidInput if it does not
     */
    public static void check(PenaltyOptions options) {
        if (options.automatic()) {
            throw InvalidInput.of(
                    (Double.isNaN(options.l1) ? "--l1" : "--l2") + " is auto without a path to find it",
                    "add --path --cv 5, or give a number");
        }
        separable(options);
        if (options.groups != null && options.l1 == 0) {
            throw InvalidInput.of("--groups without --l1 has no effect", "add --l1 X, the weight of the groups' norms");
        }
        if (options.groups != null && box(options.constraint) != null) {
            throw InvalidInput.of(
                    "--groups and a box do not go together", "give one of them; --constraint nonnegative does");
        }
    }

    /**
     * The penalty.
     *
     * @param features their names, which a file of groups uses
     * @throws InvalidInput if that file makes no sense
     */
    static Penalty of(PenaltyOptions options, List<String> features) throws IOException {
        return of(options, groups(options, features));
    }

    /** The penalty with groups that are known. */
    public static Penalty of(PenaltyOptions options, int @Nullable [] groupOf) {
        if (groupOf == null) {
            return separable(options);
        }
        GroupL2 groups = GroupL2.of(groupOf, options.l1, options.l2);
        return options.constraint == null ? groups : groups.nonNegative();
    }

    /** The group of each feature, or null where there are none. */
    public static int @Nullable [] groups(PenaltyOptions options, List<String> features) throws IOException {
        return options.groups == null ? null : GroupsFile.read(options.groups, features);
    }

    /**
     * The groups of the features that a part of the rows has: some may be missing, as categories without a row.
     *
     * @param groupOf the group of each feature of all rows
     * @param known their names
     * @param features names of those of the part
     * @return -1 for a feature that all rows do not have
     */
    public static int[] groupsOfPart(int[] groupOf, List<String> known, List<String> features) {
        Map<String, Integer> byName = new HashMap<>();
        for (int j = 0; j < groupOf.length; j++) {
            byName.put(known.get(j), groupOf[j]);
        }
        return features.stream().mapToInt(name -> byName.getOrDefault(name, -1)).toArray();
    }

    /**
     * The penalty on the weights of several classes, those of a feature together. A group holds the weights of its features for
     * all classes.
     *
     * @param groupOf the group of each feature, or null where there are none
     */
    public static Penalty ofClasses(PenaltyOptions options, int @Nullable [] groupOf, int classes) {
        if (groupOf == null) {
            return separable(options);
        }
        int[] ofWeight = new int[Math.multiplyExact(groupOf.length, classes)];
        Arrays.setAll(ofWeight, j -> groupOf[j / classes]);
        return of(options, ofWeight);
    }

    /** In words, for reports. */
    public static String words(PenaltyOptions options) {
        StringBuilder words = new StringBuilder();
        if (options.l2 > 0) {
            words.append(", l2=").append(Numbers.exact(options.l2));
        }
        if (options.l1 > 0) {
            words.append(options.groups == null ? ", l1=" : ", l1 on groups=").append(Numbers.exact(options.l1));
        }
        if (options.constraint != null) {
            words.append(", ").append(options.constraint);
        }
        return words.isEmpty() ? "no penalty" : words.substring(2);
    }

    private static Penalty separable(PenaltyOptions options) {
        double l1 = checked("--l1", options.l1);
        double l2 = checked("--l2", options.l2);
        Box box = box(options.constraint);
        if (box != null) {
            return new Box(box.low(), box.high(), l1, l2);
        }
        if (options.constraint != null) {
            return new NonNegative(l1, l2);
        }
        if (l1 == 0) {
            return l2 == 0 ? new None() : new L2(l2);
        }
        return l2 == 0 ? new L1(l1) : new ElasticNet(l1, l2);
    }

    private static double checked(String option, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw InvalidInput.of(option + " is " + weight, "give 0 or more");
        }
        return weight;
    }

    /** The box, or null for no constraint or another. */
    private static @Nullable Box box(@Nullable String constraint) {
        if (constraint == null || constraint.equals("nonnegative")) {
            return null;
        }
        Matcher ends = BOX.matcher(constraint.replace(" ", ""));
        if (!ends.matches()) {
            throw InvalidInput.of(
                    "no constraint is written '" + constraint + "'", "write nonnegative, or box(a,b) as in box(-1,1)");
        }
        double low = number(ends.group(1), constraint);
        double high = number(ends.group(2), constraint);
        if (!(low <= high)) {
            throw InvalidInput.of(
                    "the constraint '" + constraint + "' holds no number", "give the lower end first, as in box(-1,1)");
        }
        return new Box(low, high);
    }

    private static double number(String text, String constraint) {
        switch (text) {
            case "inf", "+inf", "infinity":
                return Double.POSITIVE_INFINITY;
            case "-inf", "-infinity":
                return Double.NEGATIVE_INFINITY;
            default:
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notOne) {
            throw InvalidInput.of(
                    "'" + text + "' in the constraint '" + constraint + "' is not a number",
                    "write it as in box(-1,1)");
        }
    }
}
