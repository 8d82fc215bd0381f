package org.gridrollout.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Console;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.gridrollout.core.engine.RolloutEngineBuilder;
import org.junit.jupiter.api.Test;

/** The house as the design has it, read from the class files. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gridrollout.api", "org.gridrollout.core");

    private static final ArchRule ONE_WAY =
            slices().matching("org.gridrollout.core.(*)..").should().beFreeOfCycles();

    private static final ArchRule NO_INPUT_OR_OUTPUT = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..", "javax.sql..")
                    .or(type(File.class))
                    .or(type(FileInputStream.class))
                    .or(type(FileOutputStream.class))
                    .or(type(RandomAccessFile.class))
                    .or(type(PrintStream.class))
                    .or(type(Console.class)))
            .because("backends do input and output, the core decides");

    private static final ArchRule NO_CLOCK_AND_NO_CHANCE = noClasses()
            .should()
            .callMethodWhere(new ClockOrChance())
            .orShould()
            .callConstructorWhere(new ClockOrChance())
            .because("commands carry their instants, so that replay gives the same");

    @Test
    void packagesOfTheCoreDependOnOneAnotherInOneDirection() {
        ONE_WAY.check(HOUSE);
    }

    @Test
    void apiDependsOnNothingButAnnotations() {
        classes()
                .that()
                .resideInAPackage("org.gridrollout.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.gridrollout.api..",
                        "java..",
                        "javax.annotation.processing",
                        "org.jspecify.annotations",
                        "org.immutables.value")
                .check(HOUSE);
    }

    @Test
    void apiAndCoreDoNoInputAndOutput() {
        NO_INPUT_OR_OUTPUT.check(HOUSE);
    }

    /** Except for the defaults of an engine whose host gives neither a clock nor ids. */
    @Test
    void apiAndCoreReadNoClockAndThrowNoDice() {
        NO_CLOCK_AND_NO_CHANCE.check(HOUSE.that(DescribedPredicate.not(type(RolloutEngineBuilder.class))));
    }

    @Test
    void whoDoesItAllTheSameIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(Planted.class);
        assertThat(NO_INPUT_OR_OUTPUT.evaluate(planted).getFailureReport().getDetails())
                .anyMatch(each -> each.contains("java.nio.file.Files"));
        assertThat(NO_CLOCK_AND_NO_CHANCE.evaluate(planted).getFailureReport().getDetails())
                .anyMatch(each -> each.contains("java.time.Instant.now()"))
                .anyMatch(each -> each.contains("java.lang.System.nanoTime()"))
                .anyMatch(each -> each.contains("java.util.Date.<init>()"))
                .anyMatch(each -> each.contains("java.util.UUID.randomUUID()"));
    }

    private static final class ClockOrChance extends DescribedPredicate<JavaCall<?>> {

        private static final Set<String> OF_SYSTEM = Set.of("currentTimeMillis", "nanoTime");

        ClockOrChance() {
            super("a clock or chance is asked");
        }

        @Override
        public boolean test(JavaCall<?> call) {
            AccessTarget target = call.getTarget();
            JavaClass owner = target.getOwner();
            String name = target.getName();
            return (owner.isEquivalentTo(System.class) && OF_SYSTEM.contains(name))
                    || (owner.getPackageName().equals("java.time") && name.equals("now"))
                    || ((owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class))
                            && (name.startsWith("system") || name.startsWith("tick")))
                    || (owner.isEquivalentTo(Date.class)
                            && call.getTarget().getFullName().endsWith("<init>()"))
                    || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                    || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                    || owner.isAssignableTo(Random.class);
        }
    }

    /** Does what nobody in the core may do. */
    @SuppressWarnings({"unused", "JavaUtilDate", "JavaTimeDefaultTimeZone", "NowCall"})
    private static final class Planted {
        String everything(Path path) throws IOException {
            return Files.readString(path)
                    + Instant.now()
                    + LocalDate.now(Clock.systemUTC())
                    + System.nanoTime()
                    + new Date()
                    + UUID.randomUUID();
        }
    }
}
