package org.fenchel.lab.nuclear;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.catalogue.Described;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.ObservedEntries;
import org.fenchel.lab.Cell;
import org.fenchel.lab.Chart;
import org.fenchel.lab.Chart.Axis;
import org.fenchel.lab.Chart.Mark;
import org.fenchel.lab.Claim;
import org.fenchel.lab.Digits;
import org.fenchel.lab.Experiment;
import org.fenchel.lab.Figure;
import org.fenchel.lab.Findings;
import org.fenchel.lab.Plan;
import org.fenchel.lab.ResultTable;
import org.fenchel.lab.Shelf;
import org.fenchel.metric.AreaUnderCurve;
import org.fenchel.metric.Scored;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.Solution.LowRank;
import org.fenchel.problem.links.LinkFit;
import org.fenchel.solver.Run;
import org.fenchel.solver.links.DouglasRachford;
import org.fenchel.solver.links.LinkSolver;
import org.fenchel.solver.links.SemiLpadmm;

/**
 * Links of Wiki-Vote by hinge, l1 and nuclear norm: proven gaps against calls of the oracle and seconds, for the methods that solve it.
 *
 * @param nodes the most active users; the whole network has 7,115
 * @param seconds for each method
 * @param seed of random pairs and what is held out
 */
@AutoService(Experiment.class)
@Described("links of Wiki-Vote (hinge, l1, nuclear norm): gaps against calls of the oracle and seconds")
public record LinkPrediction(int nodes, double seconds, long seed) implements Experiment {
    private static final double L1 = 0.1;
    private static final double NUCLEAR = 20;
    private static final double CLOSE = 1e-3;

    /** 1,024 users, twenty seconds each. */
    public LinkPrediction() {
        this(1024, 20, 42);
    }

    /** Checks the sizes. */
    public LinkPrediction {
        if (nodes < 10) {
            throw InvalidInput.of("nodes=" + nodes, "give 10 or more");
        }
        if (!(seconds > 0)) {
            throw InvalidInput.of("seconds=" + seconds, "give a positive number");
        }
    }

    @Override
    public Experiment full() {
        return new LinkPrediction(7115, 600, seed);
    }

    @Override
    public String title() {
        return "Predicting links by hinge, l1 and nuclear norm";
    }

    @Override
    public String source() {
        return "N. He, Z. Harchaoui, Semi-Proximal Mirror-Prox for Nonsmooth Composite Minimization, NIPS 2015, the experiment on link prediction";
    }

    @Override
    public List<String> data() {
        return List.of(WikiVote.KNOWN);
    }

    /**
     * The course of a method.
     *
     * @param calls of the oracle at each probe, 0 where there is none
     * @param seconds of processor time, certificates left out
     * @param gaps proven, relative
     */
    record Course(
            String method,
            List<Double> calls,
            List<Double> seconds,
            List<Double> gaps,
            double objective,
            int rank,
            double auc) {
        /** Where a gap is first reached; NaN where it is not. */
        double first(List<Double> of, double gap) {
            for (int k = 0; k < gaps.size(); k++) {
                if (gaps.get(k) <= gap) {
                    return of.get(k);
                }
            }
            return Double.NaN;
        }

        double best() {
            return gaps.stream().mapToDouble(gap -> gap).min().orElse(Double.NaN);
        }
    }

    @Override
    public Plan<Course> plan(Shelf shelf) {
        WikiVote votes = WikiVote.read(shelf, nodes, seed);
        int count = votes.train().count();
        LinkFit problem = LinkFit.of(votes.train(), L1 / count, NUCLEAR / count);
        SemiLpadmm tuned = new SemiLpadmm();
        List<Cell<Course>> cells = new ArrayList<>();
        for (LinkSolver solver : List.of(
                new DouglasRachford(),
                tuned,
                new SemiLpadmm(2.0 / count, 1, 1, 1, 1),
                new SemiLpadmm(20.0 / count, 1, 1, 1, tuned.pairs()))) {
            cells.add(Cell.<Course>of(
                            Catalogue.of(LinkSolver.class).print(solver),
                            live -> measured(problem, votes.test(), solver))
                    .alone());
        }
        LinkFit small = LinkFit.of(WikiVote.read(shelf, 64, seed).train(), L1 / count, 1e-3);
        return Plan.of(List.of(votes.used()), Course.class, cells, courses -> findings(courses, votes))
                .after(() -> {
                    measure(small, new DouglasRachford(), 1, new Course("", list(), list(), list(), 0, 0, 0));
                    measure(small, tuned, 1, new Course("", list(), list(), list(), 0, 0, 0));
                });
    }

    private static List<Double> list() {
        return new ArrayList<>();
    }

    private Course measured(LinkFit problem, ObservedEntries test, LinkSolver solver) {
        Course course = new Course(Catalogue.of(LinkSolver.class).print(solver), list(), list(), list(), 0, 0, 0);
        LowRank solution = measure(problem, solver, seconds, course);
        double[] scores = new double[test.count()];
        solution.matrix().entries(test, scores);
        Scored scored = Scored.of(scores, scores, test.value(), null);
        return new Course(
                course.method(),
                course.calls(),
                course.seconds(),
                course.gaps(),
                problem.objective(solution),
                solution.matrix().rank(),
                new AreaUnderCurve().over(scored).at(scored.weights()));
    }

    private LowRank measure(LinkFit problem, LinkSolver solver, double most, Course course) {
        Run<LowRank> run = solver.start(problem, seed);
        double worked = 0;
        double lower = Double.NEGATIVE_INFINITY;
        double upper = Double.POSITIVE_INFINITY;
        long next = 1;
        for (long step = 1; worked < most; step++) {
            long began = System.nanoTime();
            run.step();
            worked += (System.nanoTime() - began) * 1e-9;
            if (step < next && worked < most) {
                continue;
            }
            next = step + 1 + step / 8;
            if (run.certificate() instanceof Certificate.DualityGap gap) {
                lower = Math.max(lower, gap.dual());
                upper = Math.min(upper, gap.primal());
            }
            course.calls().add((double) run.oracle().calls());
            course.seconds().add(worked);
            course.gaps().add((upper - lower) / Math.max(1, Math.abs(upper)));
            if (course.best() <= CLOSE / 100) {
                break;
            }
        }
        return run.solution();
    }

    private Findings findings(List<Course> courses, WikiVote votes) {
        ResultTable table = ResultTable.of(
                "method", "objective", "proven gap", "calls to 1e-3", "seconds to 1e-3", "rank", "test auc");
        ResultTable byCalls = ResultTable.of("calls", "gap", "method");
        ResultTable bySeconds = ResultTable.of("seconds", "gap", "method");
        for (Course course : courses) {
            table.add(
                    course.method(),
                    course.objective(),
                    course.best(),
                    course.first(course.calls(), CLOSE),
                    course.first(course.seconds(), CLOSE),
                    course.rank(),
                    course.auc());
            for (int k = 0; k < course.gaps().size(); k++) {
                bySeconds.add(course.seconds().get(k), course.gaps().get(k), course.method());
                if (course.calls().get(k) > 0) {
                    byCalls.add(course.calls().get(k), course.gaps().get(k), course.method());
                }
            }
        }
        String reading = "What is proven of the distance from the optimum; lower is better.";
        return new Findings(
                claims(courses),
                table,
                List.of(
                        new Figure(
                                "seconds",
                                "Proven gap over seconds of work",
                                reading,
                                new Chart(Mark.LINES, Axis.log("seconds"), Axis.log("gap"), "method"),
                                bySeconds),
                        new Figure(
                                "calls",
                                "Proven gap over calls of the oracle",
                                reading + " The splitting calls none.",
                                new Chart(Mark.LINES, Axis.log("calls"), Axis.log("gap"), "method"),
                                byCalls)),
                List.of(votes.used()),
                List.of(
                        "N pairs are learned from, votes and as many pairs without one; l1 is " + L1
                                + "/N and the nuclear norm's multiplier " + (int) NUCLEAR
                                + "/N. A fifth of the pairs is held out.",
                        "Calls are those of the oracle of leading singular pairs; with pairs=1 a call gives one, as in the article.",
                        "The article's own method for this problem is not among them."));
    }

    private static List<Claim> claims(List<Course> courses) {
        Course splitting = courses.get(0);
        Course tuned = courses.get(1);
        Course single = courses.get(2);
        Course coarse = courses.get(3);
        double quick = splitting.first(splitting.seconds(), CLOSE);
        double slower = tuned.first(tuned.seconds(), CLOSE);
        return List.of(
                new Claim(
                        "Two methods prove the optimum to a thousandth, and agree on it to as much",
                        splitting.best() <= CLOSE
                                && tuned.best() <= CLOSE
                                && Math.abs(splitting.objective() - tuned.objective()) <= 2 * CLOSE,
                        Digits.of(splitting.objective()) + " and " + Digits.of(tuned.objective())),
                new Claim(
                        "The method of multipliers depends on its theta: ten times too large, it needs twice the calls or more, or does not arrive",
                        !(coarse.first(coarse.calls(), CLOSE) < 2 * tuned.first(tuned.calls(), CLOSE)),
                        shown(coarse.first(coarse.calls(), CLOSE)) + " calls against "
                                + shown(tuned.first(tuned.calls(), CLOSE))),
                new Claim(
                        "All pairs that a call finds are worth more than the leading one alone",
                        single.best() > tuned.best(),
                        Digits.of(single.best()) + " against " + Digits.of(tuned.best()) + " in the same time"),
                new Claim(
                        "Splitting with warm-started thresholding is the quickest to a thousandth",
                        quick < slower || Double.isNaN(slower) && !Double.isNaN(quick),
                        shown(quick) + " s against " + shown(slower) + " s"));
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "never" : Digits.of(value);
    }
}
