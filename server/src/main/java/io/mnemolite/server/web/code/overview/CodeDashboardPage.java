package io.mnemolite.server.web.code.overview;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** @param indexed whether there is any code */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CodeDashboardPage(Shell shell, boolean indexed) implements TemplateInstance {}
