package org.fenchel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.stream.Collectors;

/** The house rules of the core, read from its class files. */
@AnalyzeClasses(packages = "org.fenchel", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    /** Bottom up: each package may use itself and those before it. */
    private static final List<String> ORDER = List.of(
            "kernel",
            "data",
            "catalogue",
            "loss",
            "penalty",
            "problem",
            "inference",
            "solver",
            "run",
            "model",
            "metric",
            "select");

    @ArchTest
    static void everyPackageHasItsPlaceInTheOrder(JavaClasses core) {
        assertThat(core.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .allMatch(name -> ORDER.contains(name.replaceFirst("org\\.fenchel\\.(\\w+).*", "$1")));
    }

    @ArchTest
    static void packagesUseOnlyThoseBelow(JavaClasses core) {
        for (int i = 0; i < ORDER.size(); i++) {
            String[] allowed =
                    ORDER.subList(0, i + 1).stream().map(ArchitectureTest::in).toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage(in(ORDER.get(i)))
                    .should()
                    .onlyDependOnClassesThat(
                            not(resideInAPackage("org.fenchel..")).or(resideInAnyPackage(allowed)))
                    .allowEmptyShould(true) // a package whose first class is still to come
                    .check(core);
        }
    }

    @ArchTest
    static void nothingPrints(JavaClasses core) {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(core);
    }

    @ArchTest
    static void onlyTheDriverHasAClock(JavaClasses core) {
        noClasses()
                .that()
                .resideOutsideOfPackage(in("run"))
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .check(core);
    }

    @ArchTest
    static void nothingReadsOrWritesFiles(JavaClasses core) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..")
                .check(core);
    }

    private static String in(String name) {
        return "org.fenchel." + name + "..";
    }
}
