package io.mnemolite.cli.deployment;

import io.mnemolite.cli.command.CommandGroup;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** Everything that changes the release that serves on a host. */
@Command(
        name = "deploy",
        synopsisSubcommandLabel = "COMMAND",
        description = "Change the release that serves on this host, without a failed request.",
        footer = {
            "",
            "Two slots, blue and green, stand behind HAProxy; one serves, the other takes the",
            "next release. Every step is written to DIRECTORY/journal.jsonl before and after",
            "it acts; a deployer that was killed leaves the service as it is, and the next",
            "one finishes or undoes what it left. docs/guide/deployment.md explains it.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage or settings, 6 the new release was",
            "given up and the one before it serves, 7 another deployment is under way."
        })
public final class DeployCommand extends CommandGroup {

    /** @param around not needed; every command is made alike */
    public DeployCommand(Surroundings around) {}

    @Override
    public Map<String, Function<Surroundings, Object>> commands() {
        Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();
        commands.put("test", TestCommand::new);
        commands.put("apply", ApplyCommand::new);
        commands.put("benchmark", BenchmarkCommand::new);
        commands.put("rollback", RollbackCommand::new);
        commands.put("start", StartCommand::new);
        return commands;
    }
}
