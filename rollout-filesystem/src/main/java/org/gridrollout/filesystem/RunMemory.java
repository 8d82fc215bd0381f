package org.gridrollout.filesystem;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridrollout.api.software.Sha256;
import org.gridrollout.filesystem.yum.IndexKind;
import org.gridrollout.filesystem.yum.Member;

/**
 * Members that this process reads again and again: sooner had from memory than read and checked anew. The virtual machine
 * takes them back before it runs short of memory, or when they were not used for a while. What is read only once is not
 * copied there. Thread-safe.
 */
final class RunMemory {

    private final long most;
    private final Set<Name> readOnce = new HashSet<>();
    private final Map<Name, Kept> members = new HashMap<>();
    private long size;

    /** @param most bytes that are kept at once */
    RunMemory(long most) {
        this.most = most;
    }

    /** A run's member; must not be changed. Nothing until it was read twice, and when it was taken back. */
    synchronized Optional<Member> find(Sha256 run, IndexKind kind) {
        Name name = new Name(run, kind);
        Kept kept = members.get(name);
        Member member = kept == null ? null : kept.member.get();
        if (member == null) {
            drop(name);
        }
        return Optional.ofNullable(member);
    }

    /** Takes note that it was not found here, and read whole elsewhere; copies what is read for the second time. */
    synchronized void wasRead(Sha256 run, IndexKind kind, Member member) {
        Name name = new Name(run, kind);
        int length = member.closed() + member.open();
        if (!readOnce.add(name) && !members.containsKey(name) && size + length <= most) {
            byte[] bytes = Arrays.copyOfRange(member.bytes(), member.offset(), member.offset() + length);
            members.put(name, new Kept(new Member(bytes, 0, member.closed(), member.open()), length));
            size += length;
        }
    }

    /** It is not needed any more. */
    synchronized void forget(Sha256 run) {
        for (IndexKind kind : IndexKind.values()) {
            Name name = new Name(run, kind);
            readOnce.remove(name);
            drop(name);
        }
    }

    private void drop(Name name) {
        Kept gone = members.remove(name);
        size -= gone == null ? 0 : gone.length;
    }

    private record Name(Sha256 run, IndexKind kind) {}

    /** @param length known when the member is taken back */
    private record Kept(SoftReference<Member> member, int length) {

        Kept(Member member, int length) {
            this(new SoftReference<>(member), length);
        }
    }
}
