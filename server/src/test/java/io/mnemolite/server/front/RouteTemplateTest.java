package io.mnemolite.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTemplateTest {

    @Path("/things/")
    static class Things {
        public void all() {}

        @Path("{thing_id : [0-9]+}/")
        public void one() {}
    }

    @Path("/")
    static class Root {
        public void all() {}
    }

    @Test
    void of_joinsBothPathsWithoutExpressionsAndSlashesAtTheEnd() {
        assertThat(template(Things.class, "all").text()).isEqualTo("/things");
        assertThat(template(Things.class, "one").text()).isEqualTo("/things/{thing_id}");
        assertThat(template(Root.class, "all").text()).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"/things/7, true", "/things/7/, true", "/things, false", "/things/7/8, false", "/other/7, false"})
    void pattern_matchesWhatTheTemplateStandsFor(String path, boolean expected) {
        assertThat(template(Things.class, "one").pattern().matcher(path).matches())
                .isEqualTo(expected);
    }

    private static RouteTemplate template(Class<?> resource, String method) {
        return RouteTemplate.of(
                resource,
                Arrays.stream(resource.getMethods())
                        .filter(candidate -> candidate.getName().equals(method))
                        .findFirst()
                        .orElseThrow());
    }
}
