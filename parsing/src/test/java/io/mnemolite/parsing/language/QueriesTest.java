package io.mnemolite.parsing.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.parsing.query.Query;
import io.mnemolite.parsing.tree.SyntaxTrees;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueriesTest {

    private static final SyntaxTrees TREES = new SyntaxTrees(Path.of("target/native"));

    static List<Dialect> dialectsWithGrammar() {
        return new Languages()
                .all().stream().filter(dialect -> dialect.grammar() != null).toList();
    }

    /** Compiling refuses captures, types and fields that nothing is known of. */
    @ParameterizedTest
    @MethodSource("dialectsWithGrammar")
    void query_ofEachDialect_fitsItsGrammar(Dialect dialect) {
        String grammar = dialect.grammar();
        assertThat(grammar).isNotNull();
        assertThat(Query.compile(Languages.query(dialect), TREES.grammar(grammar), dialect.folder() + ""))
                .isNotNull();
    }
}
