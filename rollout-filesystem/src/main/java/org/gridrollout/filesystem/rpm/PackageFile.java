package org.gridrollout.filesystem.rpm;

import java.io.IOException;
import java.util.List;
import org.gridrollout.api.software.Evr;
import org.gridrollout.api.software.Nevra;

/** What stands before the payload of one file, checked against itself. */
record PackageFile(RpmLead lead, RpmHeader signature, HeaderBlob blob, RpmHeader header) {

    private static final int ALIGNMENT = 8;
    private static final int SHA256_ALGORITHM = 8; // OpenPGP's number for it

    static PackageFile read(RpmInput in) throws IOException, DamagedRpmException {
        RpmLead lead = RpmLead.read(in);
        RpmHeader signature = new RpmHeader(HeaderBlob.read(in, HeaderKind.SIGNATURE));
        in.take((int) (-in.offset() & (ALIGNMENT - 1)), "padding");
        HeaderBlob blob = HeaderBlob.read(in, HeaderKind.MAIN);
        HeaderDigests.verify(signature, blob);
        return new PackageFile(lead, signature, blob, new RpmHeader(blob));
    }

    /** The signatures, and the header they are about. */
    RpmSignatures signatures() throws DamagedRpmException {
        return new RpmSignatures(
                blob, SignatureTags.read(signature), !payloadSha256().isEmpty());
    }

    /** What the payload must digest to. */
    PayloadDigest payloadDigest() throws DamagedRpmException {
        String sha256 = payloadSha256();
        return sha256.isEmpty()
                ? PayloadDigest.md5(blob, signature.bytes(RpmTag.SIG_MD5))
                : PayloadDigest.sha256(sha256);
    }

    RpmMetadata metadata() throws DamagedRpmException {
        RpmMetadataBuilder metadata = RpmMetadata.builder()
                .nevra(nevra())
                .source(isSource())
                .summary(header.text(RpmTag.SUMMARY))
                .description(header.text(RpmTag.DESCRIPTION))
                .packager(header.text(RpmTag.PACKAGER))
                .url(header.text(RpmTag.URL))
                .license(header.text(RpmTag.LICENSE))
                .vendor(header.text(RpmTag.VENDOR))
                .group(header.text(RpmTag.GROUP))
                .buildHost(header.text(RpmTag.BUILDHOST))
                .sourceRpm(header.text(RpmTag.SOURCERPM))
                .buildTime(header.number(RpmTag.BUILDTIME))
                .installedSize(header.number(RpmTag.LONGSIZE, RpmTag.SIZE))
                .archiveSize(archiveSize())
                .fileSize(fileSize())
                .payloadSha256(payloadSha256())
                .headerStart(blob.start())
                .headerEnd(blob.end())
                .files(new FileListReader(header).read())
                .changelog(new ChangelogReader(header).read());
        new DependencyReader(header, metadata).read();
        return metadata.build();
    }

    /** Packages of before rpm 4.4 say it in their lead only. */
    private boolean isSource() {
        return header.has(RpmTag.SOURCEPACKAGE) || (!header.has(RpmTag.SOURCERPM) && lead.source());
    }

    Nevra nevra() throws DamagedRpmException {
        Evr evr = new Evr(header.number(RpmTag.EPOCH), required(RpmTag.VERSION), required(RpmTag.RELEASE));
        return new Nevra(required(RpmTag.NAME), evr, isSource() ? "src" : required(RpmTag.ARCH));
    }

    private String required(int tag) throws DamagedRpmException {
        String text = header.text(tag);
        if (text.isEmpty()) {
            throw new DamagedRpmException("its tag " + tag + " is missing or empty");
        }
        return text;
    }

    private long archiveSize() throws DamagedRpmException {
        long signed = signature.number(RpmTag.SIG_LONGARCHIVESIZE, RpmTag.SIG_PAYLOADSIZE);
        return signed != 0 ? signed : header.number(RpmTag.ARCHIVESIZE, RpmTag.PAYLOADSIZEALT);
    }

    private long fileSize() throws DamagedRpmException {
        if (header.has(RpmTag.PAYLOADSIZE)) {
            return plus(blob.end(), header.number(RpmTag.PAYLOADSIZE));
        }
        long behindSignature = signature.number(RpmTag.SIG_LONGSIZE, RpmTag.SIG_SIZE);
        return behindSignature == 0 ? 0 : plus(blob.start(), behindSignature);
    }

    private static long plus(long offset, long length) throws DamagedRpmException {
        if (length > Long.MAX_VALUE - offset) {
            throw new DamagedRpmException("it claims to be " + length + " bytes long");
        }
        return offset + length;
    }

    private String payloadSha256() throws DamagedRpmException {
        List<String> digests = header.texts(RpmTag.PAYLOADSHA256);
        boolean other =
                header.has(RpmTag.PAYLOADSHA256ALGO) && header.number(RpmTag.PAYLOADSHA256ALGO) != SHA256_ALGORITHM;
        return digests.isEmpty() || other ? "" : digests.get(0);
    }
}
