package io.mnemolite.server.web.monitoring;

import io.mnemolite.server.web.layout.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** @param open the id of the event that the drawer opens with, empty for none */
@CheckedTemplate(basePath = "monitoring", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record MonitoringPage(Shell shell, Monitoring monitoring, String open) implements TemplateInstance {}
