package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.filesystem.yum.Codec;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.Fragments;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunReaderTest {

    private static final IndexKind KIND = IndexKind.PRIMARY;
    private static final byte[] XML = "<package>voms</package>\n".getBytes(StandardCharsets.UTF_8);

    private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/srv/repository");
    private final Run run = Run.cut(List.of(voms()), List.of()).get(0);
    private final RunCache cache = cache();
    private final RunReader reader = new RunReader(cache, KIND, true);

    @BeforeEach
    void readTwice() throws IOException {
        cache.make(run, KIND, List.of(new Fragments(XML, XML, XML)));
        assertThat(open()).isEqualTo(XML);
        assertThat(open()).isEqualTo(XML);
    }

    @Test
    void needsNoFileOfARunAfterThat() throws IOException {
        Files.delete(cache.file(run, KIND));
        assertThat(open()).isEqualTo(XML);
    }

    private byte[] open() throws IOException {
        Member member = reader.read(run);
        int start = member.offset() + member.closed();
        return ByteBuffer.allocate(member.open())
                .put(member.bytes(), start, member.open())
                .array();
    }

    private RunCache cache() {
        Workers workers = new Workers(Runnable::run, 0);
        Disk disk = new Disk(Durability.UNSYNCED, Steps.UNWATCHED);
        Pool pool = new Pool(root, disk, workers, InstantSource.system(), Duration.ofSeconds(1));
        return new RunCache(root, Codec.GZIP, new FragmentCache(root, pool), workers);
    }

    private static PackageRef voms() {
        return new PackageRef(new Nevra("voms", Evr.of("1", "1"), "x86_64"), Digests.of(XML));
    }
}
