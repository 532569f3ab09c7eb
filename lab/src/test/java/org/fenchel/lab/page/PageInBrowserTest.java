package org.fenchel.lab.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A page as a browser shows it: charts are drawn, nothing is loaded, the console is silent. Skipped without Chromium. */
class PageInBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: install Debian's chromium and chromium-driver to look at pages in a browser");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions()
                .setBinary(CHROMIUM.toFile())
                .addArguments(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"));
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .withLogFile(new File(folder.toFile(), "driver.log"))
                .build();
        browser = new ChromeDriver(service, options);
        Path page = ReportFolder.write(Reports.report(), folder.resolve("report"));
        browser.get(page.toUri().toString());
        awaitDrawn();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    private static void awaitDrawn() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!"2".equals(browser.findElement(By.tagName("html")).getDomAttribute("data-drawn"))) {
            assertThat(System.nanoTime()).as("the charts are drawn in time").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static List<WebElement> marks(String figure, String kind) {
        return browser.findElements(By.cssSelector("#" + figure + " .chart svg " + kind));
    }

    @Test
    void everyRowThatCanBeDrawnHasAMark() {
        assertThat(marks("gaps", ".mark-symbol.layer_1_marks path, .mark-symbol.layer_1_marks > path"))
                .hasSize(5);
        assertThat(marks("gaps", ".mark-line path")).hasSize(2);
        assertThat(marks("dots", ".mark-symbol.layer_0_marks path")).hasSize(3);
        assertThat(browser.findElement(By.cssSelector("#gaps svg")).getText())
                .contains("passes", "gap", "first", "0.001");
    }

    @Test
    void nothingIsLoadedAndNothingGoesWrong() {
        assertThat(
                        browser.executeScript(
                                "return performance.getEntriesByType('resource').filter(e => !e.name.startsWith('data:')).length"))
                .isEqualTo(0L);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    void darkAndLightCanBeChosen() throws InterruptedException {
        String before = browser.findElement(By.tagName("body")).getCssValue("background-color");
        browser.findElement(By.id("theme")).click();
        awaitDrawn();
        assertThat(browser.findElement(By.tagName("body")).getCssValue("background-color"))
                .isNotEqualTo(before);
        assertThat(marks("dots", ".mark-symbol.layer_0_marks path")).hasSize(3);
    }

    @Test
    void aPhoneNeedNotScrollSideways() throws InterruptedException {
        browser.manage().window().setSize(new Dimension(500, 800)); // as narrow as windows get
        Thread.sleep(200);
        assertThat(browser.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0L);
    }
}
