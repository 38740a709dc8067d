package io.mnemolite.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.cli.connect.Merged.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlMergeTest {

    private static final TomlMerge MERGE = new TomlMerge(
            "mcp_servers", "mnemolite", Client.CODEX.command("/a \"b\"", List.of("mcp", "--project", "é")));

    private static final String TABLE = """
            [mcp_servers.mnemolite]
            command = "/a \\"b\\""
            args = ["mcp", "--project", "é"]
            """;

    private static Merged merge(String text) throws UnmergeableFile {
        Merged merged = MERGE.into(text);
        assertThat(MERGE.into(merged.text())).isEqualTo(new Merged(merged.text(), Outcome.UNCHANGED));
        return merged;
    }

    @Test
    void table_isAppended() throws UnmergeableFile {
        assertThat(merge("")).isEqualTo(new Merged(TABLE, Outcome.ADDED));
        assertThat(merge("# mine\nmodel = 'x' # why\n\n[mcp_servers.other]\ncommand = \"y\"")
                        .text())
                .isEqualTo("# mine\nmodel = 'x' # why\n\n[mcp_servers.other]\ncommand = \"y\"\n\n" + TABLE);
        assertThat(merge("a = 1\r\n").text()).isEqualTo("a = 1\r\n\r\n" + TABLE.replace("\n", "\r\n"));
    }

    @Test
    void ownTable_isReplacedWhereItStands_withThoseBelow() throws UnmergeableFile {
        String before = """
                note = \"""
                [mcp_servers.mnemolite]
                \"""
                list = [
                  [1],
                ]

                [ mcp_servers . "mnemolite" ] # old
                command = "old"

                # of the next
                [mcp_servers.other]
                command = "y" # stays

                [mcp_servers.mnemolite.env]
                A = "1"
                [tail]
                """;
        assertThat(merge(before)).isEqualTo(new Merged("""
                note = \"""
                [mcp_servers.mnemolite]
                \"""
                list = [
                  [1],
                ]

                %s
                # of the next
                [mcp_servers.other]
                command = "y" # stays

                [tail]
                """.formatted(TABLE), Outcome.REPLACED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a = | is not valid TOML",
                "mcp_servers = { mnemolite = { command = 'x' } } | has the entry mnemolite in another form",
                "mcp_servers.mnemolite.command = 'x' | has the entry mnemolite in another form",
                "mcp_servers = { other = {} } | is not valid TOML"
            })
    void fileThatCannotBeChangedAsText_isRefused(String text, String clause) {
        assertThatThrownBy(() -> MERGE.into(text))
                .isInstanceOf(UnmergeableFile.class)
                .hasMessageStartingWith(clause);
    }
}
