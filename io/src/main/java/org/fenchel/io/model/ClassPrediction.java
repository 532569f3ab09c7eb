package org.fenchel.io.model;

/**
 * What a model of several classes says of one row.
 *
 * @param label the most probable class in the data's own words
 * @param probabilities of the classes in their order, adding up to 1. Read only
 */
public record ClassPrediction(String label, double[] probabilities) {}
