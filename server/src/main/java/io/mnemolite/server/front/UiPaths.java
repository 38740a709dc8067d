package io.mnemolite.server.front;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The paths of the web interface that more than its pages know. */
public final class UiPaths {

    /** The first page. */
    public static final String HOME = "/ui/";

    /** Where a browser exchanges the API key for its cookie. */
    public static final String LOGIN = "/ui/login";

    /** Below it lie scripts and styles, which anybody may read. */
    public static final String ASSETS = "/ui/assets/";

    private UiPaths() {}

    /** The login page that leads on to where the browser wanted to go. */
    static String login(String wanted) {
        return LOGIN + "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
