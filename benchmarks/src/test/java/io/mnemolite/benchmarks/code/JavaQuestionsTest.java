package io.mnemolite.benchmarks.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.benchmarks.harness.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaQuestionsTest {

    @TempDir
    private Path root;

    private JavaQuestions questions;

    @BeforeEach
    void write() throws IOException {
        Path file = Files.writeString(root.resolve("Shelf.java"), """
                class Shelf {
                    /** Puts a {@code Book} on   the {@link java.util.List#of() shelf} &amp; <b>waits</b>. Then nothing. */
                    Shelf(int put) {}

                    /** Puts a {@code Book} on   the {@link java.util.List#of() shelf} &amp; <b>waits</b>. Then nothing. */
                    @Deprecated
                    void
                            put(int put) {
                        throw new IllegalStateException("no put was done");
                    }

                    /** Puts a {@code Book} on the {@linkplain Shelf shelf} &amp; waits. */
                    void put(String put) {}

                    /** Far too short. */
                    void take() {}
                }
                """);
        questions = JavaQuestions.of("library", root, List.of(file));
    }

    @Test
    void sentences_ofMethods_arePlainAndSharedByOverloads() {
        assertThat(questions.sentences())
                .containsExactly(new Question(
                        "library",
                        "Puts a Book on the shelf & waits.",
                        Set.of(new Place("Shelf.java", 8), new Place("Shelf.java", 13))));
    }

    @Test
    void names_ofMethods_holdAllOfTheName() {
        assertThat(questions.names())
                .containsExactly(
                        new Question("library", "put", Set.of(new Place("Shelf.java", 8), new Place("Shelf.java", 13))),
                        new Question("library", "take", Set.of(new Place("Shelf.java", 16))));
    }

    @Test
    void literals_longEnough_areFoundWhereTheyStand() {
        assertThat(questions.literals())
                .containsExactly(new Question("library", "no put was done", Set.of(new Place("Shelf.java", 9))));
    }

    @Test
    void rank_isThatOfTheFirstResultThatCoversALine() throws IOException {
        Question question = new Question("library", "put", Set.of(new Place("Shelf.java", 8)));

        assertThat(Asking.rank(question, Api.JSON.readTree("""
                {"results": [
                  {"rank": 1, "file_path": "Shelf.java", "metadata": {"start_line": 9, "end_line": 12}},
                  {"rank": 2, "file_path": "Other.java", "metadata": {"start_line": 1, "end_line": 12}},
                  {"rank": 3, "file_path": "Shelf.java", "metadata": {"start_line": 5, "end_line": 8}}
                ]}"""))).isEqualTo(3);
        assertThat(Asking.rank(question, Api.JSON.readTree("{\"results\": []}")))
                .isZero();
    }

    @Test
    void found_accuracyAndReciprocalRank() {
        Found found = new Found();
        List.of(1, 0, 4, 10).forEach(found::add);

        assertThat(found.accuracyAt(1)).isEqualTo(0.25);
        assertThat(found.accuracyAt(4)).isEqualTo(0.5);
        assertThat(found.accuracyAt(10)).isEqualTo(0.75);
        assertThat(found.meanReciprocalRank()).isEqualTo((1 + 0.25 + 0.1) / 4);
    }
}
