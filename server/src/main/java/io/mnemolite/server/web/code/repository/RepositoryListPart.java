package io.mnemolite.server.web.code.repository;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The list alone, which renews itself. */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record RepositoryListPart(RepositoryList list) implements TemplateInstance {}
