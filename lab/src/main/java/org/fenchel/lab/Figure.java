package org.fenchel.lab;

/**
 * A chart with what is needed to read it.
 *
 * @param name of its files: lower-case letters, digits and hyphens
 * @param title what it shows
 * @param reading how to read it, in a sentence or two
 * @param chart how the table is drawn
 * @param table the numbers behind it
 */
public record Figure(String name, String title, String reading, Chart chart, ResultTable table) {}
