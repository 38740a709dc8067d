package io.mnemolite.parsing;

import java.util.regex.Pattern;

/** Tells files of tests by the customs of their languages. */
final class TestFiles {

    private static final Pattern DIRECTORY =
            Pattern.compile("(^|/)(tests?|testing|__tests__|specs?|e2e|testdata|androidTest|[a-zA-Z]+\\.Tests?)/");
    private static final Pattern NAME = Pattern.compile(
            "(.*(Test|Tests|TestCase|IT|ITCase|Spec|Specs)\\.(java|kt|kts|scala|groovy|cs|fs|swift|php|cpp|cc|m|dart))"
                    + "|(Test[A-Z0-9].*\\.(java|kt|scala))"
                    + "|(test_.*\\.(py|rb|c|cc|cpp|sh|lua))|(.*_(test|tests|spec|unittest)\\.[a-z+]+)|(conftest\\.py)|(tests?\\.(py|rs))"
                    + "|(.*[.-](test|spec|cy|e2e)\\.[cm]?[jt]sx?)|(.*\\.bats)");

    private TestFiles() {}

    static boolean isTest(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return DIRECTORY.matcher(path).find() || NAME.matcher(name).matches();
    }
}
