package org.gridrollout.filesystem.base;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridrollout.api.InvalidValueException;
import org.gridrollout.filesystem.base.UnreadableBaseException.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpSourceTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private URI root;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        root = URI.create("http://localhost:" + server.getAddress().getPort() + "/el9/base");
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void readsARepositoryBehindAWebServer() {
        ForeignTree tree = ForeignTree.of(Compression.ZSTD, PackageXml.metadata(PackageXml.voms("")));
        server.createContext("/el9/base/", exchange -> {
            try (InputStream file = tree.open(exchange.getRequestURI().getPath().substring("/el9/base/".length()))) {
                byte[] content = file.readAllBytes();
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        });
        assertThat(PackageXml.read(RepositorySource.at(root))).isEqualTo(PackageXml.read(tree));
    }

    @Test
    void followsRedirects() throws IOException {
        server.createContext("/el9/base/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/el9/base/here");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        answer("/el9/base/here", 200, "content");
        try (InputStream in = RepositorySource.at(root).open("moved")) {
            assertThat(in.readAllBytes()).isEqualTo("content".getBytes(UTF_8));
        }
    }

    @Test
    void tellsAMissingFileFromAFailingServer() {
        answer("/el9/base/gone", 404, "not here");
        answer("/el9/base/ill", 503, "later");
        RepositorySource source = RepositorySource.at(root);
        assertThatThrownBy(() -> source.open("gone")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> source.open("ill"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("503");
    }

    @Test
    void givesUpOnAServerThatFallsSilent() {
        server.createContext("/el9/base/repodata/", exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write("<repomd>".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        RepositorySource source = RepositorySource.at(root, HttpClient.newHttpClient(), Duration.ofMillis(300));
        assertThatThrownBy(() -> ForeignRepository.open(source))
                .isInstanceOfSatisfying(
                        UnreadableBaseException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.UNREACHABLE));
    }

    @Test
    void cannotReachAServerThatIsNotThere() {
        server.stop(0);
        assertThatThrownBy(() -> ForeignRepository.open(RepositorySource.at(root)))
                .isInstanceOfSatisfying(
                        UnreadableBaseException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.UNREACHABLE))
                .hasMessageContaining(root + "/repodata/repomd.xml")
                .hasMessageContaining("no connection to " + root.getAuthority());
    }

    @Test
    void speaksHttpOnly() {
        assertThatThrownBy(() -> RepositorySource.at(URI.create("ftp://example.org/base")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("http");
    }

    private void answer(String path, int status, String text) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, text.length());
            exchange.getResponseBody().write(text.getBytes(UTF_8));
            exchange.close();
        });
    }
}
