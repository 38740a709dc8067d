package io.mnemolite.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a chunk beside its text. */
class MetadataTest {

    private static final TreeSitterSourceParser PARSER = new TreeSitterSourceParser(Path.of("target/native"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.php|<?php\\nnamespace App\\Models;\\nclass A {}|App.Models.A",
                "a.cs|namespace App.Models;\\nclass A {}|App.Models.A"
            })
    void qualifiedName_hasTheNamespaceOfAStatementBefore(String path, String text, String name) {
        assertThat(chunks(path, text.replace("\\n", "\n")))
                .extracting(Chunk::qualifiedName)
                .contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.py|\"\"\"What it is.\"\"\"\\nimport os\\ndef f(): pass|What it is.",
                "a.go|// Licence.\\n\\n// Package a is.\\npackage a\\n\\nfunc f() {}|Package a is.",
                "a.rs|//! What it is.\\nuse x;\\nfn f() {}|What it is.",
                "a.go|// Licence.\\n\\npackage a\\n\\nfunc f() {}|"
            })
    void docstringOfAModule_isWhatItSaysOfItself(String path, String text, String documentation) {
        Chunk module = chunks(path, text.replace("\\n", "\n")).getFirst();

        assertThat(module.metadata().docstring()).isEqualTo(documentation);
    }

    @Test
    void returnType_ofC_hasItsStars() {
        assertThat(chunks("a.c", "char **names(void) { return 0; }\n")
                        .getFirst()
                        .metadata()
                        .returns())
                .isEqualTo("char **");
    }

    private static List<Chunk> chunks(String path, String text) {
        return PARSER.parse(new SourceFile(path, text + "\n", null)).chunks();
    }
}
