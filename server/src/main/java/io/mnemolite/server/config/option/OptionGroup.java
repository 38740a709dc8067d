package io.mnemolite.server.config.option;

import java.util.List;

/** Options that belong together, under the title they have in help and reference. */
public record OptionGroup(String title, List<Option<?>> options) {

    public OptionGroup {
        options = List.copyOf(options);
    }
}
