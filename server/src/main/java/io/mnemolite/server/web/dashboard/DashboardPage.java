package io.mnemolite.server.web.dashboard;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** @param open the id of the event that the drawer opens with, empty for none */
@CheckedTemplate(basePath = "dashboard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record DashboardPage(Shell shell, Filters filters, Overview overview, String open) implements TemplateInstance {}
