package io.mnemolite.load;

import io.mnemolite.load.result.PhaseResult;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the command line asks for.
 *
 * @param url the server to drive; a server of its own when empty
 * @param rate requests a second: in {@code stress} of the first step
 * @param seconds of the measured phase: in {@code stress} of a step, in {@code spike} and {@code overload} of the peak
 * @param events how many the store is filled with
 * @param isMock whether a server of its own makes vectors from a hash instead of the model
 * @param longestP99 what {@code normal} allows, in milliseconds
 * @param knee the rate that {@code spike} and {@code overload} multiply; found when empty
 * @param users how many ask in {@code optimization}, each again as soon as it has its answer
 */
record Arguments(
        Command command,
        Optional<String> url,
        int rate,
        int seconds,
        int events,
        boolean isMock,
        int longestP99,
        OptionalInt knee,
        int users) {

    static final String HELP = """
        ./dev load normal|stress|spike|optimization|overload|smoke [options]
        ./dev load page

          normal        mixed traffic at a steady rate: 40 % search, 20 % events, 20 % indexing, 15 % graph, 5 % health
          stress        the same at rates that rise step by step, until p99 > 100 ms or refusals say that it is enough
          spike         from 0.3 to 5 times the knee within a second, and back
          optimization  few connections and no caches against the production profile: the same store, the same requests
          overload      2, 5 and 10 times the knee of a server and PostgreSQL on one core, the generator on another
          smoke         a short normal run with mock vectors and a small store, for CI
          page          write docs/benchmarks/load.md and optimization.md from the summaries in target/load

          --url URL     drive this server instead of one of its own; it is filled first and cleaned afterwards
                        (not for optimization and overload, which start servers of their own)
          --rate N      requests a second; of stress the first step (normal 100, stress 50, smoke 50)
          --seconds N   of the measured phase, of a step, of the peak, of a round
                        (normal 60, stress 8, spike 5, optimization 15, overload 5, smoke 10)
          --events N    events the store is filled with (20000, optimization and overload 10000, smoke 500)
          --model NAME  real (the default, except for smoke) or mock, for a server of its own
          --p99 N       the longest p99 that normal allows, in milliseconds (100)
          --knee N      what spike and overload multiply; without it spike takes that of the last stress run, or looks
          --users N     how many ask in optimization, each again as soon as it has its answer (50)

        Exit code 0: all promises kept; 1: one was not, or the server failed; 2: the arguments are wrong.
        """;

    private static final String NAMES = "normal, stress, spike, optimization, overload or smoke";
    private static final int USERS = 50;
    private static final int HIGHEST = 1_000_000;

    /** What is done; the name in small letters is the argument. */
    enum Command {
        NORMAL(100, 60, 20_000),
        STRESS(50, 8, 20_000),
        SPIKE(0, 5, 20_000),
        OPTIMIZATION(0, 15, 10_000),
        OVERLOAD(0, 5, 10_000),
        SMOKE(50, 10, 500),
        PAGE(0, 0, 0);

        private final int rate;
        private final int seconds;
        private final int events;

        Command(int rate, int seconds, int events) {
            this.rate = rate;
            this.seconds = seconds;
            this.events = events;
        }

        boolean startsServers() {
            return this == OPTIMIZATION || this == OVERLOAD;
        }

        String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@link UsageException} when they cannot be meant. */
    static Arguments of(String... arguments) {
        if (arguments.length == 0) {
            throw new UsageException("No scenario is named; name " + NAMES + ".");
        }
        Command command = command(arguments[0]);
        Optional<String> url = Optional.empty();
        int rate = command.rate;
        int seconds = command.seconds;
        int events = command.events;
        boolean isMock = command == Command.SMOKE;
        int longestP99 = (int) PhaseResult.PROMISED_P99;
        OptionalInt knee = OptionalInt.empty();
        int users = USERS;
        for (int i = 1; i < arguments.length; i += 2) {
            String option = arguments[i];
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            switch (option) {
                case "--url" -> url = Optional.of(url(value));
                case "--rate" -> rate = number(option, value);
                case "--seconds" -> seconds = number(option, value);
                case "--events" -> events = number(option, value);
                case "--p99" -> longestP99 = number(option, value);
                case "--knee" -> knee = OptionalInt.of(number(option, value));
                case "--users" -> users = number(option, value);
                case "--model" -> isMock = isMock(value);
                default ->
                    throw new UsageException("There is no option '" + option + "'; see ./dev load --help for those.");
            }
        }
        if (url.isPresent() && command.startsServers()) {
            throw new UsageException("--url is '" + url.get() + "', but " + command.shown()
                    + " starts servers of its own; leave --url away.");
        }
        return new Arguments(command, url, rate, seconds, events, isMock, longestP99, knee, users);
    }

    private static Command command(String name) {
        for (Command command : Command.values()) {
            if (command.shown().equals(name)) {
                return command;
            }
        }
        throw new UsageException("There is no scenario '" + name + "'; name " + NAMES + ", or page for the report.");
    }

    private static int number(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of bounds.
        }
        throw new UsageException(option + " is '" + text + "'; give a whole number from 1 to " + HIGHEST + ", such as "
                + option + " 100.");
    }

    private static String url(String text) {
        String shown = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        try {
            URI uri = URI.create(shown);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return shown;
            }
        } catch (IllegalArgumentException e) {
            // Said below, as for another scheme.
        }
        throw new UsageException(
                "--url is '" + text + "'; give the address of a running server, such as --url http://127.0.0.1:8001.");
    }

    private static boolean isMock(String text) {
        return switch (text) {
            case "mock" -> true;
            case "real" -> false;
            default -> throw new UsageException("--model is '" + text + "'; give real or mock.");
        };
    }
}
