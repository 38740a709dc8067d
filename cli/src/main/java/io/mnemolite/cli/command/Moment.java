package io.mnemolite.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mnemolite.cli.failure.CommandFailure;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A point in time on the command line: Unix seconds, a time ago ({@code 90s}, {@code 30m}, {@code 12h}, {@code 7d},
 * {@code 2w}), or any form that the server reads ({@code 2026-05-01}, {@code 2026-05-01T12:00:00Z}).
 */
final class Moment {

    private static final Pattern UNIX_SECONDS = Pattern.compile("-?\\d{6,}(\\.\\d+)?");
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhdw])");

    private Moment() {}

    static JsonNode parse(String text, Clock clock) {
        if (text.isBlank()) {
            throw CommandFailure.usage("An empty text is not a time; write 2026-05-01, or 7d for seven days ago.");
        }
        if (UNIX_SECONDS.matcher(text).matches()) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        Matcher ago = AGO.matcher(text);
        if (!ago.matches()) {
            return TextNode.valueOf(text);
        }
        Duration unit = switch (ago.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
        Duration distance = unit.multipliedBy(Long.parseLong(ago.group(1)));
        return TextNode.valueOf(
                clock.instant().minus(distance).truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
