package org.fenchel.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

/** A page as a browser shows it: charts are drawn, nothing is loaded, the console is silent. Skipped without Chromium. */
class PageInBrowserTest {
    @TempDir
    static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws Exception {
        browser = Browser.open(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void show() throws Exception {
        Path page = ReportFolder.write(Reports.report(), folder.resolve("report"));
        browser.get(page.toUri().toString());
        awaitDrawn();
    }

    private static void awaitDrawn() throws InterruptedException {
        Browser.await(
                "the charts are drawn",
                () -> "3".equals(browser.findElement(By.tagName("html")).getDomAttribute("data-drawn")));
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
        assertThat(browser.findElement(By.cssSelector("#gaps svg")).getText()).contains("passes", "gap", "0.001");
    }

    @Test
    void bandsSurroundTheLines() {
        assertThat(marks("banded", ".mark-area path")).hasSize(2);
        assertThat(marks("banded", ".mark-line path")).hasSize(2);
        assertThat(browser.findElement(By.cssSelector("#banded svg")).getText())
                .contains("0.4")
                .doesNotContain("400m");
    }

    @Test
    void seriesAreSwitchedOffAndOnByMouseAndKeyboard() throws InterruptedException {
        List<WebElement> switches = browser.findElements(By.cssSelector("#gaps .series button"));
        assertThat(switches)
                .hasSize(3)
                .last()
                .satisfies(all -> assertThat(all.getText()).isEqualTo("Hide all"));
        WebElement first = switches.get(0);
        assertThat(first.getText()).isEqualTo("first");
        assertThat(first.getDomAttribute("aria-pressed")).isEqualTo("true");
        first.click();
        Browser.await("one line is left", () -> marks("gaps", ".mark-line path").size() == 1);
        assertThat(first.getDomAttribute("aria-pressed")).isEqualTo("false");
        first.sendKeys(Keys.SPACE);
        Browser.await("both are back", () -> marks("gaps", ".mark-line path").size() == 2);
        switches.get(2).click();
        Browser.await("all are gone", () -> marks("gaps", ".mark-line path").isEmpty());
        assertThat(marks("dots", ".mark-symbol.layer_0_marks path"))
                .as("other charts stay")
                .hasSize(3);
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
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
