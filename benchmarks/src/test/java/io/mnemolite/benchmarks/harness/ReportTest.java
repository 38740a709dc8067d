package io.mnemolite.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("docs").resolve("report.md");
    }

    private String text() throws IOException {
        return Files.readString(file);
    }

    @Test
    void put_withoutAFile_writesOneWithAHeading() throws IOException {
        Report.put(file, "writes: one by one", "\n| a |\n");

        assertThat(text()).startsWith("# Benchmarks").endsWith("\n\n## writes: one by one\n\n| a |\n");
    }

    @Test
    void put_ofAKnownTitle_replacesThatSectionAndNoOther() throws IOException {
        Report.put(file, "first: a", "one\n\n### Part\n\ntwo");
        Report.put(file, "second: b", "old");
        Report.put(file, "third: c", "three");
        String before = text();

        Report.put(file, "second: b", "new\nlines");

        assertThat(text()).isEqualTo(before.replace("old", "new\nlines"));
    }

    @Test
    void put_ofTheSameAgain_changesNothing() throws IOException {
        Report.put(file, "first: a", "one");
        Report.put(file, "second: b", "two");
        String before = text();

        Report.put(file, "first: a", "one");

        assertThat(text()).isEqualTo(before);
    }

    @Test
    void put_keepsWhatStandsAboveTheSections() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "# Another heading\n\nWords.\n\n## first: a\n\none\n");

        Report.put(file, "second: b", "two");

        assertThat(text()).isEqualTo("# Another heading\n\nWords.\n\n## first: a\n\none\n\n## second: b\n\ntwo\n");
    }
}
