package io.mnemolite.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class McpPathsTest {

    @Test
    void covers_theRootAndWhatLiesBelow_andNothingElse() {
        assertThat(McpPaths.covers("/mcp")).isTrue();
        assertThat(McpPaths.covers("/mcp/shop")).isTrue();
        assertThat(McpPaths.covers("/mcpx")).isFalse();
        assertThat(McpPaths.covers("/v1/mcp")).isFalse();
    }

    @Test
    void project_isWhatFollows_butForTheOldTransport() {
        assertThat(McpPaths.project("/mcp")).isEmpty();
        assertThat(McpPaths.project("/mcp/")).isEmpty();
        assertThat(McpPaths.project("/mcp/shop")).contains("shop");
        assertThat(McpPaths.project("/mcp/shop/")).contains("shop");
        assertThat(McpPaths.project("/mcp/a%2Fb")).contains("a%2Fb");
        assertThat(McpPaths.project("/mcp/sse")).isEmpty();
        assertThat(McpPaths.project("/mcp/messages/1")).isEmpty();
    }

    @Test
    void template_hasNoNamesOfClients() {
        assertThat(McpPaths.template("/mcp")).isEqualTo("/mcp");
        assertThat(McpPaths.template("/mcp/shop")).isEqualTo("/mcp/{project}");
        assertThat(McpPaths.template("/mcp/messages/17")).isEqualTo("/mcp/messages/{id}");
    }
}
