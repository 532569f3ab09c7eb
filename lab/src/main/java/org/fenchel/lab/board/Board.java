package org.fenchel.lab.board;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.fenchel.io.json.JsonObject;
import org.fenchel.lab.page.Resources;

/**
 * A server for one machine: the pages of a folder of runs, and the curves of those at work as server-sent events. It listens on the
 * loopback address alone, answers requests that name that address alone, and serves nothing outside the folder.
 */
public final class Board implements AutoCloseable {
    private static final long EVERY_MILLISECONDS = 500;
    private static final String HTML = "text/html; charset=utf-8";
    private static final Map<String, String> TYPES = Map.of(
            "html", HTML,
            "csv", "text/csv; charset=utf-8",
            "json", "application/json",
            "png", "image/png");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Path folder;
    private volatile boolean open = true;

    private Board(HttpServer server, ExecutorService threads, Path folder) {
        this.server = server;
        this.threads = threads;
        this.folder = folder;
    }

    /**
     * Begins to listen.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    public static Board open(Path folder, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "board");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        Board board = new Board(server, threads, folder.toRealPath());
        server.createContext("/", board::answer);
        server.start();
        return board;
    }

    /** Where it is to be seen. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
            String path = exchange.getRequestURI().getPath();
            if (!host.matches("(127\\.0\\.0\\.1|localhost)(:\\d+)?")) {
                send(exchange, 403, "text/plain", bytes("this board is for this machine alone"));
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", bytes("only GET"));
            } else if (path.equals("/")) {
                send(exchange, 200, HTML, bytes(page()));
            } else if (path.equals("/events")) {
                events(exchange);
            } else {
                file(exchange, path.substring(1));
            }
        }
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        boolean inside = file.startsWith(folder)
                && Files.isRegularFile(file)
                && file.toRealPath().startsWith(folder);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (!inside || type == null) {
            send(exchange, 404, "text/plain", bytes("there is no such page"));
        } else {
            send(exchange, 200, type, Files.readAllBytes(file));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends what is new, and a blank comment where nothing is, until the listener is gone. */
    private void events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        LiveFiles files = new LiveFiles(folder);
        OutputStream out = exchange.getResponseBody();
        while (open) {
            StringBuilder text = new StringBuilder(":\n\n");
            for (JsonObject news : files.news()) {
                text.append("data: ").append(news.toString().replace("\n", "")).append("\n\n");
            }
            out.write(bytes(text.toString()));
            out.flush();
            try {
                Thread.sleep(EVERY_MILLISECONDS);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private String page() throws IOException {
        StringBuilder runs = new StringBuilder();
        for (Path page : pages()) {
            String name = folder.relativize(page).toString().replace('\\', '/');
            runs.append("<li><a href=\"/")
                    .append(Resources.escaped(name))
                    .append("\">")
                    .append(Resources.escaped(
                            name.equals("index.html") ? "all of it" : name.replaceFirst("/index\\.html$", "")))
                    .append("</a></li>\n");
        }
        return Resources.text("board.html")
                .replace("{{style}}", Resources.text("page.css"))
                .replace("{{runs}}", runs.isEmpty() ? "<li>none yet</li>" : runs)
                .replace("{{vega}}", Resources.script("vega.min.js"))
                .replace("{{vega-lite}}", Resources.script("vega-lite.min.js"))
                .replace("{{script}}", Resources.script("board.js"));
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(folder, 2)) {
            return all.filter(file -> file.endsWith("index.html") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        open = false;
        server.stop(0);
        threads.shutdownNow();
    }
}
