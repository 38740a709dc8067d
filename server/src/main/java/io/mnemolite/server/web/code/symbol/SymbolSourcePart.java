package io.mnemolite.server.web.code.symbol;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** All lines of a symbol, in place of its first ones. */
@CheckedTemplate(basePath = "code", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record SymbolSourcePart(SymbolSource source) implements TemplateInstance {}
