package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /ui/graph}: what is shown, what is chosen, and how it is changed. */
@Journey
class MemoryGraphJourneyTest {

    /**
     * Where a node of a label stands in the window, two frames later: a page that became shorter scrolls, and the canvas is told
     * of it with the next frame.
     */
    private static final String PLACE = """
            async label => {
              const frame = () => new Promise(done => requestAnimationFrame(done));
              await frame();
              await frame();
              const canvas = document.getElementById('canvas');
              const { x, y } = canvas._cyreg.cy.nodes().filter(node => node.data('label') === label).renderedPosition();
              const { left, top } = canvas.getBoundingClientRect();
              return [left + x, top + y];
            }
            """;

    private Http http = SharedServer.http();
    private String ada = "";
    private String atlas = "";
    private String store = "";
    private String alone = "";

    @BeforeEach
    void fill() {
        http = SharedServer.emptied();
        ada = SampleGraph.node(http, "person", "Ada", "{\"team\":\"storage\",\"languages\":[\"Java\"]}");
        atlas = SampleGraph.node(http, "project", "atlas", "{}");
        store = SampleGraph.node(http, "decision", "One store is enough", "{}");
        alone = SampleGraph.node(http, "person", "Edsger", "{\"note\":\"goto considered harmful\"}");
        SampleGraph.edge(http, ada, "works_on", atlas);
        SampleGraph.edge(http, ada, "decided", store);
        SampleGraph.edge(http, store, "concerns", atlas);
    }

    @Test
    void emptyGraph_saysWhatToDo_andItsFirstNodeIsCreated(BrowserWindow window) {
        SharedServer.emptied();
        Page page = window.go("/ui/graph").page();
        assertThat(page.locator("#create-command")).containsText("/v1/graph/nodes");
        window.checkAccessibility();
        page.getByText("Create the first node").click();
        page.keyboard().type("Ada");
        page.getByLabel("Type").fill("person");
        page.getByLabel("Properties, a JSON object").fill("{\"team\":");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This is not JSON");
        assertThat(page.getByLabel("Properties, a JSON object")).isFocused();
        window.checkAccessibility();
        page.getByLabel("Properties, a JSON object").fill("{\"team\":\"storage\"}");
        create(page);

        assertThat(panel(page)).containsText("storage");
        assertThat(page).hasURL(Pattern.compile(".*/ui/graph\\?node=[0-9a-f-]{36}$"));
        assertThat(page.locator("#shown")).hasText("1 node, 0 edges.");
    }

    @Test
    void page_isReadAsThis(BrowserWindow window) {
        Page page = open(window, "/ui/graph?view=list&node=" + ada);
        assertThat(panel(page)).containsText("languages");

        assertThat(page.getByRole(AriaRole.MAIN)).matchesAriaSnapshot("""
                - main:
                  - heading "Graph" [level=1]
                  - group "How it is shown":
                    - radio "Picture"
                    - radio "List" [checked]
                  - button "Connect"
                  - button "Create a node"
                  - search "What is shown":
                    - searchbox "Search nodes"
                    - group:
                      - combobox "Layout"
                      - combobox "Newest nodes"
                      - combobox "Expand by"
                    - list "Types":
                      - listitem:
                        - checkbox "person 2"
                      - listitem:
                        - checkbox "decision 1"
                      - listitem:
                        - checkbox "project 1"
                  - region "What is shown":
                    - heading "Nodes 4" [level=2]
                    - table "Nodes":
                      - rowgroup:
                        - row "Node Type Edges"
                      - rowgroup:
                        - row "Edsger person 0":
                          - cell "Edsger":
                            - link "Edsger"
                        - row "One store is enough decision 2"
                        - row "atlas project 2"
                        - row "Ada person 2"
                    - heading "Edges 3" [level=2]
                    - table "Edges":
                      - rowgroup:
                        - row "From Relation To"
                      - rowgroup:
                        - row "One store is enough concerns atlas"
                        - row "Ada decided One store is enough"
                        - row "Ada works_on atlas"
                    - status: 4 nodes, 3 edges.
                  - complementary "The chosen node":
                    - heading "Ada" [level=2]
                    - paragraph:
                      - text: person
                      - time
                    - paragraph:
                      - button "Expand"
                      - button "Connect"
                      - button "Only around it"
                      - button "Hide"
                      - button "Delete"
                    - region "Properties"
                    - region /Edges/:
                      - heading /Edges 2/ [level=3]
                      - list "It decided 1":
                        - listitem:
                          - link "One store is enough"
                          - button "Delete the edge to One store is enough"
                      - list "It works_on 1"
                    - region "Record":
                      - paragraph:
                        - button "Copy the id"
                      - paragraph:
                        - link "The record as JSON"
                """);
        window.checkAccessibility();
        window.checkWidth();
    }

    @Test
    void whatIsShown_livesInTheAddress(BrowserWindow window) {
        Page page = open(window, "/ui/graph");
        assertThat(page.locator("#shown")).hasText("4 nodes, 3 edges.");
        window.checkAccessibility();
        window.checkWidth();
        chip(page, "person").check();
        assertThat(page.locator("#shown")).hasText("2 nodes, 0 edges.");
        assertThat(page).hasURL(Pattern.compile(".*/ui/graph\\?type=person$"));
        chip(page, "decision").check();
        assertThat(page.locator("#shown")).hasText("3 nodes, 1 edge.");
        page.goBack();
        assertThat(page.locator("#shown")).hasText("2 nodes, 0 edges.");
        assertThat(chip(page, "decision")).not().isChecked();
        chip(page, "person").uncheck();
        assertThat(page.locator("#shown")).hasText("4 nodes, 3 edges.");
        for (String layout : List.of("Rings", "Hierarchy", "Grid", "Circle")) {
            page.getByLabel("Layout").selectOption(layout);
        }
        assertThat(page).hasURL(Pattern.compile(".*/ui/graph\\?layout=circle$"));
        click(page, "Ada");
        assertThat(panel(page)).containsText("storage");
        page.reload();
        assertThat(panel(page)).containsText("storage");
        assertThat(page.getByLabel("Layout")).hasValue("circle");
        page.goBack();
        assertThat(panel(page)).containsText("Choose a node");
        page.goBack();
        assertThat(page.getByLabel("Layout")).hasValue("grid");
        page.getByLabel("Newest nodes").selectOption("100");
        assertThat(page).hasURL(Pattern.compile(".*limit=100.*"));
    }

    @Test
    void nodesBeyondTheLimit_areSaid_foundByAPropertyAndLoaded(BrowserWindow window) {
        Page page = open(window, "/ui/graph?limit=1");
        assertThat(page.locator("#shown"))
                .hasText("1 of 4 nodes, the newest first, 0 edges. To see others, search, choose types or load more.");
        page.keyboard().press("/");
        page.keyboard().type("STORAGE");
        assertThat(page.locator("#matches a")).hasCount(1);
        window.checkAccessibility();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(panel(page)).containsText("storage");
        assertThat(page).hasURL(Pattern.compile(".*q=STORAGE&node=" + ada + "$"));
        assertThat(page.locator("#shown")).containsText("2 of 4 nodes");
        page.getByLabel("Search nodes").fill("there is no such text");
        assertThat(page.locator("#matches")).containsText("No node holds this text");
        page.getByLabel("Search nodes").fill(store);
        page.getByLabel("Search nodes").press("Enter");
        assertThat(panel(page).locator("h2")).hasText("One store is enough");
    }

    @Test
    void node_isExpandedHiddenAndSeenAlone(BrowserWindow window) {
        Page page = open(window, "/ui/graph?limit=1&node=" + ada);
        assertThat(page.locator("#shown")).containsText("2 of 4 nodes");
        page.getByLabel("Newest nodes").selectOption("100");
        assertThat(page.locator("#shown")).hasText("4 nodes, 3 edges.");
        panel(page).getByText("Hide").click();
        assertThat(page.locator("#shown")).hasText("3 nodes, 1 edge.");
        page.getByText("Show 1 hidden").click();
        assertThat(page.locator("#shown")).hasText("4 nodes, 3 edges.");
        double[] before = place(page, "atlas");
        page.mouse().dblclick(place(page, "Ada")[0], place(page, "Ada")[1]);
        assertThat(page.locator("#toasts")).containsText("Everything around it is in the picture already.");
        assertThat(place(page, "atlas")).isEqualTo(before);
        panel(page).getByText("Only around it").click();
        assertThat(page.locator("#shown")).hasText("3 nodes around Ada, 3 edges.");
        window.checkAccessibility();
        page.reload();
        assertThat(page.locator("#shown")).hasText("3 nodes around Ada, 3 edges.");
        page.getByText("Show the newest again").click();
        assertThat(page.locator("#shown")).hasText("4 nodes, 3 edges.");
        panel(page).locator("[data-node]").first().click();
        assertThat(panel(page).locator("h2")).hasText("One store is enough");
    }

    @Test
    void expansion_keepsPlaces_andJoinsWhatIsThere(BrowserWindow window) {
        Page page = open(window, "/ui/graph?type=project&type=person&node=" + ada);
        assertThat(page.locator("#shown")).hasText("3 nodes, 1 edge.");
        panel(page).locator("[data-action=expand]").click();

        assertThat(page.locator("#toasts")).containsText("1 node added.");
        assertThat(page.locator("#shown")).hasText("4 nodes, 3 edges.");
        assertThat(page).hasURL(Pattern.compile(".*depth=1&node=" + ada + "$"));
        page.reload();
        assertThat(page.locator("#shown")).hasText("4 nodes, 3 edges.");
    }

    @Test
    void nodes_areConnectedAndDisconnected(BrowserWindow window) {
        Page page = open(window, "/ui/graph?node=" + alone);
        panel(page).locator("[data-action=connect]").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("From")).hasValue("Edsger");
        dialog.getByText("Connect", new Locator.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("Choose the node that the edge leads to");
        window.checkAccessibility();
        dialog.locator("[data-pick=target]").click();
        assertThat(page.locator("#picking")).isVisible();
        window.checkAccessibility();
        click(page, "atlas");
        assertThat(dialog.getByLabel("To", new Locator.GetByLabelOptions().setExact(true)))
                .hasValue("atlas");
        dialog.getByLabel("Relation").fill("reviews");
        dialog.getByLabel("Relation").press("Enter");

        assertThat(panel(page)).containsText("reviews");
        assertThat(page.locator("#shown")).hasText("4 nodes, 4 edges.");
        page.getByLabel("Delete the edge to atlas").click();
        assertThat(page.locator("#shown")).hasText("4 nodes, 3 edges.");
        page.getByText("Undo").click();
        assertThat(page.locator("#shown")).hasText("4 nodes, 4 edges.");
        page.getByLabel("Delete the edge to atlas").click();
        page.getByText("Dismiss").last().click();
        assertThat(panel(page)).not().containsText("reviews");
        assertThat(http.get("/v1/graph/edges?node=" + alone).json().path("edges"))
                .isEmpty();
    }

    @Test
    void deletion_undone_losesNothing_andOtherwiseIsSent(BrowserWindow window) {
        Page page = open(window, "/ui/graph?node=" + ada);
        panel(page)
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("#shown")).hasText("3 nodes, 1 edge.");
        assertThat(panel(page)).containsText("Choose a node");
        page.getByText("Undo").click();
        assertThat(page.locator("#shown")).hasText("4 nodes, 3 edges.");
        click(page, "Ada");
        panel(page)
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.getByText("Dismiss").click();

        assertThat(chip(page, "person")).hasAccessibleName("person 1");
        assertThat(http.get("/v1/graph/nodes/" + ada).status()).isEqualTo(404);
        assertThat(page.locator("#shown")).hasText("3 nodes, 1 edge.");
    }

    @Test
    void event_thatANodeRefersTo_opens(BrowserWindow window) {
        String event = http.store("{\"text\":\"Agreed on Monday\"}", "{}").id();
        String node = SampleGraph.node(http, "decision", "k = 10", "{\"event_id\":\"" + event + "\"}");
        String gone =
                SampleGraph.node(http, "decision", "k = 60", "{\"event_id\":\"01890a5d-ac96-774b-bcce-b302099a8057\"}");
        Page page = open(window, "/ui/graph?node=" + node);
        panel(page).getByText("Agreed on Monday").click();

        assertThat(page.locator("#drawer")).containsText("Record");
        assertThat(page).hasURL(Pattern.compile(".*event=" + event + "$"));
        page.reload();
        assertThat(page.locator("#drawer")).containsText("Agreed on Monday");
        page.keyboard().press("Escape");
        open(window, "/ui/graph?node=" + gone);
        assertThat(panel(page)).containsText("which is not stored, or no longer");
    }

    @Test
    void keyboard_alone_isEnough(BrowserWindow window) {
        Page page = open(window, "/ui/graph?layout=grid&depth=1");
        page.locator("#canvas").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#said")).hasText(Pattern.compile(".+, .+"));
        String first = page.locator("#said").textContent();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#canvas")).isFocused();
        assertThat(page.locator("#said")).not().hasText("");
        assertThat(first).isNotBlank();
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("Everything around it is in the picture already.");
        page.keyboard().press("+");
        page.keyboard().press("0");
        page.keyboard().press("Escape");
        assertThat(panel(page)).containsText("Choose a node");
        page.locator("[data-connect]").focus();
        page.keyboard().press("Enter");
        page.keyboard().type("Edsger");
        assertThat(page.getByRole(AriaRole.DIALOG).locator(".choice a")).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Relation")).isFocused();
        page.keyboard().type("knows");
        page.keyboard().press("Tab");
        page.keyboard().type("Ada");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON).last())
                .isVisible();
        assertThat(page.locator("#connect-form [type=submit]")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("#shown")).hasText("4 nodes, 4 edges.");
    }

    @Test
    void phone_showsEverythingWithinItsWidth(@Phone BrowserWindow window) {
        String wide = SampleGraph.node(
                http, "t".repeat(180), "Langeswort".repeat(40), "{\"key\":\"" + "v".repeat(300) + "\"}");
        Page page = open(window, "/ui/graph?node=" + wide);
        assertThat(panel(page)).containsText("vvv");
        assertThat(page.locator("#minimap")).isHidden();
        assertThat(page.getByLabel("Layout")).isHidden();
        page.locator("#graph-form summary").first().tap();
        assertThat(page.getByLabel("Layout")).isVisible();
        window.checkWidth();
        window.checkAccessibility();
        page.getByLabel("List", new Page.GetByLabelOptions().setExact(true)).tap();
        assertThat(page.locator("#tables")).containsText("works_on");
        window.checkWidth();
        window.checkAccessibility();
        page.locator("[data-create]").tap();
        window.checkAccessibility();
        page.locator("#create-form").getByText("Cancel").tap();
        page.locator("[data-connect]").tap();
        window.checkWidth();
        window.checkAccessibility();
    }

    private static Page open(BrowserWindow window, String path) {
        Page page = window.go(path).page();
        assertThat(page.locator("#graph[data-ready]")).isAttached();
        return page;
    }

    private static Locator panel(Page page) {
        return page.locator("#selected");
    }

    private static Locator chip(Page page, String type) {
        return page.locator("#types").getByLabel(type);
    }

    private static void create(Page page) {
        page.locator("#create-form")
                .getByText("Create", new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static double[] place(Page page, String label) {
        List<?> place = (List<?>) page.evaluate(PLACE, label);
        return place.stream().mapToDouble(part -> ((Number) part).doubleValue()).toArray();
    }

    private static void click(Page page, String label) {
        double[] place = place(page, label);
        page.mouse().click(place[0], place[1]);
    }
}
