package org.gridrollout.filesystem.yum;

import java.util.List;
import java.util.stream.Stream;
import org.gridrollout.api.software.Capability;
import org.gridrollout.filesystem.rpm.RpmMetadata;

/** A package's dependencies as repository metadata states them: without what every client would throw away. */
record Dependencies(
        List<Capability> provides,
        List<Capability> requires,
        List<Capability> conflicts,
        List<Capability> obsoletes,
        List<Capability> suggests,
        List<Capability> enhances,
        List<Capability> recommends,
        List<Capability> supplements) {

    static Dependencies of(RpmMetadata rpm) {
        Requirements requirements = new Requirements(rpm);
        Stream<Capability> mayBeMissing = rpm.optionalRequires().stream().filter(requirements::tellSomething);
        return new Dependencies(
                writable(rpm.provides().stream()),
                requirements.inOrder(writable(rpm.requires().stream())),
                writable(rpm.conflicts().stream()),
                writable(rpm.obsoletes().stream()),
                writable(rpm.suggests().stream()),
                writable(rpm.enhances().stream()),
                writable(Stream.concat(mayBeMissing, rpm.recommends().stream())),
                writable(rpm.supplements().stream()));
    }

    private static List<Capability> writable(Stream<Capability> all) {
        return all.filter(each -> EntryVersion.hasNumericEpoch(each.version())).toList();
    }
}
