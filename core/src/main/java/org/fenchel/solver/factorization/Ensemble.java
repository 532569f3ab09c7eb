package org.fenchel.solver.factorization;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.fenchel.kernel.Shards;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Factors;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;

/**
 * Several runs from different seeds, on all cores, whose solution has the mean of their scores. That is a factorization machine
 * again: means of constants and weights, and the vectors of all members side by side, each divided by the root of their number. What
 * differs between members, and so is noise, averages out.
 */
final class Ensemble implements Run<Factorized> {
    private final FactorizationFit problem;
    private final List<Run<Factorized>> members = new ArrayList<>();

    Ensemble(FactorizationFit problem, int count, long seed, LongFunction<Run<Factorized>> member) {
        this.problem = problem;
        for (int m = 0; m < count; m++) {
            members.add(member.apply(seed + m));
        }
    }

    @Override
    public void step() {
        Shards.run(members.size(), m -> {
            if (members.get(m).health() == Health.WELL) {
                members.get(m).step();
            }
        });
    }

    @Override
    public Factorized solution() {
        List<Factorized> solutions = members.stream().map(Run::solution).toList();
        int count = solutions.size();
        Factors first = solutions.get(0).factors();
        Factors all = Factors.zero(first.features(), count * first.rank(), first.single());
        double shrink = 1 / Math.sqrt(count);
        double constant = 0;
        for (int m = 0; m < count; m++) {
            Factors one = solutions.get(m).factors();
            constant += solutions.get(m).intercept() / count;
            for (int j = 0; j < one.features(); j++) {
                all.setWeight(j, all.weight(j) + one.weight(j) / count);
                for (int f = 0; f < one.rank(); f++) {
                    all.setFactor(j, m * one.rank() + f, shrink * one.factor(j, f));
                }
            }
        }
        return new Factorized(all, constant);
    }

    @Override
    public Certificate certificate() {
        Factorized solution = solution();
        return problem.validation()
                .<Certificate>map(held -> new Certificate.None(
                        held.meanLoss(solution),
                        "the objective shown is the mean loss of the rows held out, which the passes do not minimise"))
                .orElseGet(() -> new Certificate.None(
                        problem.objective(solution), "the solution is a mean of several, none of which it is near"));
    }

    @Override
    public double passes() {
        return members.stream().mapToDouble(Run::passes).sum();
    }

    @Override
    public OptionalDouble onlineLoss() {
        return members.stream()
                .map(Run::onlineLoss)
                .flatMapToDouble(OptionalDouble::stream)
                .average();
    }

    @Override
    public boolean planned() {
        return true;
    }

    @Override
    public Health health() {
        Health worst = Health.FINISHED;
        for (Run<Factorized> member : members) {
            if (member.health() == Health.OVERFLOW) {
                return Health.OVERFLOW;
            }
            worst = member.health() == Health.WELL ? Health.WELL : worst;
        }
        return worst;
    }
}
