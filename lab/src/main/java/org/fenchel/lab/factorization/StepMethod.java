package org.fenchel.lab.factorization;

import org.fenchel.solver.factorization.AdagradFactorization;
import org.fenchel.solver.factorization.AdamFactorization;
import org.fenchel.solver.factorization.FactorizationSolver;
import org.fenchel.solver.factorization.ProximalFactorization;
import org.fenchel.solver.factorization.SgdFactorization;

/** The methods of the article's comparison, in its order, and exact steps that fall. */
enum StepMethod {
    PROXIMAL("proximal, constant"),
    FALLING("proximal, falling"),
    SGD("sgd"),
    ADAGRAD("adagrad"),
    ADAM("adam");

    private static final double DECAY = 0.85;

    private final String words;

    StepMethod(String words) {
        this.words = words;
    }

    /** The method at a step size. */
    FactorizationSolver of(double step, int epochs) {
        return switch (this) {
            case PROXIMAL -> new ProximalFactorization().withStep(step, 1).withPasses(epochs);
            case FALLING -> new ProximalFactorization().withStep(step, DECAY).withPasses(epochs);
            case SGD -> new SgdFactorization(step, epochs);
            case ADAGRAD -> new AdagradFactorization(step, epochs);
            case ADAM -> new AdamFactorization(step, epochs);
        };
    }

    /** Its name on the page. */
    String words() {
        return words;
    }
}
