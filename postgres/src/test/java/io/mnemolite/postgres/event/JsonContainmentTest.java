package io.mnemolite.postgres.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.JsonGenerator;
import io.mnemolite.contract.fixture.Seed;
import io.mnemolite.core.event.JsonContainment;
import io.mnemolite.postgres.TestStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Our containment is PostgreSQL's, pair by random pair. */
class JsonContainmentTest {

    private static final int PAIRS = 5_000;
    private static final String SQL = """
            select whole @> part from unnest(?::text[]::jsonb[], ?::text[]::jsonb[])
                with ordinality as pair (whole, part, place) order by place
            """;

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    private final JsonGenerator json =
            new JsonGenerator(Seed.next("containment").random());

    @Test
    void contains_ofRandomPairs_isWhatPostgresSays() throws SQLException {
        List<ObjectNode> wholes = Stream.generate(json::object).limit(PAIRS).toList();
        List<ObjectNode> parts = wholes.stream().map(json::fragmentOf).toList();

        List<Boolean> expected = ask(wholes, parts);

        assertThat(expected).contains(true, false);
        for (int i = 0; i < PAIRS; i++) {
            assertThat(JsonContainment.contains(wholes.get(i), parts.get(i)))
                    .as("%s @> %s", wholes.get(i), parts.get(i))
                    .isEqualTo(expected.get(i));
        }
    }

    private static List<Boolean> ask(List<ObjectNode> wholes, List<ObjectNode> parts) throws SQLException {
        try (Connection connection = STORE.connect();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("text", texts(wholes)));
            statement.setArray(2, connection.createArrayOf("text", texts(parts)));
            List<Boolean> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(rows.getBoolean(1));
                }
            }
            return answers;
        }
    }

    private static Object[] texts(List<ObjectNode> objects) {
        return objects.stream().map(JsonNode::toString).toArray();
    }
}
