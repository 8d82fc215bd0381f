package org.gridrollout.filesystem;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
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
    private final Map<Name, Held> members = new HashMap<>();
    private final ReferenceQueue<Member> takenBack = new ReferenceQueue<>();
    private long size;

    /** @param most bytes that are kept at once */
    RunMemory(long most) {
        this.most = most;
    }

    /** A run's member; must not be changed. Nothing until it was read twice, and when it was taken back. */
    synchronized Optional<Member> find(Sha256 run, IndexKind kind) {
        return Optional.ofNullable(members.get(new Name(run, kind))).map(Reference::get);
    }

    /** Takes note that it was read, and is what it should be; copies what is read for the second time. */
    synchronized void wasRead(Sha256 run, IndexKind kind, Member member) {
        Name name = new Name(run, kind);
        if (!readOnce.add(name) && find(run, kind).isEmpty()) {
            drop(name);
            countTakenBack();
            int length = member.closed() + member.open();
            if (size + length <= most) {
                byte[] bytes = Arrays.copyOfRange(member.bytes(), member.offset(), member.offset() + length);
                Member copy = new Member(bytes, 0, member.closed(), member.open());
                members.put(name, new Held(name, copy, takenBack));
                size += length;
            }
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
        Held gone = members.remove(name);
        size -= gone == null ? 0 : gone.length;
    }

    private void countTakenBack() {
        for (Reference<?> each = takenBack.poll(); each != null; each = takenBack.poll()) {
            if (each instanceof Held held && members.remove(held.name, held)) {
                size -= held.length;
            }
        }
    }

    private record Name(Sha256 run, IndexKind kind) {}

    private static final class Held extends SoftReference<Member> {

        private final Name name;
        private final int length;

        Held(Name name, Member member, ReferenceQueue<Member> takenBack) {
            super(member, takenBack);
            this.name = name;
            this.length = member.bytes().length;
        }
    }
}
