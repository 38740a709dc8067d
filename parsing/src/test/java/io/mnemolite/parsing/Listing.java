package io.mnemolite.parsing;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.ChunkMetadata;
import io.mnemolite.core.code.parsing.ParsedFile;
import org.jspecify.annotations.Nullable;

/** What parsing made of a file, as text to be compared and read. */
final class Listing {

    private Listing() {}

    static String of(ParsedFile file) {
        StringBuilder listing = new StringBuilder();
        listing.append("%s%s%s\n"
                .formatted(file.language(), file.isTest() ? " test" : "", file.isGenerated() ? " generated" : ""));
        file.imports().forEach(each -> listing.append("import: ").append(each).append('\n'));
        file.problems().forEach(each -> listing.append("problem: ").append(each).append('\n'));
        for (Chunk chunk : file.chunks()) {
            listing.append("%n%s %s %d-%d%n"
                    .formatted(chunk.type().wireName(), chunk.qualifiedName(), chunk.startLine(), chunk.endLine()));
            append(listing, chunk.metadata());
        }
        return listing.toString().replace("\r\n", "\n");
    }

    private static void append(StringBuilder listing, ChunkMetadata metadata) {
        line(listing, "signature", metadata.signature());
        line(listing, "parameters", String.join(" · ", metadata.parameters()));
        line(listing, "returns", metadata.returns());
        line(listing, "decorators", String.join(" · ", metadata.decorators()));
        String doc = metadata.docstring();
        line(listing, "docstring", doc == null ? null : doc.replace("\n", "⏎"));
        line(listing, "calls", String.join(" · ", metadata.calls()));
        line(
                listing,
                "complexity",
                metadata.complexity().cyclomatic() + " in "
                        + metadata.complexity().linesOfCode() + " lines");
    }

    private static void line(StringBuilder listing, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            listing.append("  ").append(name).append(": ").append(value).append('\n');
        }
    }
}
