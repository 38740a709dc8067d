package io.mnemolite.parsing;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.parsing.ParsedFile;
import io.mnemolite.core.code.parsing.SourceParser;
import io.mnemolite.parsing.chunk.FixedChunker;
import io.mnemolite.parsing.chunk.TreeChunker;
import io.mnemolite.parsing.chunk.WrittenImports;
import io.mnemolite.parsing.facts.FactExtraction;
import io.mnemolite.parsing.facts.manifest.ManifestFacts;
import io.mnemolite.parsing.language.Languages;
import io.mnemolite.parsing.language.TestFiles;
import io.mnemolite.parsing.outline.Outline;
import io.mnemolite.parsing.outline.Outlines;
import io.mnemolite.parsing.tree.SyntaxTree;
import io.mnemolite.parsing.tree.SyntaxTrees;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes chunks by way of tree-sitter. Nothing is loaded before the first file of a language. */
public final class TreeSitterSourceParser implements SourceParser {

    private final SourceReader reader;
    private final Outlines outlines = new Outlines();
    private final ParserVersion version;

    /** @param nativeDirectory for the unpacked native libraries; made when needed, must allow execution */
    public TreeSitterSourceParser(Path nativeDirectory) {
        Languages languages = new Languages();
        reader = new SourceReader(languages, new SyntaxTrees(nativeDirectory));
        version = new ParserVersion(languages);
    }

    @Override
    public ParsedFile parse(SourceFile file) {
        return chunks(read(file));
    }

    /** The first half of {@link #parse}, for those who make more than chunks of a file. */
    public ReadSource read(SourceFile file) {
        return reader.read(file);
    }

    /** The second half of {@link #parse}. */
    public ParsedFile chunks(ReadSource source) {
        SyntaxTree tree = source.tree();
        List<String> problems = new ArrayList<>(source.problems());
        List<Chunk> chunks;
        Outline outline = null;
        if (tree == null) {
            chunks = FixedChunker.chunks(source.text(), source.fileName());
        } else {
            outline = outlines.of(tree, source.dialect());
            if (tree.isError(0) && outline.definitions().isEmpty()) {
                problems.add(source.path() + " could not be parsed as "
                        + source.dialect().language() + "; it was cut into pieces of fixed size.");
                chunks = FixedChunker.chunks(source.text(), source.fileName());
            } else {
                if (tree.isError(0)) {
                    problems.add(source.path() + " could be parsed as "
                            + source.dialect().language() + " in part only.");
                }
                chunks = TreeChunker.chunks(outline, source.text(), source.fileName());
            }
        }
        return new ParsedFile(
                source.dialect().language(),
                chunks,
                facts(source, outline, problems),
                outline == null ? List.of() : WrittenImports.of(outline),
                TestFiles.isTest(source.path(), outline != null && outline.isTest()),
                GeneratedFiles.isGenerated(source),
                problems);
    }

    /** Without facts a file is searched as any other, but has no symbols. */
    private static @Nullable FileFacts facts(ReadSource source, @Nullable Outline outline, List<String> problems) {
        try {
            if (outline != null) {
                return FactExtraction.facts(source.dialect().language(), source.path(), outline);
            }
            return ManifestFacts.of(source.path(), new String(source.text(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            problems.add("The calls of " + source.path() + " could not be read: " + e.getMessage() + ".");
            return null;
        }
    }

    @Override
    public String version() {
        return version.value();
    }
}
