package io.mnemolite.server.web.monitoring;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The part of the page that renews itself. */
@CheckedTemplate(basePath = "monitoring", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record MonitoringPart(Monitoring monitoring) implements TemplateInstance {}
