package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Whom a symbol calls. */
@Command(
        name = "callees",
        description = "Show whom a symbol calls or references, and which of its calls lead nowhere known, and why.",
        footer = {
            "",
            "Exit code: 5 when NAME stands for several symbols; they are listed then.",
            "",
            "Examples:",
            "  mnemolite code callees Builder.build"
        })
final class CalleesCommand extends NeighbourCommand {

    private static final int UNRESOLVED_LINES = 4;

    CalleesCommand(Surroundings around) {
        super(around);
    }

    @Override
    String question() {
        return "callees";
    }

    @Override
    String singular() {
        return "callee";
    }

    @Override
    String unresolved() {
        return "in it";
    }

    @Override
    List<String> more(JsonNode answer) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (JsonNode site : answer.path("unresolved")) {
            byReason.computeIfAbsent(SymbolText.text(site, "reason").replace('_', ' '), _ -> new ArrayList<>())
                    .add(SymbolText.text(site, "callee") + ":"
                            + site.path("line").asInt());
        }
        List<String> lines = new ArrayList<>();
        byReason.forEach((reason, sites) -> {
            lines.add("without an edge, " + reason + ": " + sites.size());
            for (String line : Wrapping.wrap(String.join(", ", sites), around.columns() - 4, UNRESOLVED_LINES)) {
                lines.add("    " + around.style().faint(line));
            }
        });
        return lines;
    }
}
