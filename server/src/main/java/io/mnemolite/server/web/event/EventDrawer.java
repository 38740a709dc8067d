package io.mnemolite.server.web.event;

import io.mnemolite.server.web.text.ShownText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event in the drawer.
 *
 * @param text null when no field of the content is a text
 * @param json the rest of the content, null when the text is all of it
 * @param metadataJson as it is edited
 * @param model what made the vector, null without one
 */
@CheckedTemplate(basePath = "event", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record EventDrawer(
        String id,
        Instant at,
        @Nullable ShownText text,
        @Nullable ShownText json,
        List<Entry> metadata,
        String metadataJson,
        VectorState vector,
        @Nullable String model,
        long revision)
        implements TemplateInstance {

    /** A key of the metadata and its value. */
    public record Entry(ShownText key, ShownText value) {}
}
