package io.mnemolite.server.web.code.graph;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Symbols of a name, to choose one.
 *
 * @param address of the page, up to the id of the chosen one
 */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SymbolChoice(String name, String address, List<FoundSymbol> symbols) implements TemplateInstance {}
