package io.mnemolite.server.web.graph;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * @param nodes how many are stored
 * @param command that creates the first one
 */
@CheckedTemplate(basePath = "graph", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record GraphPage(Shell shell, GraphAddress address, TypeChoice choice, long nodes, String command)
        implements TemplateInstance {}
