package io.mnemolite.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bash block of a Markdown page that is marked {@code # tested}.
 *
 * @param answer the json block that follows at once and shows the answer
 */
record ReadmeBlock(String script, Optional<String> answer) {

    private static final Pattern MARKED =
            Pattern.compile("(?m)^```bash\\n# tested\\n(.*?)^```$(?:\\s*^```json\\n(.*?)^```$)?", Pattern.DOTALL);

    /** The marked blocks of a page, in its order. */
    static List<ReadmeBlock> of(String page) {
        List<ReadmeBlock> blocks = new ArrayList<>();
        Matcher matcher = MARKED.matcher(page);
        while (matcher.find()) {
            blocks.add(new ReadmeBlock(matcher.group(1), Optional.ofNullable(matcher.group(2))));
        }
        return List.copyOf(blocks);
    }
}
