package io.mnemolite.server.mcp.protocol;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revisions of the Model Context Protocol that are served. */
final class ProtocolVersions {

    /** The one without sessions. */
    static final String STATELESS = "2026-07-28";

    /** Those that begin with {@code initialize}. */
    static final Set<String> WITH_SESSIONS = Set.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

    static final String HEADER = "MCP-Protocol-Version";

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private ProtocolVersions() {}

    /** Whether a revision, known or not, is one without sessions. */
    static boolean isStateless(@Nullable String version) {
        return version != null
                && DATE.matcher(version.strip()).matches()
                && version.strip().compareTo(STATELESS) >= 0;
    }
}
