package io.mnemolite.parsing.chunk;

import io.mnemolite.parsing.outline.Outline;
import io.mnemolite.parsing.outline.Places;
import io.mnemolite.parsing.outline.Prose;
import io.mnemolite.parsing.tree.SyntaxTree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a file imports as it is written there, without comments, each on one line. */
public final class WrittenImports {

    private static final int MOST = 200;
    private static final int LONGEST = 200;
    private static final int LONGEST_READ = 600;

    private WrittenImports() {}

    /** Each once, in order; of very many the first ones. */
    public static List<String> of(Outline outline) {
        SyntaxTree tree = outline.tree();
        Surroundings surroundings = new Surroundings(outline);
        Places places = outline.imports();
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i < places.size() && found.size() < MOST; i++) {
            int node = places.node(i);
            String text = surroundings.withoutComments(tree.startByte(node), tree.endByte(node), LONGEST_READ);
            found.add(Prose.bounded(OneLine.of(text), LONGEST));
        }
        // Of a node that broken code lacks there is no text.
        found.remove("");
        return List.copyOf(found);
    }
}
