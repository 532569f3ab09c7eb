package org.fenchel.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.fenchel.cli.compare.Compare;
import org.fenchel.cli.completion.TrainCompletion;
import org.fenchel.cli.console.Mistakes;
import org.fenchel.cli.data.Data;
import org.fenchel.cli.factorization.TrainFactorization;
import org.fenchel.cli.hawkes.TrainHawkes;
import org.fenchel.cli.linear.Losses;
import org.fenchel.cli.linear.TrainLinear;
import org.fenchel.cli.linear.TrainLogistic;
import org.fenchel.cli.linear.TrainPoisson;
import org.fenchel.cli.linear.TrainSvm;
import org.fenchel.cli.links.TrainLinks;
import org.fenchel.cli.multinomial.TrainMultinomial;
import org.fenchel.cli.reproduce.Reproduce;
import org.fenchel.cli.reproduce.ShowBoard;
import org.fenchel.cli.train.Solvers;
import org.fenchel.cli.train.Train;
import org.fenchel.cli.use.Evaluate;
import org.fenchel.cli.use.Export;
import org.fenchel.cli.use.Import;
import org.fenchel.cli.use.Inspect;
import org.fenchel.cli.use.Predict;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The tree of commands. Only the branch that the arguments name is built, since reading the annotations of every command
 * takes longer than fitting a small model; help, completion and misspelt names get the whole tree.
 */
final class Commands {
    private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();
    private static final Map<String, Supplier<Object>> TASKS = new LinkedHashMap<>();

    static {
        ALL.put("train", Train::new);
        ALL.put("predict", Predict::new);
        ALL.put("evaluate", Evaluate::new);
        ALL.put("inspect", Inspect::new);
        ALL.put("simulate", Simulate::new);
        ALL.put("export", Export::new);
        ALL.put("import", Import::new);
        ALL.put("compare", Compare::new);
        ALL.put("reproduce", Reproduce::new);
        ALL.put("board", ShowBoard::new);
        ALL.put("data", Data::new);
        ALL.put("solvers", Solvers::new);
        ALL.put("losses", Losses::new);
        ALL.put("completion", Completion::new);
        ALL.put("help", HelpCommand::new);

        TASKS.put("linear", TrainLinear::new);
        TASKS.put("logistic", TrainLogistic::new);
        TASKS.put("svm", TrainSvm::new);
        TASKS.put("multinomial", TrainMultinomial::new);
        TASKS.put("poisson", TrainPoisson::new);
        TASKS.put("fm", TrainFactorization::new);
        TASKS.put("hawkes", TrainHawkes::new);
        TASKS.put("completion", TrainCompletion::new);
        TASKS.put("links", TrainLinks::new);
    }

    private Commands() {}

    /** The command line that can run these arguments. */
    static CommandLine of(String... args) {
        String command = args.length > 0 ? args[0] : "";
        String task = args.length > 1 ? args[1] : "";
        boolean one = ALL.containsKey(command) && !command.equals("help") && !command.equals("completion");
        boolean none = args.length == 1 && (command.equals("--version") || command.equals("-V"));
        CommandLine root = new CommandLine(new Fenchel());
        ALL.forEach((name, supplier) -> {
            if (one ? name.equals(command) : !none) {
                root.addSubcommand(name, supplier.get());
            }
        });
        CommandLine train = root.getSubcommands().get("train");
        if (train != null) {
            TASKS.forEach((name, supplier) -> {
                if (!one || !TASKS.containsKey(task) || name.equals(task)) {
                    train.addSubcommand(name, supplier.get());
                }
            });
        }
        Mistakes mistakes = new Mistakes();
        return root.setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100);
    }
}
