package io.mnemolite.server.web.code.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** What the fields of the filter offer. */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record CodeFilterValues(List<String> repositories) implements TemplateInstance {}
