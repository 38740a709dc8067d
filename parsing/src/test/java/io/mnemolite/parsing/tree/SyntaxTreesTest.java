package io.mnemolite.parsing.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxTreesTest {

    private static final SyntaxTrees TREES = new SyntaxTrees(Path.of("target/native"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java",
                "python",
                "javascript",
                "typescript",
                "tsx",
                "go",
                "rust",
                "c",
                "cpp",
                "c-sharp",
                "ruby",
                "php",
                "kotlin",
                "scala",
                "swift",
                "bash"
            })
    void grammar_ofEachLanguage_parsesAndIsWellFormed(String name) {
        SyntaxTree tree = parse(name, "foo(bar, {[1]})\n");

        assertThat(tree.grammar().name()).isEqualTo(name);
        assertWellFormed(tree);
    }

    @Test
    void tree_namesTypesFieldsAndPlaces() {
        SyntaxTree tree = parse("java", "class Größe {\n  int ä(int x) { return é(x); }\n}");
        int method = first(tree, "method_declaration");

        assertThat(tree.type(0)).isEqualTo("program");
        assertThat(tree.text(tree.child(method, "name"))).isEqualTo("ä");
        assertThat(tree.field(tree.child(method, "body"))).isEqualTo("body");
        assertThat(tree.text(method)).isEqualTo("int ä(int x) { return é(x); }");
        assertThat(tree.startLine(method)).isEqualTo(2);
        assertThat(tree.endLine(0)).isEqualTo(3);
        int call = first(tree, "method_invocation");
        assertThat(tree.startColumn(call)).isEqualTo(25);
        assertThat(tree.hasError()).isFalse();
        assertThat(tree.isNamed(first(tree, "return"))).isFalse();
        assertWellFormed(tree);
    }

    @Test
    void tree_ofBrokenText_marksWhatIsWrong() {
        SyntaxTree tree = parse("java", "class A { void f() { int x = ; } void g() { } ");

        assertThat(tree.hasError()).isTrue();
        assertThat(IntStream.range(0, tree.size()).anyMatch(tree::isMissing)).isTrue();
        assertThat(first(tree, "method_declaration")).isPositive();
        assertWellFormed(tree);
    }

    @Test
    void tree_ofNothing_isItsRoot() {
        SyntaxTree tree = parse("go", "");

        assertThat(tree.startByte(0)).isZero();
        assertThat(tree.endByte(0)).isZero();
        assertWellFormed(tree);
    }

    @Test
    void parse_nestedTenThousandDeep_ends() {
        SyntaxTree tree = parse("javascript", "[".repeat(10_000) + "]".repeat(10_000) + ";");

        assertThat(tree.size()).isGreaterThan(20_000);
        assertWellFormed(tree);
    }

    @Test
    void parse_fromManyThreads_givesTheSame() throws Exception {
        String text = "def f(x):\n    return [g(y) for y in x]\n".repeat(200);
        int size = parse("python", text).size();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> tasks = IntStream.range(0, 64)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> parse(i % 2 == 0 ? "python" : "ruby", text).size())
                    .toList();
            List<Future<Integer>> sizes = threads.invokeAll(tasks);
            for (int i = 0; i < sizes.size(); i += 2) {
                assertThat(sizes.get(i).get()).isEqualTo(size);
            }
        }
    }

    private static SyntaxTree parse(String grammar, String text) {
        return TREES.parse(TREES.grammar(grammar), text.getBytes(UTF_8)).orElseThrow();
    }

    private static int first(SyntaxTree tree, String type) {
        for (int node = 0; node < tree.size(); node++) {
            if (tree.type(node).equals(type)) {
                return node;
            }
        }
        throw new AssertionError("No node of type " + type);
    }

    private static void assertWellFormed(SyntaxTree tree) {
        assertThat(tree.parent(0)).isEqualTo(SyntaxTree.NONE);
        assertThat(tree.end(0)).isEqualTo(tree.size());
        for (int node = 0; node < tree.size(); node++) {
            int last = tree.startByte(node);
            assertThat(tree.endByte(node)).isBetween(last, tree.length());
            int next = node + 1;
            for (int child = tree.firstChild(node); child != SyntaxTree.NONE; child = tree.nextSibling(child)) {
                assertThat(child).isEqualTo(next);
                assertThat(tree.parent(child)).isEqualTo(node);
                assertThat(tree.startByte(child)).isGreaterThanOrEqualTo(last);
                last = tree.endByte(child);
                next = tree.end(child);
            }
            assertThat(next).isEqualTo(tree.end(node));
        }
    }
}
