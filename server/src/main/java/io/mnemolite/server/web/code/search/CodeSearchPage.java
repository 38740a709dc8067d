package io.mnemolite.server.web.code.search;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * @param indexed whether there is any code to search
 * @param results null while nothing is asked
 * @param problem why what was asked cannot be answered, null when it can
 */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CodeSearchPage(
        Shell shell,
        CodeSearchRequest request,
        boolean indexed,
        @Nullable CodeResults results,
        @Nullable String problem)
        implements TemplateInstance {}
