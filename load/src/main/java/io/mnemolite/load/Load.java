package io.mnemolite.load;

import io.mnemolite.load.result.OptimizationPage;
import io.mnemolite.load.result.Page;
import io.mnemolite.load.server.TargetException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entry point of {@code ./dev load}. */
public final class Load {

    private static final String WORK = "target/load";

    private Load() {}

    public static void main(String... arguments) throws IOException {
        Path project = Path.of(System.getProperty("mnemolite.project", "."))
                .toAbsolutePath()
                .normalize();
        // Gatling keeps a note of its first start among the preferences; it belongs to the build's folder as well.
        System.setProperty("java.util.prefs.userRoot", project.resolve(WORK).toString());
        System.exit(run(project, System.out, System.err, arguments));
    }

    /** The exit code: 0 when all went as promised, 1 when it did not, 2 when the arguments are wrong. */
    static int run(Path project, PrintStream out, PrintStream err, String... arguments) throws IOException {
        if (arguments.length > 0 && List.of("--help", "-h", "help").contains(arguments[0])) {
            out.print(Arguments.HELP);
            return 0;
        }
        Path work = project.resolve(WORK);
        try {
            Arguments asked = Arguments.of(arguments);
            return switch (asked.command()) {
                case PAGE -> page(project, work, out, err);
                case OPTIMIZATION -> new Optimization(asked, project, work, out::println).run() ? 0 : 1;
                case NORMAL, STRESS, SPIKE, OVERLOAD, SMOKE ->
                    new Run(asked, project, work, out::println).run() ? 0 : 1;
            };
        } catch (UsageException e) {
            err.println(e.getMessage() + "\n");
            err.print(Arguments.HELP);
            return 2;
        } catch (TargetException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static int page(Path project, Path work, PrintStream out, PrintStream err) throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        Page.of(work).ifPresent(text -> pages.put("load.md", text));
        OptimizationPage.of(work).ifPresent(text -> pages.put("optimization.md", text));
        if (pages.isEmpty()) {
            err.println("There is no summary in " + work
                    + "; run ./dev load normal, stress, spike, overload or optimization first.");
            return 1;
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = project.resolve("docs/benchmarks").resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
            out.println(file);
        }
        return 0;
    }
}
