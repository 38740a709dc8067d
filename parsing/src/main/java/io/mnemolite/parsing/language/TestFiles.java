package io.mnemolite.parsing.language;

import java.util.regex.Pattern;

/**
 * Tells files of tests by the customs of build tools and languages, for search and graph alike. A folder {@code testing} is
 * none of them: as often it is a library for tests, which the product's own code uses.
 */
public final class TestFiles {

    private static final Pattern MAIN = Pattern.compile("(^|/)src/main/");
    private static final Pattern DIRECTORY = Pattern.compile(
            "(^|/)((?i:tests?|__tests__|e2e|testdata|testfixtures|androidTest|integrationTest)|[a-zA-Z]+\\.Tests?)/");
    /** Only where tests are called so: elsewhere a specification is a thing of the product, as in java.security.spec. */
    private static final Pattern SPECIFICATION =
            Pattern.compile("(.*/)?specs?/.*\\.(rb|[cm]?[jt]sx?)|.*Specs?\\.(scala|groovy)");

    private static final Pattern NAME = Pattern.compile(
            "(.+(Test|Tests|TestCase|[a-z0-9]IT|ITCase)\\.(java|kt|kts|scala|groovy|cs|fs|swift|php|cpp|cc|m|dart))"
                    + "|(Test[A-Z0-9].*\\.(java|kt|scala))"
                    + "|(test_.*\\.(py|rb|c|cc|cpp|sh|lua))|(.*_(test|tests|spec|unittest)\\.[a-z+]+)|(conftest\\.py)|(tests?\\.(py|rs))"
                    + "|(.*[._-](test|spec|cy|e2e)\\.[cm]?[jt]sx?)|(.*\\.bats)");

    private TestFiles() {}

    /** @param saysSo whether the text does what only tests do, such as importing a framework for them */
    public static boolean isTest(String path, boolean saysSo) {
        if (MAIN.matcher(path).find()) {
            return false;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return saysSo
                || DIRECTORY.matcher(path).find()
                || SPECIFICATION.matcher(path).matches()
                || NAME.matcher(name).matches();
    }
}
