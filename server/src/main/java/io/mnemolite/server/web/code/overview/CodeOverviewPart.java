package io.mnemolite.server.web.code.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The figures, which come after the page. */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CodeOverviewPart(CodeOverview overview) implements TemplateInstance {}
