package io.mnemolite.server.web.code.symbol;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * @param unresolved calls without an edge that may stay within the repository
 * @param outside calls that lead out of it
 */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SymbolPage(
        Shell shell,
        SymbolHead symbol,
        SymbolSource source,
        NeighbourList callers,
        NeighbourList callees,
        List<UnresolvedRow> unresolved,
        List<UnresolvedRow> outside)
        implements TemplateInstance {}
