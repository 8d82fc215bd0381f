package org.gridrollout.filesystem;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.api.software.Sha256;

/** Which content has which file name already: in the tree, once in the tree, or earlier in the same import. */
final class ImportedNames {

    private final OfferedNames offered;
    private final Manifest current;
    private final Map<String, Sha256> holders = new HashMap<>();
    private final Map<Sha256, Long> withdrawn = new HashMap<>();
    private final Map<Sha256, Path> files = new HashMap<>();

    ImportedNames(Manifest current, OfferedNames offered) {
        this.offered = offered;
        this.current = current;
        current.packages().forEach(each -> holders.put(PackageLocation.of(each.nevra()), each.sha256()));
        current.keptPackages().forEach((ref, generation) -> withdrawn.put(ref.sha256(), generation));
        current.withdrawn().forEach(each -> {
            holders.put(each.location(), each.sha256());
            withdrawn.put(each.sha256(), each.generation());
        });
    }

    /** Why a package from that file cannot have its name. */
    Optional<String> problem(PackageRef ref, Path file) throws IOException {
        String location = PackageLocation.of(ref.nevra());
        if (!holders.containsKey(location)) {
            Optional<OfferedNames.Offered> collected = offered.of(location);
            collected.ifPresent(each -> withdrawn.put(each.sha256(), each.generation()));
            holders.put(location, collected.map(OfferedNames.Offered::sha256).orElse(ref.sha256()));
        }
        Sha256 holder = holders.get(location);
        if (!ref.sha256().equals(holder)) {
            String where = files.containsKey(holder) ? files.get(holder).toString() : "what was published there";
            return Optional.of("It has the name of " + where + " but other content; raise its release.");
        }
        files.putIfAbsent(ref.sha256(), file);
        return Optional.empty();
    }

    /** Whether clients have it already. */
    boolean isOffered(PackageRef ref) {
        return current.holdings().contains(ref);
    }

    /** Which generation took it out of the repository. */
    Optional<Long> withdrawn(PackageRef ref) {
        return Optional.ofNullable(withdrawn.get(ref.sha256()));
    }
}
