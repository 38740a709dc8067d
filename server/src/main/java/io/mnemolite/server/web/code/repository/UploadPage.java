package io.mnemolite.server.web.code.repository;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page that sends a folder. */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record UploadPage(Shell shell) implements TemplateInstance {}
