package io.mnemolite.server.mcp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import io.mnemolite.server.mcp.code.ExploreCodeTool;
import io.mnemolite.server.mcp.code.IndexCodeTool;
import io.mnemolite.server.mcp.code.SearchCodeTool;
import io.mnemolite.server.mcp.memory.ForgetTool;
import io.mnemolite.server.mcp.memory.GetTool;
import io.mnemolite.server.mcp.memory.RecallTool;
import io.mnemolite.server.mcp.memory.RememberTool;
import io.mnemolite.server.mcp.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every session pays for before it does anything. */
class CatalogueTest {

    private static final Path CHECKED_IN = Path.of("../docs/reference/mcp-tools.json");

    private static final int MOST_TOKENS = 2_000;

    @Test
    void tools_asTheClientSeesThem_areThoseCheckedIn() throws IOException {
        String current =
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tools()) + "\n";
        if (Boolean.getBoolean("mnemolite.update-docs")) {
            Files.writeString(CHECKED_IN, current);
        }
        assertThat(CHECKED_IN)
                .as("Run ./dev docs and read what changed")
                .content()
                .isEqualTo(current);
    }

    @Test
    void tools_together_takeAtMostTwoThousandTokens() {
        String schemas = tools().toString();
        for (EncodingType type : List.of(EncodingType.CL100K_BASE, EncodingType.O200K_BASE)) {
            assertThat(Encodings.newLazyEncodingRegistry().getEncoding(type).countTokensOrdinary(schemas))
                    .as(type.getName())
                    .isLessThanOrEqualTo(MOST_TOKENS);
        }
    }

    @Test
    void tools_areAtMostSeven_andSayWhatTheyMayDo() {
        assertThat(tools()).hasSizeLessThanOrEqualTo(7).allSatisfy(tool -> {
            assertThat(tool.path("annotations").path("readOnlyHint").isBoolean())
                    .isTrue();
            assertThat(tool.path("inputSchema").path("type").asText()).isEqualTo("object");
            assertThat(tool.path("inputSchema").path("additionalProperties").asBoolean(true))
                    .isFalse();
            assertThat(tool.path("outputSchema").path("type").asText()).isEqualTo("object");
        });
    }

    @Test
    void schema_saysWhatMayBeLeftOut() {
        JsonNode remember = tools().get(0).path("inputSchema");
        assertThat(remember.path("required")).hasSize(1);
        assertThat(remember.path("properties").path("metadata").path("type").asText())
                .isEqualTo("object");
        assertThat(remember.at("/properties/links/items/required/0").asText()).isEqualTo("to");
    }

    /** Schemas need nothing of what a tool works with. */
    @SuppressWarnings("NullAway")
    private static ArrayNode tools() {
        List<Tool<?, ?>> tools = List.of(
                new RememberTool(null, null),
                new RecallTool(null, null),
                new GetTool(null),
                new ForgetTool(null, null),
                new SearchCodeTool(null, null, null),
                new ExploreCodeTool(null, null, null),
                new IndexCodeTool(null, null));
        return Catalogue.tools(tools);
    }
}
