package org.fenchel.lab;

/**
 * Data that an experiment was run on.
 *
 * @param name of the known data set, or of the simulation with all its parameters
 * @param rows that were used
 * @param features after encoding
 * @param sha256 of the file as it is stored; empty for simulated data, which follow from their name
 */
public record DataUsed(String name, int rows, int features, String sha256) {}
