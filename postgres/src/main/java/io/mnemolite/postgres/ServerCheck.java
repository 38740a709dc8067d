package io.mnemolite.postgres;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which servers are fit to be used. */
final class ServerCheck {

    private static final int LOWEST_VERSION = 15;

    private static final List<String> DURABILITY = List.of("fsync", "full_page_writes", "synchronous_commit");

    private ServerCheck() {}

    /**
     * @param settings by PostgreSQL's names
     * @throws MnemoliteException with {@link ErrorCode#CONFIGURATION} and what to set
     */
    static void require(Map<String, String> settings, boolean isDurable) {
        if (Integer.parseInt(value(settings, "server_version_num")) < LOWEST_VERSION * 10_000) {
            throw unfit("The database is PostgreSQL " + value(settings, "server_version") + ", but MnemoLite needs "
                    + LOWEST_VERSION + " or newer; upgrade it or correct DATABASE_URL.");
        }
        if (!value(settings, "server_encoding").equals("UTF8")) {
            throw unfit("The database's encoding is " + value(settings, "server_encoding")
                    + ", which cannot hold every text; create one with ENCODING 'UTF8' and name it in DATABASE_URL.");
        }
        if (isDurable) {
            DURABILITY.forEach(name -> requireOn(settings, name));
        }
    }

    private static void requireOn(Map<String, String> settings, String name) {
        // Every other value of synchronous_commit waits at least for the local disk.
        if (value(settings, name).equals("off")) {
            throw unfit("The database runs with " + name + " = off, so a crash may lose what was acknowledged; set "
                    + name + " = on in postgresql.conf and restart it.");
        }
    }

    private static String value(Map<String, String> settings, String name) {
        return Objects.requireNonNull(settings.get(name), name);
    }

    private static MnemoliteException unfit(String sentence) {
        return new MnemoliteException(ErrorCode.CONFIGURATION, sentence);
    }
}
