package org.fenchel.cli.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.UnknownColumn;
import org.jspecify.annotations.Nullable;

/**
 * Reads which features belong together: lines {@code feature,group}, blank lines and lines that start with {@code #} apart, an
 * optional first line {@code feature,group}. A categorical column may be named as a whole. A feature that no line names is a
 * group of its own, so that for it the penalty is the plain absolute value.
 */
final class GroupsFile {
    private GroupsFile() {}

    /**
     * The group of each feature, numbered from 0 in the order of the features.
     *
     * @param features their names, length d
     * @throws InvalidInput if a line has no group, names no feature or one twice
     */
    static int[] read(Path file, List<String> features) throws IOException {
        @Nullable String[] named = new String[features.size()];
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#") && !(number == 1 && line.equals("feature,group"))) {
                    assign(line, file, number, features, named);
                }
            }
        } catch (CharacterCodingException otherCode) {
            throw InvalidInput.at(file.toString(), 0, 0, "it is not UTF-8 text", "save it as UTF-8");
        }
        return numbered(named);
    }

    private static void assign(String line, Path file, int number, List<String> features, @Nullable String[] named) {
        int comma = line.lastIndexOf(','); // names of features may hold commas, names of groups may not
        if (comma <= 0 || comma == line.length() - 1) {
            throw InvalidInput.at(
                    file.toString(), number, 0, "'" + line + "' has no group", "write feature,group on each line");
        }
        String feature = line.substring(0, comma).strip();
        String group = line.substring(comma + 1).strip();
        boolean found = false;
        for (int j = 0; j < named.length; j++) {
            String name = features.get(j);
            if (name.equals(feature) || name.startsWith(feature + "=")) {
                found = true;
                if (named[j] != null) {
                    throw InvalidInput.at(
                            file.toString(),
                            number,
                            0,
                            "feature '" + name + "' is in a group already",
                            "name each feature once");
                }
                named[j] = group;
            }
        }
        if (!found) {
            String unknown =
                    String.valueOf(UnknownColumn.named(feature, features).getMessage());
            throw InvalidInput.at(file.toString(), number, 0, unknown, "");
        }
    }

    private static int[] numbered(@Nullable String[] named) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] groups = new int[named.length];
        int next = 0;
        for (int j = 0; j < named.length; j++) {
            Integer known = named[j] == null ? null : numbers.get(named[j]);
            groups[j] = known == null ? next++ : known;
            if (named[j] != null) {
                numbers.put(named[j], groups[j]);
            }
        }
        return groups;
    }
}
