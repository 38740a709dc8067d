package io.mnemolite.server.web.code.search;

import io.mnemolite.server.web.code.source.CodeLine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** All lines of a chunk, in place of its first ones. */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ChunkSource(String name, List<CodeLine> lines) implements TemplateInstance {}
