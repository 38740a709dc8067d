package io.mnemolite.server.web.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The most frequent values of what can be filtered by, offered while a person types. */
@CheckedTemplate(basePath = "dashboard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record FilterValues(List<Values> lists) implements TemplateInstance {

    /** A metadata key and its values. */
    public record Values(String key, List<String> values) {}
}
