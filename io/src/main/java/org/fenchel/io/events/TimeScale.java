package org.fenchel.io.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import org.fenchel.data.InvalidInput;

/**
 * How times in files become numbers: plain numbers as they are, moments as the time since the beginning of 1970 in a unit.
 *
 * @param kind never {@link TimeKind#AUTO}
 * @param unit seconds in a unit of time; 1 for plain numbers
 */
public record TimeScale(TimeKind kind, double unit) {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("yyyy-MM-dd['T'][' ']")
            .optionalStart()
            .appendPattern("HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** Seconds of a unit named second, minute, hour or day, in the plural or not. */
    public static double unit(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replaceFirst("s$", "")) {
            case "second" -> 1;
            case "minute" -> 60;
            case "hour" -> 3600;
            case "day" -> 86400;
            default ->
                throw InvalidInput.of(
                        "the unit of time '" + name + "' is unknown", "give seconds, minutes, hours or days");
        };
    }

    /** The number of a time that is a number in the file. */
    double of(double cell) {
        return switch (kind) {
            case SECONDS -> cell / unit;
            case MILLIS -> cell / 1000 / unit;
            default -> cell;
        };
    }

    /**
     * The number of a time in text, as in a file or on the command line; dates are understood by every scale of moments.
     *
     * @throws InvalidInput if it is none
     */
    public double of(String text) {
        try {
            return of(Double.parseDouble(text));
        } catch (NumberFormatException noNumber) {
            if (!kind.dates()) {
                throw InvalidInput.of("'" + text + "' is not a number, as the times are", "give a number");
            }
            return seconds(text) / unit;
        }
    }

    private static double seconds(String text) {
        try {
            TemporalAccessor parsed = FORMAT.parse(text);
            ZoneOffset zone = parsed.query(TemporalQueries.offset());
            LocalDate date = LocalDate.from(parsed);
            LocalDateTime moment =
                    parsed.isSupported(ChronoField.HOUR_OF_DAY) ? LocalDateTime.from(parsed) : date.atStartOfDay();
            Instant instant = moment.toInstant(zone == null ? ZoneOffset.UTC : zone);
            return instant.getEpochSecond() + instant.getNano() * 1e-9;
        } catch (DateTimeException none) {
            throw InvalidInput.of("'" + text + "' is no time", "write times as 2024-06-03T08:33:08Z or as numbers");
        }
    }

    /** A time as people read it. */
    public String shown(double time) {
        if (!kind.dates()) {
            return time == Math.rint(time) && Math.abs(time) < 1e15
                    ? Long.toString((long) time)
                    : Double.toString(time);
        }
        return Instant.ofEpochMilli(Math.round(time * unit * 1000)).toString();
    }

    /** The unit's name, empty for plain numbers. */
    public String unitName() {
        if (!kind.dates()) {
            return "";
        }
        return unit == 1 ? "second" : unit == 60 ? "minute" : unit == 3600 ? "hour" : "day";
    }
}
