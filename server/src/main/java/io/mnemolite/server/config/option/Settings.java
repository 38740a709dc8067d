package io.mnemolite.server.config.option;

import io.mnemolite.server.config.option.Source.Setting;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The values of options: from the first source that names one, or else the default. Errors are collected. */
public final class Settings {

    private final List<Source> sources;
    private final Source defaults;
    private final Collection<String> problems;

    /**
     * @param sources the ones that count most first
     * @param defaults what holds when none of them names a value
     * @param problems where the sentences about wrong values go
     */
    public Settings(List<Source> sources, Source defaults, Collection<String> problems) {
        this.sources = List.copyOf(sources);
        this.defaults = defaults;
        this.problems = problems;
    }

    /** The value of an option that has a default; the default, and a problem, when the value makes no sense. */
    public <T> T get(Option<T> option) {
        return find(option)
                .orElseThrow(() -> new IllegalStateException(option.key() + " is not set and has no usable default"));
    }

    /** The value of an option; empty when nothing sets it. */
    public <T> Optional<T> find(Option<T> option) {
        Optional<Setting> setting = setting(option);
        if (setting.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = option.type().parse(setting.get().text());
        if (value.isPresent()) {
            return value;
        }
        refuse(option, "give " + option.type().accepts() + "." + suggestion(option.type(), setting.get()));
        return defaults.find(option).flatMap(text -> option.type().parse(text.text()));
    }

    /** Whether somebody wrote a value for the option, so that its default does not count. */
    public boolean isSet(Option<?> option) {
        return sources.stream().anyMatch(source -> source.find(option).isPresent());
    }

    /** The text that counts for an option, and where it was written. */
    public Optional<Setting> setting(Option<?> option) {
        return sources.stream()
                .flatMap(source -> source.find(option).stream())
                .findFirst()
                .or(() -> defaults.find(option));
    }

    /**
     * Reports that the value of an option cannot be used.
     *
     * @param remedy what to do instead, as the end of a sentence
     */
    public void refuse(Option<?> option, String remedy) {
        Setting setting = setting(option).orElse(new Setting("", "not set"));
        problems.add("%s cannot be \"%s\" (%s): %s"
                .formatted(option.key(), option.masking().apply(setting.text()), setting.origin(), remedy));
    }

    /** Reports what is wrong with several values together, in a whole sentence. */
    public void problem(String sentence) {
        problems.add(sentence);
    }

    private static String suggestion(ValueType<?> type, Setting setting) {
        return NearestName.among(type.words(), setting.text())
                .map(word -> " Did you mean \"" + word + "\"?")
                .orElse("");
    }
}
