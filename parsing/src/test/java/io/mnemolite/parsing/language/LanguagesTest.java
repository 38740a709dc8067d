package io.mnemolite.parsing.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.error.MnemoliteException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    private static final Languages LANGUAGES = new Languages();

    @ParameterizedTest
    @CsvSource({
        "a.py, python",
        "a.js, javascript",
        "a.jsx, javascript",
        "a.ts, typescript",
        "a.tsx, typescript",
        "a.go, go",
        "a.rs, rust",
        "a.java, java",
        "a.c, c",
        "a.h, c",
        "a.cpp, cpp",
        "a.cc, cpp",
        "a.cxx, cpp",
        "a.hpp, cpp",
        "a.rb, ruby",
        "a.php, php",
        "a.cs, csharp",
        "a.swift, swift",
        "a.kt, kotlin",
        "a.scala, scala",
        "a.sh, bash",
        "a.d.ts, typescript",
        "A.JAVA, java",
        "x/Dockerfile, dockerfile",
        "Dockerfile.dev, dockerfile",
        "Makefile, make",
        "CMakeLists.txt, cmake",
        "notes.txt, text",
        ".gitignore, text",
        "build.gradle.kts, kotlin",
        "a.yml, yaml",
        "Rakefile, ruby",
        "b/c.json, json",
        "README, text",
        "pom.xml, xml",
        "a.html, html",
        "a.sql, sql",
        "a.toml, toml"
    })
    void language_isToldByThePath(String path, String language) {
        assertThat(name(path, "", null)).isEqualTo(language);
    }

    @Test
    void language_asNamed_comesFirst() {
        assertThat(name("a.py", "", "js")).isEqualTo("javascript");
        assertThat(name("a", "", "C++")).isEqualTo("cpp");
        assertThat(name("a", "", "csharp")).isEqualTo("csharp");
        assertThat(name("a.unknown", "", "text")).isEqualTo("text");
        assertThat(name("a.py", "", " ")).isEqualTo("python");
    }

    @Test
    void grammar_ofTsx_isItsOwn() {
        assertThat(LANGUAGES.of(new SourceFile("a.tsx", "", "typescript")).grammar())
                .isEqualTo("tsx");
        assertThat(LANGUAGES.of(new SourceFile("a.ts", "", "typescript")).grammar())
                .isEqualTo("typescript");
        assertThat(LANGUAGES.of(new SourceFile("a", "", "tsx")).grammar()).isEqualTo("tsx");
    }

    @Test
    void grammar_ofHeader_isToldByItsContent() {
        Dialect plain = LANGUAGES.of(new SourceFile("a.h", "struct a { int class; };\n", null));
        Dialect cpp = LANGUAGES.of(new SourceFile("a.h", "#pragma once\nnamespace a {\n}\n", null));

        assertThat(plain.grammar()).isEqualTo("c");
        assertThat(cpp.grammar()).isEqualTo("cpp");
        assertThat(cpp.language().name()).isEqualTo("c");
    }

    @Test
    void language_isToldByTheFirstLine() {
        assertThat(name("bin/run", "#!/usr/bin/env python3\n", null)).isEqualTo("python");
        assertThat(name("bin/run", "#!/usr/bin/env -S node --harmony\n", null)).isEqualTo("javascript");
        assertThat(name("bin/run", "#! /bin/sh -e", null)).isEqualTo("bash");
        assertThat(name("bin/run", "\uFEFF#!/usr/bin/ruby2.7\n", null)).isEqualTo("ruby");
    }

    @Test
    void language_thatIsUnknown_isRefusedWithWhatToDo() {
        assertThatThrownBy(() -> name("data/a.qqq", "x", null))
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("The language of data/a.qqq cannot be told from its name or first line; name it in"
                        + " \"language\", with \"text\" for plain text.");
        assertThatThrownBy(() -> name("a.py", "x", "klingon"))
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("The language \"klingon\" of a.py is not known; use a name such as \"java\" or \"python\","
                        + " or \"text\" for plain text.");
    }

    private static String name(String path, String content, @Nullable String language) {
        return LANGUAGES.of(new SourceFile(path, content, language)).language().name();
    }
}
