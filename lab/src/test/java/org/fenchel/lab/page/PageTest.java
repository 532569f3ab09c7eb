package org.fenchel.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.fenchel.io.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the files of a report. */
class PageTest {
    private static final String PAGE = Page.of(Reports.report());

    @TempDir
    Path folder;

    /** The page without what stands in its scripts and its style. */
    private static String markup() {
        return PAGE.replaceAll("(?s)<script>.*?</script>", "").replaceAll("(?s)<style>.*?</style>", "");
    }

    @Test
    void nothingIsLoaded() {
        assertThat(Pattern.compile(
                                "<script[^>]*\\ssrc|<link(?! rel=\"icon\" href=\"data:,\")|<img|<iframe|@import|url\\(")
                        .matcher(PAGE.replaceAll("(?s)<script>.*?</script>", ""))
                        .results())
                .isEmpty();
        assertThat(markup()).doesNotContain("http:", "https:", "href=\"//");
        String own = PAGE.substring(PAGE.lastIndexOf("<script>"));
        assertThat(own).contains("vegaLite.compile").doesNotContain("http", "fetch(", "import(");
    }

    @Test
    void theLibrariesAreInIt() {
        assertThat(PAGE).hasSizeGreaterThan(700_000).contains("vega.View");
        assertThat(PAGE.split("<script>", -1)).hasSize(4);
        assertThat(PAGE.split("</script>", -1)).as("no data end a script early").hasSize(4 + 3);
    }

    @Test
    void claimsAreCountedAndMarked() {
        assertThat(markup())
                .contains("1 of 2 claims hold")
                .contains("class=\"holds\"><strong>✓ holds</strong> Two is more than one")
                .contains("class=\"fails\"><strong>✗ does not hold</strong> One is more");
    }

    @Test
    void whatIsShownIsEscapedAndNeverTakenForTheTemplate() {
        assertThat(markup())
                .contains("a&lt;/script&gt;&lt;!-- &amp; &quot;b&quot; {{body}}, c")
                .doesNotContain(Reports.HOSTILE);
        assertThat(markup().split("<main>", -1)).hasSize(2);
    }

    @Test
    void chartsHaveWordsAndTables() {
        assertThat(markup())
                .contains("role=\"img\" aria-label=\"Chart: The gap falls. Lower is better.\"")
                .contains(
                        "<a href=\"gaps.csv\">", "<a href=\"gaps.png\">", "<details>", "<th scope=\"col\">passes</th>")
                .contains("name=\"viewport\"", "lang=\"en\"");
    }

    @Test
    void theOriginIsTold() {
        assertThat(markup()).contains("tiny(seed=1)", "a processor", "a version", "2026-01-01T00:00:00Z", "made-up");
    }

    @Test
    void whatHasNoPlaceOnTheAxesIsNotDrawn() {
        MatchResult data = Pattern.compile("(?s)<script type=\"application/json\">(.*?)</script>")
                .matcher(PAGE)
                .results()
                .findFirst()
                .orElseThrow();
        JsonObject spec = JsonObject.parse(data.group(1));
        assertThat(spec.object("data").objects("values"))
                .extracting(row -> row.number("y"))
                .containsExactly(1.0, 0.1, 0.001, 1.0, 1e-6);
        assertThat(spec.object("encoding").object("y").object("scale").text("type"))
                .isEqualTo("log");
    }

    @Test
    void cellsLeadToTheirRowsAndRefusalsAreTold() {
        assertThat(markup())
                .contains("<a href=\"cells/first.json\">first, a&lt;/script&gt;", "The 1 cells that were measured")
                .contains("<li>second: it has no gradient</li>");
    }

    @Test
    void anOverviewHasEachClaimAndLeadsToThePages() {
        assertThat(Overview.of(List.of(Reports.report(), Reports.report())))
                .contains("2 of 4 claims hold, in 2 experiments", "href=\"tiny/index.html\"", "One is more", "1 &lt; 2")
                .doesNotContain(Reports.HOSTILE, "<script");
    }

    /** WCAG asks for 4.5. */
    @Test
    void wordsStandOutFromTheGround() {
        String css = Resources.text("page.css");
        int grounds = 0;
        for (String theme : css.split("\\}")) {
            Matcher ground = Pattern.compile("--ground: #(\\w{6})").matcher(theme);
            if (ground.find()) {
                grounds++;
                for (String ink : List.of("text", "quiet", "good", "bad", "link")) {
                    Matcher colour = Pattern.compile("--" + ink + ": #(\\w{6})").matcher(theme);
                    assertThat(colour.find()).isTrue();
                    assertThat(contrast(ground.group(1), colour.group(1)))
                            .as("%s on %s", ink, ground.group(1))
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
        assertThat(grounds).isEqualTo(3);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        double[] factors = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double c = Integer.parseInt(hex.substring(2 * k, 2 * k + 2), 16) / 255.0;
            sum += factors[k] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void csvHasAllDigitsAndQuotes() {
        assertThat(Csv.of(Reports.report().findings().table()))
                .isEqualTo("name,value\n\"a</script><!-- & \"\"b\"\" {{body}}, c\",1.5\nnone,\n");
    }

    @Test
    void picturesShowTheSeries() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(Picture.png(Reports.lines())));
        assertThat(picture.getWidth()).isEqualTo(1000);
        int first = Integer.parseInt(Palette.COLOURS.get(0).substring(1), 16);
        long coloured = 0;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                coloured += (picture.getRGB(x, y) & 0xffffff) == first ? 1 : 0;
            }
        }
        assertThat(coloured).as("pixels of the first series").isGreaterThan(100);
    }

    @Test
    void theFolderHoldsThePageAndWhatItLinksTo() throws IOException {
        Path page = ReportFolder.write(Reports.report(), folder.resolve("new/place"));
        try (Stream<Path> files = Files.list(page.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "index.html",
                            "table.csv",
                            "gaps.csv",
                            "gaps.png",
                            "dots.csv",
                            "dots.png",
                            "banded.csv",
                            "banded.png");
        }
        assertThat(page).hasContent(PAGE);
    }
}
