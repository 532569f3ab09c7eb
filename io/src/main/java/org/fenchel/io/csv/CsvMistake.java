package org.fenchel.io.csv;

import org.fenchel.io.source.LocalMistake;
import org.fenchel.io.source.Shown;

/** Words for what is wrong in delimited text; columns count cells, from 1. */
final class CsvMistake {
    private CsvMistake() {}

    static LocalMistake afterQuote(long line, int cell) {
        return new LocalMistake(
                line,
                cell,
                "there is text after the closing quote of a cell",
                "write quotes inside a quoted cell twice");
    }

    static LocalMistake unclosedQuote(long line, int cell) {
        return new LocalMistake(
                line, cell, "the quote opened here is never closed", "close it, or write the cell without the quote");
    }

    static LocalMistake ragged(long line, int found, int expected) {
        return new LocalMistake(
                line,
                0,
                "the line has " + cells(found) + " where " + expected + " are expected",
                found > expected
                        ? "put cells that contain the delimiter in quotes, or check the delimiter"
                        : "add the missing ones, or check the delimiter");
    }

    static LocalMistake missing(long line, int cell, String name, String shown) {
        return new LocalMistake(
                line,
                cell,
                "column " + Shown.text(name) + " has no value" + (shown.isEmpty() ? "" : " but " + shown),
                "fill it in, or use --missing mean or --missing drop");
    }

    static LocalMistake notNumber(long line, int cell, String name, String shown) {
        return new LocalMistake(
                line,
                cell,
                shown + " in column " + Shown.text(name) + " is not a number, as the column is declared to hold",
                "correct the cell, or do not declare the column numeric");
    }

    static LocalMistake infinite(long line, int cell, String name, String shown) {
        return new LocalMistake(
                line,
                cell,
                shown + " in column " + Shown.text(name) + " is infinite or too large for a number",
                "correct the cell or remove the row");
    }

    static LocalMistake notUtf8(long line, int cell, String shown) {
        return new LocalMistake(
                line,
                cell,
                "the cell " + shown + " is not UTF-8 text",
                "convert the file: iconv -f ISO-8859-1 -t UTF-8 (or whatever it was written in)");
    }

    static LocalMistake zeroByte(long line, int cell) {
        return new LocalMistake(
                line, cell, "the cell contains a zero byte", "check that this is a text file, and its encoding");
    }

    static String cells(int count) {
        return count == 1 ? "1 cell" : count + " cells";
    }
}
