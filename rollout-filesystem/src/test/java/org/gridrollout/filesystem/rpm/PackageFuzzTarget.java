package org.gridrollout.filesystem.rpm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.api.spi.UnreadablePackageException;
import org.gridrollout.filesystem.yum.Fragments;
import org.gridrollout.testkit.rpm.RpmBuilder;

/**
 * What Jazzer calls with bytes of its own making, told by coverage what leads deeper. Anything but a reading or a typed
 * refusal is a finding. Run it with {@code ./mvnw -Pfuzz -pl rollout-filesystem -am test -DskipTests -Dfuzz.seconds=60}.
 */
public final class PackageFuzzTarget {

    private static final Sha256 ANY = new Sha256("0".repeat(64));

    /** A lead and a signature header that states no digest, so that the header behind may be anything. */
    private static final byte[] BEFORE_THE_HEADER = beforeTheHeader();

    private PackageFuzzTarget() {}

    /** One input: as a file, and as the header of one. */
    public static void fuzzerTestOneInput(byte[] data) {
        read(data);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(BEFORE_THE_HEADER);
        file.writeBytes(data);
        read(file.toByteArray());
    }

    private static void read(byte[] file) {
        try {
            RpmMetadata rpm = RpmReader.read(new ByteArrayInputStream(file), "fuzzed.rpm");
            Fragments.render(rpm, ANY, file.length, "Packages/f/fuzzed.rpm", "fuzzed.rpm");
        } catch (UnreadablePackageException refused) {
            return;
        }
    }

    /**
     * Writes the valid headers that mutation begins with, and hands over to Jazzer.
     *
     * @param arguments a directory for the corpus; what is for Jazzer
     */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        Path corpus = Files.createDirectories(Path.of(arguments[0]));
        int number = 0;
        for (byte[] seed : seeds()) {
            Files.write(corpus.resolve("seed" + number++), seed);
        }
        List<String> jazzer = new ArrayList<>(Arrays.asList(arguments).subList(1, arguments.length));
        jazzer.add("--target_class=" + PackageFuzzTarget.class.getName());
        jazzer.add("--instrumentation_includes=org.gridrollout.filesystem.**");
        jazzer.add(corpus.toString());
        // not a dependency of the tests: the profile brings it
        Class.forName("com.code_intelligence.jazzer.Jazzer")
                .getMethod("main", String[].class)
                .invoke(null, (Object) jazzer.toArray(String[]::new));
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (RpmBuilder each : List.of(
                RpmBuilder.of("voms", "1", "1"),
                RpmBuilder.of("voms", "2.1", "1.el9")
                        .requires(Capability.of("a", Capability.Relation.GE, "1"), Capability.of("(b if c)"))
                        .recommends(Capability.of("d"))
                        .file("/etc/voms.conf", "x")
                        .directory("/var/voms")
                        .ghost("/run/voms"),
                RpmBuilder.of("voms", "3", "1").asSource())) {
            byte[] whole = each.build();
            RpmMetadata rpm = RpmReader.read(new ByteArrayInputStream(whole), "seed.rpm");
            seeds.add(whole);
            seeds.add(Arrays.copyOfRange(whole, (int) rpm.headerStart(), whole.length));
        }
        return seeds;
    }

    private static byte[] beforeTheHeader() {
        byte[] lead = Arrays.copyOf(RpmBuilder.of("voms", "1", "1").build(), 96);
        ByteBuffer signature = ByteBuffer.allocate(16 + 16 + 8);
        signature.putInt(0x8EAD_E801).putInt(0).putInt(1).putInt(4);
        signature.putInt(1007).putInt(4).putInt(0).putInt(1); // PAYLOADSIZE, one number
        signature.putInt(0).putInt(0); // that number, and padding to eight bytes
        ByteArrayOutputStream before = new ByteArrayOutputStream();
        before.writeBytes(lead);
        before.writeBytes(signature.array());
        return before.toByteArray();
    }
}
