package io.mnemolite.server.web.code.graph;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * @param symbol in the middle; null while none is chosen
 * @param target where a path leads; null while none is chosen
 * @param view one of {@link GraphView}
 * @param indexed whether there is any code
 */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record GraphPage(
        Shell shell, @Nullable FoundSymbol symbol, @Nullable FoundSymbol target, String view, boolean indexed)
        implements TemplateInstance {}
