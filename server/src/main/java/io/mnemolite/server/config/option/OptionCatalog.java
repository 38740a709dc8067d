package io.mnemolite.server.config.option;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every option there is, by each of its names; two options that share a name are refused. */
public final class OptionCatalog {

    private final List<OptionGroup> groups;
    private final Map<String, Option<?>> byKey = new LinkedHashMap<>();
    private final Map<String, Option<?>> byCommandLineName = new LinkedHashMap<>();
    private final Map<String, Option<?>> byEnvironmentName = new LinkedHashMap<>();

    public OptionCatalog(List<OptionGroup> groups) {
        this.groups = List.copyOf(groups);
        for (Option<?> option : options()) {
            register(byKey, option.key(), option);
            option.commandLineNames().forEach(name -> register(byCommandLineName, name, option));
            option.environmentNames().forEach(name -> register(byEnvironmentName, name, option));
        }
    }

    private static void register(Map<String, Option<?>> names, String name, Option<?> option) {
        Option<?> other = names.putIfAbsent(name, option);
        if (other != null) {
            throw new IllegalStateException(name + " names both " + other.key() + " and " + option.key());
        }
    }

    public List<OptionGroup> groups() {
        return groups;
    }

    /** All options, in the order they are shown. */
    public List<Option<?>> options() {
        return groups.stream()
                .<Option<?>>flatMap(group -> group.options().stream())
                .toList();
    }

    public Set<String> keys() {
        return Collections.unmodifiableSet(byKey.keySet());
    }

    public Set<String> commandLineNames() {
        return Collections.unmodifiableSet(byCommandLineName.keySet());
    }

    public Set<String> environmentNames() {
        return Collections.unmodifiableSet(byEnvironmentName.keySet());
    }

    public Optional<Option<?>> withCommandLineName(String name) {
        return Optional.ofNullable(byCommandLineName.get(name));
    }
}
