package org.gridrollout.filesystem;

import java.io.IOException;
import java.util.Optional;
import org.gridrollout.filesystem.SignatureChecks.Arriving;
import org.gridrollout.filesystem.rpm.ByteSink;
import org.gridrollout.filesystem.rpm.RpmSignatures;
import org.jspecify.annotations.Nullable;

/** One package on its way in: its signatures are checked as it passes, and its metadata rendered before it is kept. */
final class Arrival implements Pool.Inspection {

    private final FragmentCache fragments;
    private final Optional<SignatureChecks> checks;
    private @Nullable Arriving arriving;

    Arrival(FragmentCache fragments, Optional<SignatureChecks> checks) {
        this.fragments = fragments;
        this.checks = checks;
    }

    @Override
    public Optional<ByteSink> begin(RpmSignatures signatures) throws IOException {
        if (checks.isEmpty()) {
            return Optional.empty();
        }
        Arriving begun = checks.get().begin(signatures);
        arriving = begun;
        return begun.check().needsPayload() ? Optional.of(begun.check()) : Optional.empty();
    }

    @Override
    public void admit(StoredPackage stored, String origin) {
        fragments.admit(stored, origin);
        Arriving arrived = arriving;
        if (arrived != null) {
            checks.ifPresent(each -> each.arrived(arrived, stored.sha256()));
        }
    }
}
