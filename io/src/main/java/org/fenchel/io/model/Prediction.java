package org.fenchel.io.model;

/**
 * What a model says of one row.
 *
 * @param margin {@code x'w + b}, with the offset
 * @param response the mean for numbers and counts, the probability of the positive class for logistic
 * @param label the class in the data's own words; the response as text where targets are numbers
 */
public record Prediction(double margin, double response, String label) {}
