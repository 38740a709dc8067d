package io.mnemolite.server.web.layout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A whole page that says in a sentence why there is no other one. */
@CheckedTemplate(basePath = "layout", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record FailurePage(Shell shell, int status, String headline, String sentence, String requestId)
        implements TemplateInstance {}
