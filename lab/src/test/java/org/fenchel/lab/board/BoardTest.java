package org.fenchel.lab.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.fenchel.lab.page.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** A board as a browser and as others on the machine see it. */
class BoardTest {
    private static final String HEADER = "passes,seconds,objective,relativeGap,onlineLoss\n";

    @TempDir
    Path folder;

    private Path runs;
    private Board board;

    @BeforeEach
    void open() throws IOException {
        runs = folder.resolve("runs");
        Files.createDirectories(runs.resolve("first/live"));
        Files.writeString(runs.resolve("first/index.html"), "<p>the page of the first</p>");
        Files.writeString(
                runs.resolve("first/live/sdca.csv"), HEADER + "1.0,0.1,0.5,0.25,NaN\n2.0,0.2,0.4,0.1,NaN\n3.0,");
        Files.writeString(folder.resolve("secret.html"), "not for everybody");
        board = Board.open(runs, 0);
    }

    @AfterEach
    void close() {
        board.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(board.address() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void pagesOfTheFolderAreServedAndNothingElse() throws Exception {
        assertThat(get("").body()).contains("href=\"/first/index.html\"");
        assertThat(get("first/index.html").body()).contains("the page of the first");
        assertThat(get("first").statusCode()).isEqualTo(404);
        assertThat(get("%2e%2e/secret.html").statusCode()).isEqualTo(404);
        Files.createSymbolicLink(runs.resolve("link.html"), folder.resolve("secret.html"));
        assertThat(get("link.html").statusCode()).isEqualTo(404);
    }

    /** A page of another site whose name was made to lead to this machine. */
    @Test
    void otherNamesOfTheMachineAreRefused() throws IOException {
        URI address = URI.create(board.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 403");
        }
    }

    @Test
    void filesAreReadAsTheyGrowAndFromTheStartWhenTheyBeginAnew() throws IOException {
        LiveFiles files = new LiveFiles(runs);
        assertThat(files.news()).singleElement().satisfies(news -> {
            assertThat(news.text("run")).isEqualTo("first");
            assertThat(news.text("cell")).isEqualTo("sdca");
            assertThat(news.flag("anew")).isTrue();
            assertThat(news.objects("points"))
                    .as("the line that is not whole comes later")
                    .extracting(point -> point.number("value"))
                    .containsExactly(0.25, 0.1);
        });
        assertThat(files.news()).isEmpty();
        Path live = runs.resolve("first/live/sdca.csv");
        Files.writeString(live, "0.3,0.3,0.05,NaN\n", StandardOpenOption.APPEND);
        assertThat(files.news()).singleElement().satisfies(news -> {
            assertThat(news.flag("anew")).isFalse();
            assertThat(news.objects("points"))
                    .singleElement()
                    .satisfies(point -> assertThat(point.number("value")).isEqualTo(0.05));
        });
        Files.writeString(live, HEADER + "1.0,0.1,NaN,NaN,0.7\n");
        assertThat(files.news())
                .singleElement()
                .satisfies(news -> assertThat(news.flag("anew")).isTrue());
    }

    @Test
    void curvesGrowInTheBrowser() throws Exception {
        ChromeDriver browser = Browser.open(folder);
        try {
            browser.get(board.address());
            Browser.await(
                    "the curve is drawn",
                    () -> "2".equals(browser.findElement(By.id("live")).getDomAttribute("data-points")));
            assertThat(browser.findElements(By.cssSelector("#live .mark-line path")))
                    .hasSize(1);
            Files.writeString(runs.resolve("first/live/sdca.csv"), "0.3,0.3,0.05,NaN\n", StandardOpenOption.APPEND);
            Browser.await(
                    "a point is added",
                    () -> "3".equals(browser.findElement(By.id("live")).getDomAttribute("data-points")));
            assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
        } finally {
            browser.quit();
        }
    }
}
