package org.gridrollout.filesystem.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.gridrollout.filesystem.signature.KeyringException;

/** The armored blocks of one file, of which none may be cut short or of another kind. */
final class ArmoredKeys {

    /** Keys with many foreign certifications reach some hundred kilobytes. */
    private static final int LARGEST = 1 << 20;

    // gpg puts a colon in front of the dashes of a revocation that it keeps ready, so that nobody uses it by mistake.
    private static final Pattern BEGIN =
            Pattern.compile("^-----BEGIN PGP ([A-Z ]+)-----[ \\t]*\\r?$", Pattern.MULTILINE);

    private ArmoredKeys() {}

    /**
     * The blocks' contents, each a row of OpenPGP packets.
     *
     * @param kind what must be in there, {@code PUBLIC KEY BLOCK}
     * @param file what to call it in messages
     * @throws KeyringException if there is anything else, or nothing
     */
    static List<byte[]> blocks(byte[] content, String kind, Path file) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        List<byte[]> blocks = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        while (begin.find()) {
            if (!begin.group(1).equals(kind)) {
                throw new KeyringException(
                        file,
                        "it holds a " + begin.group(1) + " where a " + kind + " should be" + advice(begin.group(1)));
            }
            String closing = "-----END PGP " + kind + "-----";
            int end = text.indexOf(closing, begin.end());
            if (end < 0) {
                throw new KeyringException(file, "it was cut short: the line '" + closing + "' is missing");
            }
            blocks.add(decode(text.substring(begin.start(), end + closing.length()) + "\n", file));
        }
        if (blocks.isEmpty()) {
            throw new KeyringException(
                    file,
                    "it holds no armored " + kind + " ('gpg --armor --export"
                            + (kind.startsWith("PRIVATE") ? "-secret-keys" : "") + "' writes one)");
        }
        return blocks;
    }

    /** A file's content, if it is not larger than files of keys are. */
    static byte[] bounded(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new KeyringException(file, "it is larger than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }

    private static byte[] decode(String block, Path file) {
        byte[] bytes = block.getBytes(StandardCharsets.ISO_8859_1);
        try (ArmoredInputStream in = new ArmoredInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException | RuntimeException e) { // BouncyCastle throws almost anything for what is no armor
            throw new KeyringException(file, "its armor is damaged (" + e.getMessage() + "); get the file anew", e);
        }
    }

    private static String advice(String found) {
        return found.startsWith("PRIVATE")
                ? "; secret keys have no place here, export the public one with 'gpg --armor --export'"
                : "";
    }
}
