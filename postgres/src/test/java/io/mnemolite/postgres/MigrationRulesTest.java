package io.mnemolite.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Migrations only add, since the release before one works on the same tables (docs/decisions/0006). What must be taken away
 * goes one release after the last that used it, and then stands in {@link #ALLOWED} with that reason.
 */
class MigrationRulesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/io/mnemolite/postgres/migration");

    /** Up to here no release has been made, so nobody works on the tables as they were in between. */
    private static final int BASELINE = 5;

    /** A statement as {@link #violations} names it, and why the release before can do without what it takes away. */
    private static final Map<String, String> ALLOWED = Map.of();

    private static final Pattern NOISE =
            Pattern.compile("--[^\\n]*|/\\*(?s:.*?)\\*/|\\$(\\w*)\\$(?s:.*?)\\$\\1\\$|'(?:[^']|'')*'");
    private static final Pattern CREATED = Pattern.compile("create (?:unlogged )?table (?:if not exists )?([\\w.]+).*");
    private static final Pattern ALTERED = Pattern.compile("alter table (?:if exists )?(?:only )?([\\w.]+) (.*)");

    /** Whatever the table, within one action of {@code alter table}. */
    private static final List<Pattern> ACTIONS = Stream.of(
                    "drop .*",
                    "rename .*",
                    "alter (column )?\\w+ (set data )?type .*",
                    "alter (column )?\\w+ drop .*",
                    "alter (column )?\\w+ set not null.*",
                    "add (constraint|primary key|unique|check|foreign key|exclude).*",
                    "add (?!.*\\b(default|generated)\\b).*\\bnot null\\b.*")
            .map(Pattern::compile)
            .toList();

    private static final List<Pattern> STATEMENTS = Stream.of(
                    "do .*",
                    "drop (?!index ).*",
                    "truncate .*",
                    "alter (?!table |index ).* (rename|drop|set schema) .*",
                    "alter type .*")
            .map(Pattern::compile)
            .toList();

    /** What takes away or narrows something that was there before this migration, a line each. */
    private static List<String> violations(String migration) {
        String sql = NOISE.matcher(migration)
                .replaceAll(noise -> noise.group().matches("(?s)['$].*") ? "''" : " ")
                .toLowerCase(Locale.ROOT);
        Set<String> fresh = new TreeSet<>();
        List<String> violations = new ArrayList<>();
        for (String part : sql.split(";", -1)) {
            String statement = part.strip().replaceAll("\\s+", " ");
            Matcher created = CREATED.matcher(statement);
            Matcher altered = ALTERED.matcher(statement);
            if (created.matches()) {
                fresh.add(created.group(1));
            } else if (altered.matches()) {
                if (!fresh.contains(altered.group(1))) {
                    actions(altered.group(2)).stream()
                            .filter(action -> ACTIONS.stream()
                                    .anyMatch(rule -> rule.matcher(action).matches()))
                            .map(action -> "alter table " + altered.group(1) + " " + action)
                            .forEach(violations::add);
                }
            } else if (STATEMENTS.stream()
                    .anyMatch(rule -> rule.matcher(statement).matches())) {
                violations.add(statement);
            }
        }
        return violations;
    }

    /** The actions of one statement, which commas outside of brackets part. */
    private static List<String> actions(String text) {
        List<String> actions = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                actions.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        actions.add(text.substring(begin).strip());
        return actions;
    }

    private static int version(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    private static List<Path> migrations() {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted(Comparator.comparingInt(MigrationRulesTest::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void migrationsAfterTheBaseline_takeNothingAway() throws IOException {
        List<Path> migrations = migrations();
        assertThat(version(migrations.getLast())).isGreaterThanOrEqualTo(BASELINE);
        for (Path file : migrations) {
            if (version(file) > BASELINE) {
                assertThat(violations(Files.readString(file)))
                        .as("%s takes away what the release before uses (docs/decisions/0006)", file.getFileName())
                        .allMatch(ALLOWED::containsKey);
            }
        }
    }

    /** The rules find what there is: before the first release the change log's keys were made anew. */
    @Test
    void migrationBeforeTheBaseline_isFoundOut() throws IOException {
        assertThat(violations(Files.readString(migrations().get(2))))
                .contains(
                        "alter table change drop constraint change_pkey",
                        "alter table change_floor drop column one",
                        "alter table change_floor alter column entity drop default");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table event",
                "alter table event drop column metadata",
                "alter table event add column a text, drop column metadata",
                "alter table event rename column metadata to meta",
                "alter table event rename to memory",
                "alter table event alter column revision type integer",
                "alter table event alter revision set data type integer",
                "alter table event alter column embedding set not null",
                "alter table event alter column revision drop default",
                "alter table event add column colour text not null",
                "alter table event add check (revision > 0)",
                "alter type mood rename value 'a' to 'b'",
                "truncate change",
                // Nobody looks into a block.
                "do $body$ begin drop table event; end $body$",
                "-- fine\nALTER TABLE event\n  DROP metadata"
            })
    void statementThatTakesAway_isFound(String sql) {
        assertThat(violations(sql + ";")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table later (id bigint primary key, colour text not null)",
                "create table later (id bigint); alter table later alter column id set not null",
                "alter table event add column colour text",
                "alter table event add column colour text not null default 'a, drop column b'",
                "alter table event add column number bigint not null generated always as identity",
                "alter table event alter column embedding set storage external",
                "alter table event alter column revision set default 7",
                "create index later on event (id)",
                "drop index event_newest",
                "comment on table event is 'drop; rename'",
                "-- drop table event\nselect 1"
            })
    void statementThatAdds_isLetPass(String sql) {
        assertThat(violations(sql + ";")).isEmpty();
    }
}
