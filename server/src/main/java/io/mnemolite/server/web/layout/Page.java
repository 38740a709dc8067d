package io.mnemolite.server.web.layout;

import java.util.Arrays;
import java.util.List;

/** The pages that navigation and command palette offer, in their order. A page is added here when it exists. */
public enum Page {
    DASHBOARD(Group.MEMORY, "/ui/", "Dashboard", "gauge", "d"),
    SEARCH(Group.MEMORY, "/ui/search", "Search", "search", "s"),
    GRAPH(Group.MEMORY, "/ui/graph", "Graph", "graph", "g"),
    CODE_DASHBOARD(Group.CODE, "/ui/code/", "Code overview", "gauge", "o"),
    CODE_SEARCH(Group.CODE, "/ui/code/search", "Code search", "code", "c"),
    CODE_GRAPH(Group.CODE, "/ui/code/graph", "Code graph", "graph", "v"),
    CODE_REPOSITORIES(Group.CODE, "/ui/code/repos", "Repositories", "folder", "r"),
    CODE_UPLOAD(Group.CODE, "/ui/code/upload", "Send a folder", "upload", "u"),
    MONITORING(Group.SERVER, "/ui/monitoring", "Monitoring", "pulse", "m");

    /** What pages are about; the heading over them. */
    public enum Group {
        MEMORY("Memory"),
        CODE("Code"),
        SERVER("Server");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Its pages, none while there are none. */
        public List<Page> pages() {
            return Arrays.stream(Page.values())
                    .filter(page -> page.group == this)
                    .toList();
        }
    }

    private final Group group;
    private final String path;
    private final String title;
    private final String icon;
    private final String key;

    /**
     * @param icon a symbol of {@code icons.svg}
     * @param key what goes there when it is typed after a {@code g}
     */
    Page(Group group, String path, String title, String icon, String key) {
        this.group = group;
        this.path = path;
        this.title = title;
        this.icon = icon;
        this.key = key;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    public String icon() {
        return icon;
    }

    public String key() {
        return key;
    }
}
