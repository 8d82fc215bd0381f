package org.gridrollout.filesystem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.gridrollout.api.software.PackageRef;
import org.gridrollout.filesystem.Survey.Mending;
import org.gridrollout.filesystem.openpgp.ArmoredPublicKey;
import org.gridrollout.filesystem.openpgp.ArmoredSignature;
import org.gridrollout.filesystem.upkeep.Damage;
import org.gridrollout.filesystem.yum.Digests;
import org.gridrollout.filesystem.yum.IndexListing;
import org.gridrollout.filesystem.yum.OpenIndex;
import org.gridrollout.filesystem.yum.RepomdReader;

/** Looks at what clients read of one generation: {@code repomd.xml}, and the indexes that it names. */
final class RepodataSurvey {

    private static final String ANEW = "Repair publishes the same packages as a new generation.";

    private final Tree tree;
    private final Path generation;
    private final Manifest manifest;
    private final Repodata repodata;
    private final boolean signed;
    private final Mending republish;

    /** @param signed whether the metadata is to be */
    RepodataSurvey(Tree tree, Manifest manifest, Disk disk, boolean signed, Mending republish) {
        this.tree = tree;
        this.generation = tree.generation(manifest.number());
        this.manifest = manifest;
        this.repodata = new Repodata(tree, disk);
        this.signed = signed;
        this.republish = republish;
    }

    void look(Instant now, Survey survey) throws IOException {
        for (String each : Repodata.FIRST_READ) {
            if (Files.exists(generation.resolve(each)) || each.equals(Repodata.REPOMD)) {
                lookHowItIsServed(each, survey);
            }
        }
        lookAtWhatIsServed(now, survey);
    }

    private void lookHowItIsServed(String name, Survey survey) throws IOException {
        Path link = tree.repodata().resolve(name);
        switch (repodata.look(name)) {
            case AS_INTENDED -> {}
            case NOT -> wrong(kindOf(name), link, link + " is missing.", survey);
            case OTHERWISE ->
                survey.lost(
                        Damage.Kind.LINK_BROKEN,
                        link,
                        link
                                + " does not lead clients to the current generation: it was not put there by this library.",
                        "Move it away; then repair puts the right link there.");
        }
    }

    private static Damage.Kind kindOf(String name) {
        return name.equals(Repodata.REPOMD) ? Damage.Kind.REPOMD_WRONG : Damage.Kind.SIGNATURE_WRONG;
    }

    private void lookAtWhatIsServed(Instant now, Survey survey) throws IOException {
        Path file = generation.resolve(Repodata.REPOMD);
        Optional<byte[]> repomd = read(file);
        if (repomd.isEmpty()) {
            wrong(Damage.Kind.REPOMD_WRONG, file, file + " is missing.", survey);
            return;
        }
        survey.looked(repomd.get().length);
        if (!manifest.repomd().equals(Optional.of(Digests.of(repomd.get())))) {
            wrong(Damage.Kind.REPOMD_WRONG, file, file + " was changed since it was published.", survey);
            return;
        }
        lookAtSignature(repomd.get(), now, survey);
        List<RepomdReader.Entry> entries;
        try {
            entries = RepomdReader.read(repomd.get());
        } catch (IOException e) {
            wrong(Damage.Kind.REPOMD_WRONG, file, file + " cannot be read: " + e.getMessage() + ".", survey);
            return;
        }
        List<String> named = entries.stream().map(RepomdReader.Entry::fileName).toList();
        if (!new TreeSet<>(named).equals(new TreeSet<>(manifest.indexFiles()))) {
            wrong(Damage.Kind.REPOMD_WRONG, file, file + " names other indexes than the manifest.", survey);
            return;
        }
        for (RepomdReader.Entry each : entries) {
            look(each, survey);
        }
    }

    /** A signature that is there has to fit, by the key beside it if there is one; where there is a signer, it has to be there. */
    private void lookAtSignature(byte[] repomd, Instant now, Survey survey) throws IOException {
        Path file = generation.resolve(Repodata.SIGNATURE);
        Optional<byte[]> signature = read(file);
        Optional<byte[]> key = read(generation.resolve(Repodata.KEY));
        if (signature.isPresent()) {
            survey.looked(signature.get().length);
            ArmoredSignature.problem(signature.get(), repomd, key.map(ArmoredPublicKey::new), now)
                    .ifPresent(problem -> wrong(
                            Damage.Kind.SIGNATURE_WRONG,
                            file,
                            "Signature " + file + " does not fit: " + problem,
                            survey));
        } else if (key.isPresent() || signed) {
            wrong(Damage.Kind.SIGNATURE_WRONG, file, file + " is missing.", survey);
        }
    }

    private void look(RepomdReader.Entry entry, Survey survey) throws IOException {
        Path file = tree.repodata().resolve(entry.fileName());
        try {
            survey.looked(Files.size(file));
            if (Files.size(file) != entry.size()
                    || !digest(Files.newInputStream(file)).equals(entry.checksum())) {
                wrong(Damage.Kind.INDEX_CORRUPT, file, "Index " + file + " was changed.", survey);
            } else if (!opensAsStated(file, entry)) {
                wrong(Damage.Kind.INDEX_WRONG, file, "Index " + file + " has another open checksum.", survey);
            } else if (!listsThePackages(entry.type(), file)) {
                wrong(
                        Damage.Kind.INDEX_WRONG,
                        file,
                        "Index " + file + " lists other packages than the manifest.",
                        survey);
            }
        } catch (NoSuchFileException e) {
            wrong(Damage.Kind.INDEX_CORRUPT, file, "Index " + file + " is missing.", survey);
        }
    }

    private static boolean opensAsStated(Path file, RepomdReader.Entry entry) throws IOException {
        return entry.openChecksum().isEmpty()
                || digest(OpenIndex.of(file)).equals(entry.openChecksum().get());
    }

    private boolean listsThePackages(String type, Path file) throws IOException {
        if (!IndexListing.TYPES.contains(type)) {
            return true; // it is not about each package
        }
        Map<String, String> expected = new HashMap<>();
        for (PackageRef each : manifest.packages()) {
            expected.put(
                    each.sha256().hex(),
                    type.equals(IndexListing.PRIMARY) ? PackageLocation.of(each.nevra()) : each.component());
        }
        try (InputStream in = OpenIndex.of(file)) {
            return IndexListing.read(type, in).equals(expected);
        }
    }

    private void wrong(Damage.Kind kind, Path file, String sentence, Survey survey) {
        survey.mendable(kind, file, sentence, ANEW, republish);
    }

    private static String digest(InputStream stream) throws IOException {
        try (stream) {
            return Digests.of(stream).hex();
        }
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
