package io.mnemolite.server.web.access;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Asks for the key.
 *
 * @param next where to go from here
 * @param refused whether a wrong key was given
 */
@CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LoginPage(Shell shell, String next, boolean refused) implements TemplateInstance {}
