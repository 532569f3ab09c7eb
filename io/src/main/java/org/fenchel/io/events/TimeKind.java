package org.fenchel.io.events;

/** What the cells of a column of times are. */
public enum TimeKind {
    /** To be found out: dates where they are words, moments where they are numbers of that size, plain numbers else. */
    AUTO,
    /** Numbers that count from where they like, in the unit they like. */
    NUMBER,
    /** Seconds since the beginning of 1970. */
    SECONDS,
    /** Milliseconds since the beginning of 1970. */
    MILLIS,
    /** Dates and times such as 2024-06-03T08:33:08.2Z; those without a zone are taken as UTC. */
    ISO;

    /** Whether times are moments of the calendar. */
    public boolean dates() {
        return this != NUMBER;
    }

    /** The kind that numbers between these are likely to be: seconds from 1973 on, milliseconds from 1973 to 2100. */
    static TimeKind ofNumbers(double least, double largest) {
        if (least > 1e8 && largest < 4.2e9) {
            return SECONDS;
        }
        return least > 1e11 && largest < 4.2e12 ? MILLIS : NUMBER;
    }
}
