package org.gridrollout.examples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Serves a directory's files over HTTP on the loopback address. */
final class WebServer {

    private final HttpServer server;
    private final Path root;

    private WebServer(HttpServer server, Path root) {
        this.server = server;
        this.root = root;
    }

    static WebServer start(int port, Path root) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            WebServer web = new WebServer(server, root);
            server.createContext("/", web::answer);
            server.setExecutor(Executors.newFixedThreadPool(4));
            server.start();
            return web;
        } catch (IOException e) {
            throw new CannotStart("Cannot serve on port " + port + ": " + e.getMessage(), e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = root.resolve("." + exchange.getRequestURI().getPath()).normalize();
            boolean readsOnly = exchange.getRequestMethod().equals("GET")
                    || exchange.getRequestMethod().equals("HEAD");
            if (!readsOnly || !file.startsWith(root) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(readsOnly ? 404 : 405, -1);
                return;
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(Files.size(file)));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            exchange.sendResponseHeaders(200, Files.size(file) == 0 ? -1 : Files.size(file));
            try (OutputStream body = exchange.getResponseBody()) {
                Files.copy(file, body);
            }
        }
    }
}
