package org.fenchel.io.ratings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.table.Column;
import org.fenchel.io.table.LineNumbers;
import org.fenchel.io.table.Table;

/**
 * The files of MovieLens 100K joined to one table: each line of {@code u.data} is a row with the user's age, gender and occupation
 * from {@code u.user} and the movie's title and genres from {@code u.item}. Ages are categories, as users and movies are; genres
 * are columns of 0 and 1. The time of the rating is left out.
 */
public final class MovieLens {
    /** The name of the file of ratings. */
    public static final String RATINGS = "u.data";

    private static final String USERS = "u.user";
    private static final String MOVIES = "u.item";
    private static final List<String> GENRES = List.of(
            "unknown",
            "action",
            "adventure",
            "animation",
            "children",
            "comedy",
            "crime",
            "documentary",
            "drama",
            "fantasy",
            "film-noir",
            "horror",
            "musical",
            "mystery",
            "romance",
            "sci-fi",
            "thriller",
            "war",
            "western");
    private static final int FIRST_GENRE = 5;

    /** How ratings find the user and the movie. */
    public enum Join {
        /** By their numbers. */
        RIGHT,
        /**
         * Off by one, as in the code of an article whose numbers are to be made again: user u gets what is known of user u + 1, movie m
         * the genres of movie m + 1, and ratings without such a partner are left out. Good for nothing else.
         */
        OFF_BY_ONE
    }

    private MovieLens() {}

    /** Whether this is a file of ratings with those of users and movies beside it. */
    public static boolean is(Path ratings) {
        return ratings.endsWith(RATINGS)
                && Files.isRegularFile(ratings)
                && Files.isRegularFile(ratings.resolveSibling(USERS))
                && Files.isRegularFile(ratings.resolveSibling(MOVIES));
    }

    /**
     * Reads and joins the three files.
     *
     * @return columns rating, user, age, gender, occupation, movie, and one for each genre
     * @throws InvalidInput if a file is broken, or a user or movie of a rating is unknown, with file and line
     */
    public static Table read(Path ratings) {
        return read(ratings, Join.RIGHT);
    }

    /** The same, joined in this way. */
    public static Table read(Path ratings, Join join) {
        Map<String, String[]> users = records(ratings.resolveSibling(USERS), "\\|", 5);
        Map<String, String[]> movies = records(ratings.resolveSibling(MOVIES), "\\|", FIRST_GENRE + GENRES.size());
        Map<String, String> titles = titles(movies);
        List<String> lines = lines(ratings);
        Joined joined = new Joined(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = split(ratings, i, lines.get(i), "\t", 4);
            boolean right = join == Join.RIGHT;
            String[] who = right ? find(users, cells[0], ratings, i, "user") : users.get(next(cells[0], ratings, i));
            String[] what =
                    right ? find(movies, cells[1], ratings, i, "movie") : movies.get(next(cells[1], ratings, i));
            if (who != null && what != null) {
                joined.add(
                        i + 1,
                        number(cells[2], ratings, i),
                        cells[0],
                        titles.getOrDefault(cells[1], cells[1]),
                        who,
                        what);
            }
        }
        return joined.table(ratings.toString());
    }

    private static String next(String number, Path file, int line) {
        return Integer.toString((int) number(number, file, line) + 1);
    }

    /** Titles by number, the number behind those that two movies share. */
    private static Map<String, String> titles(Map<String, String[]> movies) {
        Map<String, Integer> counts = new HashMap<>();
        movies.values().forEach(cells -> counts.merge(cells[1], 1, Integer::sum));
        Map<String, String> titles = new HashMap<>();
        movies.forEach((number, cells) ->
                titles.put(number, counts.getOrDefault(cells[1], 0) == 1 ? cells[1] : cells[1] + " [" + number + "]"));
        return titles;
    }

    private static Map<String, String[]> records(Path file, String separator, int least) {
        Map<String, String[]> records = new LinkedHashMap<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = split(file, i, lines.get(i), separator, least);
            records.put(cells[0], cells);
        }
        return records;
    }

    /** The lines; these files are in Latin-1. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw InvalidInput.at(
                    file.toString(), 0, 0, "the file cannot be read (" + e.getMessage() + ")", "check the file");
        }
    }

    private static String[] split(Path file, int line, String text, String separator, int least) {
        String[] cells = text.split(separator, -1);
        if (cells.length < least) {
            throw InvalidInput.at(
                    file.toString(),
                    line + 1,
                    0,
                    "it has " + cells.length + " cells where " + least + " belong",
                    "fetch the data set again");
        }
        return cells;
    }

    private static String[] find(Map<String, String[]> records, String key, Path file, int line, String what) {
        String[] cells = records.get(key);
        if (cells == null) {
            throw InvalidInput.at(
                    file.toString(),
                    line + 1,
                    0,
                    "nothing is known of " + what + " " + key,
                    "fetch the data set again");
        }
        return cells;
    }

    private static double number(String cell, Path file, int line) {
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw InvalidInput.at(
                    file.toString(), line + 1, 3, "'" + cell + "' is no rating", "fetch the data set again");
        }
    }

    /** The table on its way. */
    private static final class Joined {
        private final double[] rating;
        private final Words user;
        private final Words age;
        private final Words gender;
        private final Words occupation;
        private final Words movie;
        private final double[][] genres;
        private final LineNumbers numbers = new LineNumbers();
        private int n;

        Joined(int most) {
            rating = new double[most];
            user = new Words(most);
            age = new Words(most);
            gender = new Words(most);
            occupation = new Words(most);
            movie = new Words(most);
            genres = new double[GENRES.size()][most];
        }

        void add(int line, double stars, String number, String title, String[] who, String[] what) {
            rating[n] = stars;
            user.set(n, number);
            age.set(n, who[1]);
            gender.set(n, who[2]);
            occupation.set(n, who[3]);
            movie.set(n, title);
            for (int g = 0; g < genres.length; g++) {
                genres[g][n] = what[FIRST_GENRE + g].equals("1") ? 1 : 0;
            }
            numbers.add(n++, line);
        }

        Table table(String source) {
            List<Column> columns = new ArrayList<>();
            columns.add(new Column.Numeric("rating", 0, Arrays.copyOf(rating, n)));
            columns.add(user.column("user", 1, n));
            columns.add(age.column("age", 2, n));
            columns.add(gender.column("gender", 3, n));
            columns.add(occupation.column("occupation", 4, n));
            columns.add(movie.column("movie", 5, n));
            for (int g = 0; g < genres.length; g++) {
                columns.add(new Column.Numeric(GENRES.get(g), columns.size(), Arrays.copyOf(genres[g], n)));
            }
            return new Table(source, n, columns, numbers);
        }
    }

    /** A column of words on its way. */
    private static final class Words {
        private final int[] codes;
        private final Map<String, Integer> index = new LinkedHashMap<>();

        Words(int n) {
            codes = new int[n];
        }

        void set(int row, String word) {
            Integer code = index.putIfAbsent(word, index.size());
            codes[row] = code == null ? index.size() - 1 : code;
        }

        Column.Categorical column(String name, int position, int n) {
            return new Column.Categorical(name, position, Arrays.copyOf(codes, n), List.copyOf(index.keySet()));
        }
    }
}
