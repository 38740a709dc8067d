package io.mnemolite.cli;

import io.mnemolite.cli.code.CodeCommand;
import io.mnemolite.cli.command.AwaitCommand;
import io.mnemolite.cli.command.AwaitDatabaseCommand;
import io.mnemolite.cli.command.CommandGroup;
import io.mnemolite.cli.command.ExportCommand;
import io.mnemolite.cli.command.ImportCommand;
import io.mnemolite.cli.command.MnemoliteCommand;
import io.mnemolite.cli.command.ReembedCommand;
import io.mnemolite.cli.command.ReindexCommand;
import io.mnemolite.cli.command.RememberCommand;
import io.mnemolite.cli.command.RunningCommand;
import io.mnemolite.cli.command.SearchCommand;
import io.mnemolite.cli.command.StatusCommand;
import io.mnemolite.cli.command.StopCommand;
import io.mnemolite.cli.command.VerifyCommand;
import io.mnemolite.cli.connect.ConnectCommand;
import io.mnemolite.cli.connect.HooksCommand;
import io.mnemolite.cli.deployment.BackupCommand;
import io.mnemolite.cli.deployment.DatabaseCommand;
import io.mnemolite.cli.deployment.DeployCommand;
import io.mnemolite.cli.deployment.MigrateCommand;
import io.mnemolite.cli.deployment.RestoreCommand;
import io.mnemolite.cli.deployment.VerifyBackupCommand;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.failure.OutputClosed;
import io.mnemolite.cli.indexing.IndexCommand;
import io.mnemolite.cli.mcp.McpCommand;
import io.mnemolite.cli.operation.DoctorCommand;
import io.mnemolite.cli.operation.ProfileCommand;
import io.mnemolite.cli.operation.StatisticsCommand;
import io.mnemolite.cli.terminal.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command line as a function: arguments and surroundings to an exit code. */
final class Program {

    /** By name, in the order of the help. */
    private static final Map<String, Function<Surroundings, Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("status", StatusCommand::new);
        COMMANDS.put("remember", RememberCommand::new);
        COMMANDS.put("search", SearchCommand::new);
        COMMANDS.put("index", IndexCommand::new);
        COMMANDS.put("code", CodeCommand::new);
        COMMANDS.put("mcp", McpCommand::new);
        COMMANDS.put("connect", ConnectCommand::new);
        COMMANDS.put("hooks", HooksCommand::new);
        COMMANDS.put("import", ImportCommand::new);
        COMMANDS.put("export", ExportCommand::new);
        COMMANDS.put("backup", BackupCommand::new);
        COMMANDS.put("restore", RestoreCommand::new);
        COMMANDS.put("verify-backup", VerifyBackupCommand::new);
        COMMANDS.put("database", DatabaseCommand::new);
        COMMANDS.put("stats", StatisticsCommand::new);
        COMMANDS.put("doctor", DoctorCommand::new);
        COMMANDS.put("profile", ProfileCommand::new);
        COMMANDS.put("verify", VerifyCommand::new);
        COMMANDS.put("reindex", ReindexCommand::new);
        COMMANDS.put("reembed", ReembedCommand::new);
        COMMANDS.put("deploy", DeployCommand::new);
        COMMANDS.put("migrate", MigrateCommand::new);
        COMMANDS.put("stop", StopCommand::new);
        COMMANDS.put("await", AwaitCommand::new);
        COMMANDS.put("await-database", AwaitDatabaseCommand::new);
        COMMANDS.put("running", RunningCommand::new);
    }

    /** Those that the launcher alone uses. */
    private static final Set<String> HIDDEN = Set.of("await", "await-database", "running");

    private final Surroundings around;

    Program(Surroundings around) {
        this.around = around;
    }

    /** The names that help lists. */
    static List<String> visibleCommands() {
        return COMMANDS.keySet().stream().filter(name -> !HIDDEN.contains(name)).toList();
    }

    int run(String... arguments) {
        StringWriter help = new StringWriter();
        int exitCode = commandLine(help, arguments).execute(arguments);
        try {
            if (!help.toString().isEmpty()) {
                around.out().line(help.toString().stripTrailing());
            }
            around.out().flush();
        } catch (OutputClosed e) {
            return exitCode;
        } catch (CommandFailure failure) {
            return report(failure);
        }
        return exitCode;
    }

    private CommandLine commandLine(StringWriter help, String[] arguments) {
        CommandLine line = new CommandLine(new MnemoliteCommand());
        line.getCommandSpec().version("MnemoLite " + version());
        add(line, COMMANDS, List.of(arguments));
        line.getCommandSpec()
                .addOption(flag("-V", "--version", "Print the version.")
                        .versionHelp(true)
                        .build());
        addHelp(line);
        return line.setOut(new PrintWriter(help))
                .setErr(new PrintWriter(around.err(), true, StandardCharsets.UTF_8))
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(80)
                .setColorScheme(Help.defaultColorScheme(around.style().coloured() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((failure, args) -> report(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure));
    }

    /** Adds the command that the first argument names, and its own; all of them when it names none. */
    private void add(CommandLine line, Map<String, Function<Surroundings, Object>> commands, List<String> arguments) {
        Function<Surroundings, Object> named = arguments.isEmpty() ? null : commands.get(arguments.getFirst());
        // The others would only make the start slower.
        Collection<Function<Surroundings, Object>> wanted = named == null ? commands.values() : List.of(named);
        for (Function<Surroundings, Object> command : wanted) {
            CommandLine added = new CommandLine(command.apply(around));
            line.addSubcommand(added);
            if (added.getCommand() instanceof CommandGroup group) {
                add(added, group.commands(), named == null ? List.of() : arguments.subList(1, arguments.size()));
            }
        }
    }

    private static void addHelp(CommandLine line) {
        line.getSubcommands().values().forEach(Program::addHelp);
        line.getCommandSpec()
                .addOption(
                        flag("-h", "--help", "Print this help.").usageHelp(true).build());
    }

    private static OptionSpec.Builder flag(String shortName, String longName, String description) {
        return OptionSpec.builder(shortName, longName).arity("0").description(description);
    }

    private int report(ParameterException failure) {
        String name = failure.getCommandLine().getCommandSpec().qualifiedName();
        around.err().println(failure.getMessage());
        around.err().println("See: " + name + " --help");
        return ExitCode.USAGE.number();
    }

    private int report(Exception failure) {
        return switch (failure) {
            case OutputClosed _ -> ExitCode.DONE.number();
            case CommandFailure expected -> {
                around.err().println(expected.sentences());
                yield expected.exitCode().number();
            }
            default -> {
                around.err().println("This is a defect in mnemolite; please report it with these lines:");
                failure.printStackTrace(around.err());
                yield ExitCode.FAILED.number();
            }
        };
    }

    private static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
