package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Quantity;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Wrapping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A symbol as a person names it: by an id, or by a simple name, the end of a qualified one, or a whole one, with or without
 * parameters ({@code List.add(int, E)}). A name that only resembles a symbol's is never taken for it.
 *
 * @param repository null looks in all
 */
record SymbolName(String text, @Nullable String repository) {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final int MOST = 100;
    private static final int SHOWN = 20;
    private static final int SUGGESTIONS = 5;

    /** How well a name fits, best first. */
    private enum Fit {
        WHOLE,
        END,
        SIMPLE,
        NONE
    }

    /** The symbol's id. Fails when there is no such symbol, or when the name fits several equally well. */
    String resolve(ServerConnection server) {
        if (ID.matcher(text).matches()) {
            return text;
        }
        JsonNode answer = ask(server, normal());
        List<JsonNode> best = best(list(answer, "symbols"));
        if (best.isEmpty()) {
            throw new CommandFailure(ExitCode.FAILED, notFound(answer));
        }
        if (best.size() > 1) {
            throw new CommandFailure(ExitCode.AMBIGUOUS, ambiguous(best));
        }
        return best.getFirst().path("id").asText();
    }

    /**
     * Why nothing was found, and what was perhaps meant.
     *
     * @param answer of the server, which suggests something when it finds nothing
     */
    String notFound(JsonNode answer) {
        String where = repository == null ? "" : " in '" + repository + "'";
        StringBuilder sentences =
                new StringBuilder("There is no symbol '" + Wrapping.printable(text) + "'" + where + ".");
        List<JsonNode> similar = list(answer, "symbols");
        List<JsonNode> suggestions = similar.isEmpty() ? list(answer, "suggestions") : similar;
        if (suggestions.isEmpty()) {
            return sentences
                    .append(" Is its repository indexed? Ask: mnemolite code repositories")
                    .toString();
        }
        sentences.append(" Did you mean:");
        SymbolText plain = new SymbolText(new Style(false));
        suggestions.stream()
                .limit(SUGGESTIONS)
                .forEach(symbol -> sentences.append("\n  ").append(plain.line(symbol)));
        return sentences.toString();
    }

    private JsonNode ask(ServerConnection server, String name) {
        return server.get(Routes.codeSymbols(name)
                .with("repository", repository)
                .with("limit", MOST)
                .route());
    }

    private static List<JsonNode> list(JsonNode answer, String member) {
        List<JsonNode> found = new ArrayList<>();
        answer.path(member).forEach(found::add);
        return found;
    }

    private List<JsonNode> best(List<JsonNode> found) {
        Fit best = found.stream().map(this::fit).min(Fit::compareTo).orElse(Fit.NONE);
        return best == Fit.NONE
                ? List.of()
                : found.stream()
                        .filter(symbol -> fit(symbol) == best && hasParameters(symbol))
                        .toList();
    }

    private Fit fit(JsonNode symbol) {
        String qualified = symbol.path("qualified_name").asText();
        if (qualified.equals(normal())) {
            return Fit.WHOLE;
        }
        if (normal().indexOf('.') >= 0) {
            return qualified.endsWith("." + normal()) ? Fit.END : Fit.NONE;
        }
        return symbol.path("name").asText().equals(normal()) ? Fit.SIMPLE : Fit.NONE;
    }

    private boolean hasParameters(JsonNode symbol) {
        int open = text.indexOf('(');
        return open < 0 || withoutBlanks(SymbolText.parameters(symbol)).equals(withoutBlanks(text.substring(open)));
    }

    private static String withoutBlanks(String parameters) {
        return parameters.replaceAll("\\s", "");
    }

    /** Without parameters, and with the separators that the server's names have. */
    private String normal() {
        int open = text.indexOf('(');
        String name = open < 0 ? text : text.substring(0, open);
        return name.strip().replace("::", ".").replace('#', '.');
    }

    /** What tells a symbol from all others of its name. */
    static String identity(JsonNode symbol) {
        return SymbolText.text(symbol, "id") + " in " + SymbolText.text(symbol, "repository");
    }

    private String ambiguous(List<JsonNode> symbols) {
        StringBuilder sentences = new StringBuilder("'" + Wrapping.printable(text) + "' names "
                + (symbols.size() == MOST ? "at least " : "") + Quantity.count(symbols.size()) + " symbols:");
        SymbolText plain = new SymbolText(new Style(false));
        for (JsonNode symbol : symbols.subList(0, Math.min(SHOWN, symbols.size()))) {
            plain.lines(symbol, identity(symbol))
                    .forEach(line -> sentences.append("\n").append(line));
        }
        if (symbols.size() > SHOWN) {
            sentences.append("\nand more; mnemolite code symbol lists them.");
        }
        return sentences
                .append("\nChoose one by its id, its parameters, more of its qualified name, or --repository.")
                .toString();
    }
}
