package io.mnemolite.server.web.layout;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame around a page's content, for the template {@code layout/shell.html}.
 *
 * @param page which one it is; null for those that navigation does not know
 * @param title of the document
 * @param theme {@code dark} or {@code light} as chosen; null while the system's preference counts
 * @param keyed whether the browser signed in with the API key
 * @param version of the server
 */
public record Shell(
        @Nullable Page page, String title, @Nullable String theme, boolean keyed, String version) {

    /** The groups that have a page. */
    public List<Page.Group> groups() {
        return Arrays.stream(Page.Group.values())
                .filter(group -> !group.pages().isEmpty())
                .toList();
    }

    public boolean isAt(Page other) {
        return page == other;
    }

    /** The same frame around something that is not the page itself. */
    public Shell titled(String otherTitle) {
        return new Shell(page, otherTitle, theme, keyed, version);
    }
}
