package org.gridrollout.filesystem.base;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gridrollout.api.Violations;

/** A repository behind a web server. */
final class HttpSource implements RepositorySource {

    private final URI root;
    private final HttpClient client;
    private final Duration patience;

    HttpSource(URI root, HttpClient client, Duration patience) {
        Violations.of("Repository source " + root)
                .unless(
                        "http".equals(root.getScheme()) || "https".equals(root.getScheme()),
                        "must be an http or https address")
                .unless(patience.compareTo(Duration.ZERO) > 0, "patience must be positive, was %s", patience)
                .throwIfAny();
        this.root = root.toString().endsWith("/") ? root : URI.create(root + "/");
        this.client = client;
        this.patience = patience;
    }

    @Override
    public InputStream open(String path) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(root.resolve(path)).timeout(patience).build();
        long begun = System.nanoTime();
        HttpResponse<InputStream> response = send(request);
        if (response.statusCode() == 200) {
            return new Timed(response.body(), patience.minusNanos(System.nanoTime() - begun));
        }
        response.body().close();
        if (response.statusCode() == 404 || response.statusCode() == 410) {
            throw new NoSuchFileException(request.uri().toString());
        }
        throw new IOException(request.uri() + " answered with status " + response.statusCode());
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException e) { // says why as often as not
            throw (IOException) new ConnectException("no connection to "
                            + request.uri().getAuthority()
                            + (e.getMessage() == null ? "" : ": " + e.getMessage()))
                    .initCause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException)
                    new InterruptedIOException("interrupted while asking for " + request.uri()).initCause(e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }

    /** The client's own time limit ends with the response's headers; a server that then falls silent is left here. */
    private static final class Timed extends FilterInputStream {

        private final CompletableFuture<Void> limit = new CompletableFuture<>();
        private volatile boolean late;

        Timed(InputStream body, Duration left) {
            super(body);
            var unused = limit.completeOnTimeout(null, Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS)
                    .thenRun(this::giveUp);
        }

        private void giveUp() {
            late = true;
            try {
                in.close(); // wakes up whoever is reading
            } catch (IOException e) {
                late = true; // the reader hears of it
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (late) {
                throw new IOException("the server took too long");
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            limit.cancel(false);
            super.close();
        }
    }
}
