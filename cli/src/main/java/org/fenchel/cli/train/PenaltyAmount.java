package org.fenchel.cli.train;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The weight of a penalty: a number, or {@code auto} for a path to find it, which is NaN from here on. */
final class PenaltyAmount implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
        if (text.equals("auto")) {
            return Double.NaN;
        }
        try {
            double amount = Double.parseDouble(text);
            if (!Double.isNaN(amount)) {
                return amount;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw new TypeConversionException("'" + text + "' is not a number");
    }
}
