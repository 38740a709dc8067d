package io.mnemolite.cli.code;

import io.mnemolite.cli.command.CommandGroup;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** Everything that can be asked about code. */
@Command(
        name = "code",
        synopsisSubcommandLabel = "COMMAND",
        description = "Find code, walk its call graph, and see what a change may break.",
        footer = {
            "",
            "A NAME is a symbol's simple name (build), the end of its qualified name",
            "(Builder.build), its whole qualified name, any of them with parameters",
            "(\"List.add(int, E)\"), or its id. Answers about callers and paths say whether",
            "they are exact, or a lower bound because call sites could not be resolved.",
            "",
            "mnemolite index makes code known. mnemolite code COMMAND --help explains one."
        })
public final class CodeCommand extends CommandGroup {

    /** @param around not needed; every command is made alike */
    public CodeCommand(Surroundings around) {}

    @Override
    public Map<String, Function<Surroundings, Object>> commands() {
        Map<String, Function<Surroundings, Object>> commands = new LinkedHashMap<>();
        commands.put("search", CodeSearchCommand::new);
        commands.put("symbol", SymbolCommand::new);
        commands.put("callers", CallersCommand::new);
        commands.put("callees", CalleesCommand::new);
        commands.put("path", PathCommand::new);
        commands.put("impact", ImpactCommand::new);
        commands.put("map", MapCommand::new);
        commands.put("outline", OutlineCommand::new);
        commands.put("repositories", RepositoriesCommand::new);
        commands.put("delete", DeleteCommand::new);
        return commands;
    }
}
