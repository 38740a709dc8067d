package io.mnemolite.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.parsing.ParsedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One file a language, with what is made of it beside it. {@code -Dmnemolite.update-samples=true} writes the listings
 * anew, to be read before they are committed.
 */
class SamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final TreeSitterSourceParser PARSER = new TreeSitterSourceParser(Path.of("target/native"));

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> !file.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void chunks_ofSample_areAsListed(Path sample) throws IOException {
        String text = Files.readString(sample);
        ParsedFile parsed = parse(sample, text);
        Path expected = SAMPLES.resolve(sample.getFileName() + ".expected");
        if (Boolean.getBoolean("mnemolite.update-samples")) {
            Files.writeString(expected, Listing.of(parsed));
        }

        assertThat(Listing.of(parsed)).isEqualTo(Files.readString(expected));
        assertIsPartition(parsed, text);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void chunks_ofMutilatedSample_areItsText(Path sample) throws IOException {
        String text = Files.readString(sample);
        long seed = new Random().nextLong();
        System.out.println(sample.getFileName() + ": seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            String mutilated = mutilated(text, random);
            assertIsPartition(parse(sample, mutilated), mutilated);
        }
    }

    private static String mutilated(String text, Random random) {
        StringBuilder mutilated = new StringBuilder(text);
        String marks = "{}()[]\"'`;:,\n\r\t #/*=>é€";
        for (int edit = random.nextInt(6); edit >= 0 && mutilated.length() > 10; edit--) {
            int at = random.nextInt(mutilated.length());
            if (random.nextBoolean()) {
                mutilated.insert(at, marks.charAt(random.nextInt(marks.length())));
            } else {
                mutilated.delete(at, Math.min(mutilated.length(), at + 1 + random.nextInt(30)));
            }
        }
        return mutilated.toString();
    }

    private static ParsedFile parse(Path sample, String text) {
        return PARSER.parse(new SourceFile("src/" + sample.getFileName(), text, null));
    }

    static void assertIsPartition(ParsedFile parsed, String text) {
        assertThat(parsed.chunks().stream().map(Chunk::source).collect(Collectors.joining()))
                .isEqualTo(text);
        int line = 1;
        for (Chunk chunk : parsed.chunks()) {
            assertThat(chunk.source()).isNotEmpty();
            assertThat(chunk.startLine()).isBetween(line - 1, line);
            line = chunk.startLine()
                    + (int) chunk.source().chars().filter(c -> c == '\n').count();
            assertThat(chunk.endLine()).isEqualTo(chunk.source().endsWith("\n") ? line - 1 : line);
        }
    }
}
