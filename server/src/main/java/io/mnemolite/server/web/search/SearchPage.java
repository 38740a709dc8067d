package io.mnemolite.server.web.search;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * @param call null while nothing is asked, as is {@code results}
 * @param problem why what was asked cannot be answered, null when it can
 */
@CheckedTemplate(basePath = "search", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SearchPage(
        Shell shell,
        SearchRequest request,
        @Nullable ApiCall call,
        @Nullable Results results,
        @Nullable String problem) implements TemplateInstance {}
