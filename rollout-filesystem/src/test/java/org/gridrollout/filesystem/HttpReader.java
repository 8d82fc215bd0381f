package org.gridrollout.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.gridrollout.filesystem.yum.Digests;

/** A client that updates its metadata and fetches packages by it, each answer checked. */
final class HttpReader {

    private static final Pattern INDEX = Pattern.compile(
            "<checksum type=\"sha256\">([0-9a-f]{64})</checksum>.*?<location href=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile(
            "<checksum type=\"sha256\" pkgid=\"YES\">([0-9a-f]{64})</checksum>.*?<location href=\"([^\"]+)\"",
            Pattern.DOTALL);
    private static final int FETCHED = 2;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random;
    private final URI repository;

    HttpReader(URI repository, long seed) {
        this.repository = repository;
        this.random = new Random(seed);
    }

    /** One update, from repomd to packages; how many packages it saw. */
    int update() throws InterruptedException {
        String repomd = new String(get("repodata/repomd.xml"), StandardCharsets.UTF_8);
        List<String[]> packages = new ArrayList<>();
        Matcher indexes = INDEX.matcher(repomd);
        int found = 0;
        while (indexes.find()) {
            byte[] index = checked(indexes.group(2), indexes.group(1));
            if (indexes.group(2).contains("primary")) {
                Matcher each = PACKAGE.matcher(inflated(index));
                while (each.find()) {
                    packages.add(new String[] {each.group(2), each.group(1)});
                }
            }
            found++;
        }
        assertThat(found).isEqualTo(3);
        for (int i = 0; i < FETCHED && !packages.isEmpty(); i++) {
            String[] one = packages.get(random.nextInt(packages.size()));
            checked(one[0], one[1]);
        }
        return packages.size();
    }

    private byte[] checked(String path, String sha256) throws InterruptedException {
        byte[] content = get(path);
        assertThat(Digests.of(content).hex()).as("checksum of %s", path).isEqualTo(sha256);
        return content;
    }

    private byte[] get(String path) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(repository.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as("status of %s", path).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inflated(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
