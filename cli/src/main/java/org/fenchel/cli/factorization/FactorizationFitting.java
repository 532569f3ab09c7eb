package org.fenchel.cli.factorization;

import org.fenchel.catalogue.Catalogue;
import org.fenchel.cli.console.Numbers;
import org.fenchel.cli.train.FitRun;
import org.fenchel.cli.train.TrainPlan;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.Encoding;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.model.TrainedFactorization;
import org.fenchel.io.model.Training;
import org.fenchel.loss.Loss;
import org.fenchel.model.FactorizationModel;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.run.Fit;
import org.fenchel.solver.factorization.FactorizationSolver;

/** From a problem to a factorization machine, whether its rows are in memory or not. */
record FactorizationFitting(TrainPlan run, FactorizationPlan plan) {
    /**
     * Fits a machine.
     *
     * @throws InvalidInput if it overflows
     */
    Fit<Factorized> fit(FactorizationFit problem, Encoding encoding, TargetEncoding target, FitRun fitRun) {
        Factorized start = plan.warmStart() == null ? null : FactorizationStart.of(plan.warmStart(), encoding, target);
        Fit<Factorized> fit = fitRun.fit(problem, plan.solver(), start);
        if (!fit.solution().factors().finite()
                || !Double.isFinite(fit.solution().intercept())) {
            throw InvalidInput.at(
                    run.data(),
                    0,
                    0,
                    "its numbers are too large: the fit overflowed",
                    "scale the features with --scale minmax, or divide the target");
        }
        return fit;
    }

    /** The model of a fit. */
    TrainedFactorization model(
            FactorizationFit problem, Encoding encoding, TargetEncoding target, Fit<Factorized> fit, FitRun fitRun) {
        Training training = fitRun.record(
                Catalogue.of(Loss.class).printAll(problem.loss()),
                penaltyWords(),
                Catalogue.of(FactorizationSolver.class).print(plan.solver()),
                problem.describe(),
                problem.n(),
                problem.d(),
                fit);
        FactorizationModel machine = FactorizationModel.of(problem.loss(), fit.solution(), encoding.featureNames());
        return new TrainedFactorization(machine, encoding, target, training);
    }

    private String penaltyWords() {
        return "l2 of weights " + Numbers.exact(plan.machine().l2Weights) + ", of factors "
                + Numbers.exact(plan.machine().l2Factors);
    }
}
