package io.mnemolite.server.config.option;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of the process: {@code --key value}, {@code --key=value}, {@code --flag}; the last one counts. */
public final class CommandLine implements Source {

    private static final String CONFIG = "config";
    private static final Set<String> HELP = Set.of("--help", "-h");

    private final Map<String, Setting> byKey = new HashMap<>();
    private final OptionCatalog catalog;
    private final Collection<String> problems;
    private Optional<String> file = Optional.empty();

    /** Reads {@code arguments}; what cannot be understood becomes a sentence in {@code problems}. */
    public CommandLine(List<String> arguments, OptionCatalog catalog, Collection<String> problems) {
        this.catalog = catalog;
        this.problems = problems;
        ListIterator<String> rest = arguments.listIterator();
        while (rest.hasNext()) {
            read(rest.next(), rest);
        }
    }

    /** Whether the arguments ask for help rather than for a start. */
    public static boolean asksForHelp(List<String> arguments) {
        return arguments.stream().anyMatch(HELP::contains);
    }

    @Override
    public Optional<Setting> find(Option<?> option) {
        return Optional.ofNullable(byKey.get(option.key()));
    }

    /** The properties file named by {@code --config}. */
    public Optional<String> file() {
        return file;
    }

    private void read(String argument, ListIterator<String> rest) {
        if (HELP.contains(argument)) {
            return;
        }
        if (!argument.startsWith("-")) {
            problems.add("The argument \"" + argument + "\" is not an option: options begin with --, see --help.");
            return;
        }
        int equals = argument.indexOf('=');
        String written = equals < 0 ? argument : argument.substring(0, equals);
        String name = written.replaceFirst("^--?", "");
        Optional<String> value = equals < 0 ? Optional.empty() : Optional.of(argument.substring(equals + 1));
        Optional<Option<?>> option = catalog.withCommandLineName(name);
        if (written.equals("--" + CONFIG)) {
            file = value.or(() -> next(written, rest)).filter(path -> !path.isBlank());
        } else if (option.isEmpty() || !written.startsWith("--")) {
            unknown(written, name, value.isPresent(), rest);
        } else if (option.get().type().isFlag()) {
            store(option.get(), written, value.orElseGet(() -> flag(option.get(), rest)));
        } else {
            value.or(() -> next(written, rest)).ifPresent(text -> store(option.get(), written, text));
        }
    }

    private void store(Option<?> option, String written, String text) {
        if (!text.isBlank()) {
            byKey.put(option.key(), new Setting(text.strip(), "command line " + written));
        }
    }

    private Optional<String> next(String written, ListIterator<String> rest) {
        Optional<String> value = peek(rest);
        if (value.isPresent()) {
            rest.next();
        } else {
            problems.add("The option " + written + " has no value: write " + written + "=VALUE.");
        }
        return value;
    }

    private static String flag(Option<?> option, ListIterator<String> rest) {
        Optional<String> value =
                peek(rest).filter(text -> option.type().parse(text).isPresent());
        value.ifPresent(text -> rest.next());
        return value.orElse("true");
    }

    private void unknown(String written, String name, boolean hasValue, ListIterator<String> rest) {
        Set<String> names = new HashSet<>(catalog.commandLineNames());
        names.add(CONFIG);
        problems.add("The option " + written + " does not exist"
                + NearestName.among(names, name)
                        .map(nearest -> ": did you mean --" + nearest + "?")
                        .orElse(": --help lists those that do."));
        if (!hasValue && peek(rest).isPresent()) {
            rest.next(); // its value, which would otherwise be reported once more
        }
    }

    private static Optional<String> peek(ListIterator<String> rest) {
        if (!rest.hasNext()) {
            return Optional.empty();
        }
        String value = rest.next();
        rest.previous();
        return value.startsWith("--") ? Optional.empty() : Optional.of(value);
    }
}
