package org.fenchel.lab.factorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Digits;

/**
 * What the article says of its comparison.
 *
 * @param with the vectors, in words
 * @param losses of all methods, at ascending steps
 * @param bound on the steps that are safe for every row
 */
record StepClaims(String with, List<BestLoss> losses, double bound) {
    List<Claim> all() {
        List<Claim> claims = new ArrayList<>();
        for (StepMethod own : List.of(StepMethod.PROXIMAL, StepMethod.FALLING)) {
            claims.add(steadier(own, StepMethod.ADAGRAD, StepMethod.ADAM));
            claims.add(steadier(own, StepMethod.SGD));
        }
        claims.add(lowest());
        claims.add(degrades());
        return claims;
    }

    private Claim steadier(StepMethod method, StepMethod... others) {
        double own = spread(method);
        boolean holds = true;
        for (StepMethod other : others) {
            holds &= own < spread(other);
        }
        String names = Arrays.stream(others).map(StepMethod::words).collect(Collectors.joining(" and "));
        String numbers =
                Arrays.stream(others).map(other -> Digits.of(spread(other))).collect(Collectors.joining(" and "));
        return new Claim(
                "The loss of '" + method.words() + "' varies less over step sizes up to " + bound + " than that of "
                        + names + ": " + with,
                holds,
                Digits.of(own) + " against " + numbers);
    }

    private double spread(StepMethod method) {
        return BestLoss.spread(BestLoss.of(losses, method), bound);
    }

    private Claim lowest() {
        double own = BestLoss.least(BestLoss.of(losses, StepMethod.ADAGRAD));
        double other = BestLoss.least(losses.stream()
                .filter(loss -> !loss.method().equals(StepMethod.ADAGRAD.words()))
                .toList());
        return new Claim(
                "Adagrad finds the lowest loss: " + with,
                own <= other,
                Digits.of(own) + " against " + Digits.of(other));
    }

    private Claim degrades() {
        List<BestLoss> adam = BestLoss.of(losses, StepMethod.ADAM);
        return new Claim(
                "Adam is worse at large steps than at its best, by .01 at least: " + with,
                BestLoss.last(adam) > BestLoss.least(adam) + 0.01,
                Digits.of(BestLoss.last(adam)) + " against " + Digits.of(BestLoss.least(adam)));
    }
}
