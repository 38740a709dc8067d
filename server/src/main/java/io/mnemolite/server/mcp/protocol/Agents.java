package io.mnemolite.server.mcp.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.indexing.CodeGraphUpdate;
import io.mnemolite.core.code.indexing.CodeIndexing;
import io.mnemolite.core.code.search.CodeSearch;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.text.TextSearch;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.search.EventSearch;
import io.mnemolite.server.front.Admission;
import io.mnemolite.server.mcp.code.DirectoryIndexing;
import io.mnemolite.server.mcp.code.ExploreCodeTool;
import io.mnemolite.server.mcp.code.IndexCodeTool;
import io.mnemolite.server.mcp.code.IndexRoots;
import io.mnemolite.server.mcp.code.Repositories;
import io.mnemolite.server.mcp.code.SearchCodeTool;
import io.mnemolite.server.mcp.code.SymbolSources;
import io.mnemolite.server.mcp.memory.EventLinks;
import io.mnemolite.server.mcp.memory.ForgetTool;
import io.mnemolite.server.mcp.memory.GetTool;
import io.mnemolite.server.mcp.memory.RecallTool;
import io.mnemolite.server.mcp.memory.RememberTool;
import io.mnemolite.server.mcp.resource.Addresses;
import io.mnemolite.server.mcp.resource.BootPrompt;
import io.mnemolite.server.mcp.text.DataText;
import io.mnemolite.server.mcp.tool.Wire;
import java.time.Clock;
import java.util.List;

/** All that agents are offered, made once of what the server has. */
public final class Agents {

    private final Dispatcher dispatcher;
    private final IndexCodeTool indexCode;
    private final Addresses addresses;
    private final BootPrompt boot;
    private final McpSettings settings;

    /** What the tools stand on. */
    public record Memory(Events events, EventSearch search, MemoryGraph graph, Clock clock) {}

    /**
     * What the tools for code stand on.
     *
     * @param model whose vectors are counted
     */
    public record Code(
            CodeSearch search,
            TextSearch textSearch,
            CodeGraph graph,
            CodeStore store,
            CodeIndexing indexing,
            CodeGraphUpdate update,
            IndexRoots roots,
            String model) {}

    public Agents(Memory memory, Code code, Admission admission, McpSettings settings) {
        EventLinks links = new EventLinks(memory.events(), memory.graph());
        Repositories repositories = new Repositories(code.store(), code.model());
        SymbolSources sources = new SymbolSources(code.store());
        this.indexCode = new IndexCodeTool(
                code.roots(), new DirectoryIndexing(code.indexing(), code.update(), code.store(), code.graph()));
        this.dispatcher = new Dispatcher(
                List.of(
                        new RememberTool(memory.events(), links),
                        new RecallTool(memory.search(), memory.clock()),
                        new GetTool(memory.events()),
                        new ForgetTool(memory.events(), links),
                        new SearchCodeTool(code.search(), code.textSearch(), repositories),
                        new ExploreCodeTool(code.graph(), sources, repositories),
                        indexCode),
                admission);
        this.addresses = new Addresses(memory.events(), code.graph(), sources);
        this.boot = new BootPrompt(memory.search(), repositories);
        this.settings = settings;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    IndexCodeTool indexCode() {
        return indexCode;
    }

    Addresses addresses() {
        return addresses;
    }

    BootPrompt boot() {
        return boot;
    }

    /** Beforehand, what the first list of tools would make in the event loop that answers it. */
    public void makeSchemas() {
        dispatcher.tools().forEach(Catalogue::tool);
    }

    ObjectNode serverInfo() {
        return Wire.MAPPER
                .createObjectNode()
                .put("name", "mnemolite")
                .put("title", "MnemoLite")
                .put("version", settings.version());
    }

    /** What a client is told at the beginning. */
    String instructions() {
        return settings.instructions();
    }

    MnemoliteException unknown(String kind, String name) {
        return new MnemoliteException(
                ErrorCode.INVALID_VALUE,
                "There is no " + kind + " '" + DataText.line(name, 80) + "'; " + kind
                        + "s/list names those there are.");
    }
}
