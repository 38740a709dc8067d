package io.mnemolite.server.web.text;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and moments in templates: {@code {count.grouped}}, {@code {moment.full}}. */
@TemplateExtension
final class Numbers {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Numbers() {}

    /** With commas between thousands. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String grouped(int number) {
        return grouped((long) number);
    }

    static String full(Instant moment) {
        return FULL.format(moment);
    }
}
