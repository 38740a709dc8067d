package io.mnemolite.server.web.code.repository;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of all repositories. */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record RepositoriesPage(Shell shell, RepositoryList list) implements TemplateInstance {}
