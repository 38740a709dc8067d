package io.mnemolite.server.front;

import java.util.Optional;

/** The paths that agents are served at. */
public final class McpPaths {

    /** The endpoint of clients that see everything. */
    public static final String ROOT = "/mcp";

    /** Below it begins the transport of the revision 2024-11-05, which has no bound form. */
    private static final String EVENT_STREAM = ROOT + "/sse";

    private static final String EVENT_STREAM_MESSAGES = ROOT + "/messages/";

    private McpPaths() {}

    /** Whether a path is one for agents. */
    public static boolean covers(String path) {
        return path.startsWith(ROOT) && (path.length() == ROOT.length() || path.charAt(ROOT.length()) == '/');
    }

    /** The project that a path binds its client to, still encoded; empty at the root. */
    public static Optional<String> project(String path) {
        if (path.length() <= ROOT.length() + 1 || isEventStream(path)) {
            return Optional.empty();
        }
        String project = path.substring(ROOT.length() + 1);
        return Optional.of(project.endsWith("/") ? project.substring(0, project.length() - 1) : project);
    }

    /** Whether a path is that of the present transport, bound or not. */
    public static boolean isEndpoint(String path) {
        return covers(path) && !isEventStream(path);
    }

    /** The path without what differs from client to client. */
    public static String template(String path) {
        if (isEventStream(path)) {
            return path.startsWith(EVENT_STREAM_MESSAGES) ? EVENT_STREAM_MESSAGES + "{id}" : EVENT_STREAM;
        }
        return project(path).isPresent() ? ROOT + "/{project}" : ROOT;
    }

    private static boolean isEventStream(String path) {
        return path.equals(EVENT_STREAM) || path.startsWith(EVENT_STREAM_MESSAGES);
    }
}
