package io.mnemolite.server.ops;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in words a person reads at a glance. */
final class Ages {

    private Ages() {}

    static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toSeconds() < 60) {
            return "just now";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + "m ago";
        }
        return age.toHours() < 48 ? age.toHours() + "h ago" : age.toDays() + "d ago";
    }
}
