package org.gridrollout.core.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.api.software.Capability;
import org.gridrollout.api.software.SoftwarePackage;
import org.gridrollout.api.spi.UnreadablePackageException;

/** Bytes to package and back, in the format that {@link InMemoryPackageRepository} tells of. */
final class PackageText {

    private static final int LIMIT = 1 << 20;
    private static final String END = "end\n";

    private PackageText() {}

    static byte[] readBounded(InputStream content, String origin) throws IOException {
        byte[] bytes = content.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new UnreadablePackageException(origin, "longer than " + LIMIT + " bytes");
        }
        return bytes;
    }

    static SoftwarePackage parse(byte[] content, String origin) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (!text.endsWith("\n" + END)) {
                throw new UnreadablePackageException(origin, "cut short, its last line is not 'end'");
            }
            Properties fields = new Properties();
            fields.load(new StringReader(text.substring(0, text.length() - END.length())));
            return new PackageFields(fields).toPackage(Digest.of(content), content.length);
        } catch (CharacterCodingException e) {
            throw new UnreadablePackageException(origin, "not a text in UTF-8", e);
        } catch (IOException | IllegalArgumentException | InvalidValueException e) {
            throw new UnreadablePackageException(origin, String.valueOf(e.getMessage()), e);
        }
    }

    static byte[] write(SoftwarePackage of) {
        StringBuilder text = new StringBuilder();
        field(text, "name", of.nevra().name());
        field(text, "epoch", Long.toString(of.nevra().evr().epoch()));
        field(text, "version", of.nevra().evr().version());
        field(text, "release", of.nevra().evr().release());
        field(text, "arch", of.nevra().arch());
        field(text, "summary", of.summary());
        field(text, "source", of.source());
        capabilities(text, "provides", of.provides());
        capabilities(text, "requires", of.requires());
        capabilities(text, "conflicts", of.conflicts());
        capabilities(text, "obsoletes", of.obsoletes());
        capabilities(text, "recommends", of.recommends());
        capabilities(text, "suggests", of.suggests());
        capabilities(text, "supplements", of.supplements());
        capabilities(text, "enhances", of.enhances());
        list(text, "files", of.files());
        return text.append(END).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void capabilities(StringBuilder text, String name, List<Capability> values) {
        list(text, name, values.stream().map(CapabilityText::write).toList());
    }

    private static void list(StringBuilder text, String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            field(text, name + "." + (i + 1), values.get(i));
        }
    }

    private static void field(StringBuilder text, String name, String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f");
        // A leading space would be taken for the space around the '='.
        text.append(name)
                .append('=')
                .append(escaped.startsWith(" ") ? "\\" : "")
                .append(escaped)
                .append('\n');
    }
}
