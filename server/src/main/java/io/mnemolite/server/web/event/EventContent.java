package io.mnemolite.server.web.event;

import io.mnemolite.server.web.text.ShownText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The whole of a text that the drawer shows the beginning of. */
@CheckedTemplate(basePath = "event", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EventContent(ShownText text) implements TemplateInstance {}
