package org.gridrollout.filesystem;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Serves a directory as it is by HTTP, each answer some time after its question, as to a client far away. */
final class SlowServer implements AutoCloseable {

    private final Path directory;
    private final Duration latency;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> missing = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    SlowServer(Path directory, Duration latency) throws IOException {
        this.directory = directory;
        this.latency = latency;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** What was asked for in vain. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        pause();
        try (exchange) {
            Path file = directory.resolve(path);
            try (InputStream in = Files.newInputStream(file)) {
                long size = Files.size(file);
                exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
                try (OutputStream out = exchange.getResponseBody()) {
                    in.transferTo(out);
                }
            } catch (NoSuchFileException e) {
                missing.add(path);
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void pause() throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(latency.toNanos());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
