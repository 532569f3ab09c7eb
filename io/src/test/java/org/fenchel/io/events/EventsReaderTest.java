package org.fenchel.io.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fenchel.data.EventLog;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.RealData;
import org.fenchel.io.csv.CsvFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsReaderTest {
    @TempDir
    Path folder;

    private static EventColumns columns(TimeKind kind, double unit) {
        return new EventColumns("t", "who", null, null, kind, unit);
    }

    private RawEvents read(String text, EventColumns columns) throws IOException {
        Path file = Files.writeString(folder.resolve("events"), text);
        return EventsReader.read(file, columns, new CsvFormat());
    }

    @Test
    void csvAndJsonLinesAreTheSame() throws IOException {
        EventColumns columns = new EventColumns("t", "who", "run", "size", TimeKind.AUTO, 1);
        RawEvents csv = read("who,t,run,size\n10,1.5,x,3\n9,0.5,x,4\n10,2,y,5\n", columns);
        RawEvents json = read(
                "{\"who\": 10, \"t\": 1.5, \"run\": \"x\", \"size\": 3}\n\n{\"t\": 0.5, \"who\": \"9\", \"run\": \"x\","
                        + " \"size\": 4}\n{\"who\": 10, \"t\": 2, \"run\": \"y\", \"size\": 5}\n",
                columns);
        for (RawEvents events : List.of(csv, json)) {
            assertThat(events.times()).containsExactly(1.5, 0.5, 2);
            assertThat(events.nodeNames()).containsExactly("9", "10");
            assertThat(events.nodes()).containsExactly(1, 0, 1);
            assertThat(events.sequenceNames()).containsExactly("x", "y");
            assertThat(events.marks()).containsExactly(3, 4, 5);
            assertThat(events.unsorted()).isTrue();
            assertThat(events.scale().kind()).isEqualTo(TimeKind.NUMBER);
            EventLog log = events.log(null, "3", null);
            assertThat(log.sequences()).hasSize(2);
            assertThat(log.sequences().get(0).times()).containsExactly(0.5, 1.5);
            assertThat(log.sequences().get(0).marks()).containsExactly(4, 3);
            assertThat(log.sequences().get(1).start()).isZero();
            assertThat(log.sequences().get(1).end()).isEqualTo(3);
        }
    }

    @Test
    void momentsInAnyForm() throws IOException {
        RawEvents iso = read(
                "who,t\na,1970-01-02\na,1970-01-02T01:00:00.500Z\na,1970-01-02 02:00\na,1970-01-02T04:00:00+02:00\n",
                columns(TimeKind.AUTO, 3600));
        assertThat(iso.times()).containsExactly(24, 25 + 0.5 / 3600, 26, 26);
        RawEvents seconds = read("who,t\na,1700000000\na,1700000060\n", columns(TimeKind.AUTO, 60));
        assertThat(seconds.scale().kind()).isEqualTo(TimeKind.SECONDS);
        assertThat(seconds.times()[1] - seconds.times()[0]).isEqualTo(1);
        RawEvents millis = read("who,t\na,1700000000000\na,1700000060000\n", columns(TimeKind.AUTO, 1));
        assertThat(millis.scale().kind()).isEqualTo(TimeKind.MILLIS);
        assertThat(millis.times()[1]).isEqualTo(1700000060);
        EventLog log = millis.log(null, "2023-11-14T22:14:30Z", null);
        assertThat(log.sequences().get(0).start()).isEqualTo(1700000000);
        assertThat(log.sequences().get(0).end()).isEqualTo(1700000070);
        // the first event is where the window starts, and so it is history
        assertThat(log.events()).isEqualTo(1);
    }

    @Test
    void mistakesAreToldWithTheirPlaces() {
        assertMistake("who,t\na,1\na,yesterday\n", "events:3:2: ", "'yesterday'");
        assertMistake("who,t\na,1\n,2\n", "events:3:1: the who of this event is missing");
        assertMistake("who,t\na,1\nb,\n", "events:3:2: the t of this event is missing");
        assertMistake("{\"who\": \"a\"}\n", "events:1: the object has no field 't'");
        assertMistake("{\"who\": \"a\", \"t\": 1}\nnonsense\n", "events:2: ");
        assertMistake("who,when\na,1\n", "events", "'t'");
        assertThatThrownBy(() -> read("who,t\na,5\n", columns(TimeKind.AUTO, 1)).log("7", null, null))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the window would go from 7 to 5");
        assertThatThrownBy(() -> read("who,t\na,5\n", columns(TimeKind.AUTO, 1)).log(null, null, List.of("b")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a node 'a', which the model does not know");
    }

    private void assertMistake(String text, String... words) {
        assertThatThrownBy(() -> read(text, columns(TimeKind.AUTO, 1)))
                .isInstanceOf(InvalidInput.class)
                .message()
                .contains(words);
    }

    @Test
    void earthquakes() {
        RawEvents events = EventsReader.read(
                RealData.file("usgs-earthquakes/all_month.csv"),
                new EventColumns("time", "net", null, "mag", TimeKind.AUTO, 86400),
                new CsvFormat());
        assertThat(events.n()).isEqualTo(9847);
        assertThat(events.scale().kind()).isEqualTo(TimeKind.ISO);
        assertThat(events.unsorted()).isTrue();
        assertThat(events.log(null, null, null).duration()).isBetween(29.9, 30.1);
    }
}
