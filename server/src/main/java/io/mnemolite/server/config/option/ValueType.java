package io.mnemolite.server.config.option;

import static java.util.stream.Collectors.joining;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What values an option takes.
 *
 * @param name what stands in help in place of a value: {@code NUMBER}
 * @param accepts what is accepted, to be read after "give": {@code a whole number from 1 to 10}
 * @param words the words it knows, if it knows only words
 * @param parser the value of a text that is stripped and not empty; empty when the text means nothing
 */
public record ValueType<T>(String name, String accepts, List<String> words, Function<String, Optional<T>> parser) {

    public ValueType {
        words = List.copyOf(words);
    }

    /** A type that knows any number of values. */
    public static <T> ValueType<T> of(String name, String accepts, Function<String, Optional<T>> parser) {
        return new ValueType<>(name, accepts, List.of(), parser);
    }

    public Optional<T> parse(String text) {
        return parser.apply(text.strip());
    }

    /** Whether the option may stand on the command line without a value, which then is true. */
    public boolean isFlag() {
        return name.equals("BOOLEAN");
    }

    public static ValueType<String> text() {
        return of("TEXT", "a text", Optional::of);
    }

    public static ValueType<Secret> secret() {
        return of("TEXT", "a text", text -> Optional.of(new Secret(text)));
    }

    public static ValueType<Path> path() {
        return of("PATH", "a path", text -> {
            try {
                return Optional.of(Path.of(text));
            } catch (InvalidPathException noPath) {
                return Optional.empty();
            }
        });
    }

    /** Texts between commas; blank ones are dropped. */
    public static ValueType<List<String>> list() {
        return of(
                "LIST",
                "a list with commas in between",
                text -> Optional.of(Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList()));
    }

    public static ValueType<Boolean> bool() {
        return of("BOOLEAN", "true or false (also 1 or 0, yes or no)", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> Optional.of(true);
            case "false", "0", "no" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    public static ValueType<Integer> integer(int minimum, int maximum) {
        return of("NUMBER", "a whole number from " + minimum + " to " + maximum, text -> {
            try {
                return Optional.of(Integer.valueOf(text)).filter(value -> value >= minimum && value <= maximum);
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        });
    }

    /**
     * A length of time with a unit ({@link Quantity#duration}).
     *
     * @param unit the unit of a bare number
     * @param minimum the shortest, written as such a length
     * @param maximum the longest, written as such a length
     */
    public static ValueType<Duration> duration(String unit, String minimum, String maximum) {
        Duration shortest = Quantity.duration(minimum, unit).orElseThrow();
        Duration longest = Quantity.duration(maximum, unit).orElseThrow();
        String accepts = "a time from " + minimum + " to " + maximum + " with its unit (ms, s, m, h, d; none means ";
        return of(
                "TIME",
                accepts + unit + ")",
                text -> Quantity.duration(text, unit)
                        .filter(value -> value.compareTo(shortest) >= 0 && value.compareTo(longest) <= 0));
    }

    /**
     * A count of bytes with a unit ({@link Quantity#bytes}).
     *
     * @param minimum the fewest, written as such a count
     * @param maximum the most, written as such a count
     */
    public static ValueType<Long> bytes(String minimum, String maximum) {
        long fewest = Quantity.bytes(minimum).orElseThrow();
        long most = Quantity.bytes(maximum).orElseThrow();
        String accepts = "a size from " + minimum + " to " + maximum + " with its unit (KB, MB, GB, KiB, MiB, GiB; none"
                + " means bytes)";
        return of("SIZE", accepts, text -> Quantity.bytes(text).filter(value -> value >= fewest && value <= most));
    }

    /** One of the constants of an enum, in any case, written with dashes. */
    public static <E extends Enum<E>> ValueType<E> choice(Class<E> constants) {
        return choice(constants, Map.of());
    }

    /**
     * One of the constants of an enum, in any case, written with dashes.
     *
     * @param synonyms other words that are understood, in lower case
     */
    public static <E extends Enum<E>> ValueType<E> choice(Class<E> constants, Map<String, E> synonyms) {
        List<String> words =
                Arrays.stream(constants.getEnumConstants()).map(ValueType::word).toList();
        String name = String.join("|", words);
        String accepts = words.stream().limit(words.size() - 1L).collect(joining(", ")) + " or " + words.getLast();
        return new ValueType<>(name, accepts, words, text -> {
            String lower = text.toLowerCase(Locale.ROOT);
            return Arrays.stream(constants.getEnumConstants())
                    .filter(constant -> word(constant).equals(lower))
                    .findFirst()
                    .or(() -> Optional.ofNullable(synonyms.get(lower)));
        });
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
