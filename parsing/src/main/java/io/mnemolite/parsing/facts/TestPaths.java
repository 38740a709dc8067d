package io.mnemolite.parsing.facts;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which files hold tests, by the names that build tools and test runners look for. */
final class TestPaths {

    private static final Set<String> FOLDERS =
            Set.of("test", "tests", "__tests__", "spec", "androidtest", "integrationtest", "testfixtures");

    private static final Pattern NAMES = Pattern.compile(
            "test_.*\\.py|.*_test\\.(py|go|rb|dart|exs|cc|cpp)|conftest\\.py|.*[._](test|spec)\\.[cm]?[jt]sx?|.*_spec\\.rb"
                    + "|.+Tests?\\.(java|kt|scala|cs|php|swift)");

    private TestPaths() {}

    static boolean isTest(String path) {
        if (("/" + path).contains("/src/main/")) {
            return false;
        }
        String[] parts = path.split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            if (FOLDERS.contains(parts[i].toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return NAMES.matcher(parts[parts.length - 1]).matches();
    }
}
