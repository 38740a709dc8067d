package io.mnemolite.server.mcp.code;

import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.server.mcp.tool.ToolCall;
import java.util.List;
import java.util.stream.Collectors;

/** Which repositories are indexed, as far as a client may see. */
public final class Repositories {

    private static final int NAMED = 10;

    private final CodeStore store;
    private final String model;

    /** @param model whose vectors are counted */
    public Repositories(CodeStore store, String model) {
        this.store = store;
        this.model = model;
    }

    /** The repositories, the one indexed last first; a bound client sees its own alone. */
    public List<RepositoryFigures> visible(ToolCall call) {
        return store.repositories(model).stream()
                .filter(figures ->
                        call.project() == null || figures.repository().equals(call.project()))
                .toList();
    }

    /** Why a search found nothing: because the repository is not there, or {@code otherwise}. */
    String whyEmpty(CodeFilter filter, String otherwise) {
        List<String> known = store.repositories(model).stream()
                .map(RepositoryFigures::repository)
                .toList();
        String wanted = filter.repository();
        if (wanted != null && !known.contains(wanted)) {
            return "No repository '" + wanted + "' is indexed; index it with index_code.";
        }
        if (known.isEmpty()) {
            return "No code is indexed yet; index a directory with index_code.";
        }
        return otherwise;
    }

    /** What to say of a repository that is not there. */
    static String unknown(String repository, List<RepositoryFigures> known) {
        return "No repository '" + repository + "' is indexed; "
                + (known.isEmpty()
                        ? "index it with index_code."
                        : "indexed are: "
                                + known.stream()
                                        .limit(NAMED)
                                        .map(RepositoryFigures::repository)
                                        .collect(Collectors.joining(", "))
                                + ".");
    }
}
