package io.mnemolite.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom. ARCHITECTURE.md says why. */
class ArchitectureTest {

    private static final String[] ADAPTERS = {"postgres", "lucene", "parsing", "embedding", "cache"};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.mnemolite");

    @Test
    void core_importsNothingButTheJdkAndTheTreeModel() {
        classes()
                .that()
                .resideInAPackage("io.mnemolite.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.mnemolite.core..",
                        "java..",
                        "org.jspecify.annotations",
                        "org.slf4j",
                        "com.fasterxml.jackson.databind",
                        "com.fasterxml.jackson.databind.node",
                        "com.fasterxml.jackson.core")
                .check(CLASSES);
    }

    /** What is looked for does not depend on where it is looked for, nor on how it is stored. */
    @Test
    void detectionOfSecrets_knowsNothingOfTheRestOfTheProduct() {
        classes()
                .that()
                .resideInAPackage("io.mnemolite.core.secret")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.mnemolite.core.secret",
                        "java..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson.databind",
                        "com.fasterxml.jackson.databind.node",
                        "com.fasterxml.jackson.core")
                .check(CLASSES);
    }

    @Test
    void adapters_neverImportEachOtherOrTheServer() {
        for (String adapter : ADAPTERS) {
            for (String other : ADAPTERS) {
                if (!adapter.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage("io.mnemolite." + adapter + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("io.mnemolite." + other + "..", "io.mnemolite.server..")
                            .check(CLASSES);
                }
            }
        }
    }

    @Test
    void deployment_seesPostgresAloneOfTheAdapters() {
        classes()
                .that()
                .resideInAPackage("io.mnemolite.deployment..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.mnemolite.deployment..",
                        "io.mnemolite.postgres",
                        "io.mnemolite.postgres.backup",
                        "io.mnemolite.core.error",
                        "java..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson..",
                        "org.apache.commons.compress..")
                .check(CLASSES);
    }

    /** What comes next is a function of the journal, so that it can be tested whole. */
    @Test
    void plan_ofADeployment_knowsNothingOfTheMachine() {
        classes()
                .that()
                .resideInAPackage("io.mnemolite.deployment.plan")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.mnemolite.deployment.plan",
                        "java.lang..",
                        "java.util..",
                        "java.time",
                        "org.jspecify.annotations")
                .check(CLASSES);
    }

    @Test
    void wiring_isTheOnlyPackageOfTheServerThatSeesAdapters() {
        noClasses()
                .that()
                .resideInAPackage("io.mnemolite.server..")
                .and()
                .resideOutsideOfPackage("io.mnemolite.server.wiring")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.mnemolite.postgres..",
                        "io.mnemolite.lucene..",
                        "io.mnemolite.parsing..",
                        "io.mnemolite.embedding..",
                        "io.mnemolite.cache..")
                .check(CLASSES);
    }

    @Test
    void web_seesNeitherRestNorOperationsAndIsSeenByNobody() {
        noClasses()
                .that()
                .resideInAPackage("io.mnemolite.server.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.mnemolite.server.rest..", "io.mnemolite.server.ops..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.mnemolite.server.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.mnemolite.server.web..")
                .check(CLASSES);
    }

    @Test
    void mcp_seesNoOtherWayIn_andIsSeenByTheWiringAlone() {
        noClasses()
                .that()
                .resideInAPackage("io.mnemolite.server.mcp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.mnemolite.server.rest..", "io.mnemolite.server.ops..", "io.mnemolite.server.web..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("io.mnemolite.server.mcp..", "io.mnemolite.server.wiring")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.mnemolite.server.mcp..")
                .check(CLASSES);
    }

    /** What a tool does is the same for every revision of the protocol. */
    @Test
    void tools_knowNeitherProtocolNorFramework() {
        noClasses()
                .that()
                .resideInAPackage("io.mnemolite.server.mcp..")
                .and()
                .resideOutsideOfPackage("io.mnemolite.server.mcp.protocol")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.mnemolite.server.mcp.protocol",
                        "io.quarkus..",
                        "io.quarkiverse..",
                        "io.vertx..",
                        "jakarta..")
                .check(CLASSES);
    }

    @Test
    void frameworks_areImportedInTheServerAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.mnemolite.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..", "io.smallrye..", "io.micrometer..")
                .check(CLASSES);
    }

    @Test
    void configuration_isPlainJava() {
        noClasses()
                .that()
                .resideInAPackage("io.mnemolite.server.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..", "io.smallrye..")
                .check(CLASSES);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.mnemolite.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void files_areShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .toList()) {
                long lines = Files.readAllLines(file).size();
                if (lines > 500) {
                    tooLong.add(file + ": " + lines);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }
}
