package org.fenchel.cli.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fenchel.cli.console.Json;
import org.fenchel.io.json.JsonObject;
import org.fenchel.lab.CellRun;
import org.fenchel.lab.Claim;
import org.fenchel.lab.DataUsed;
import org.fenchel.lab.Machine;
import org.fenchel.lab.Report;
import org.fenchel.lab.ResultTable;

/** What an experiment found, as programs read it. */
public final class ReportJson {
    private ReportJson() {}

    /** All of it but the name of the list it stands in. */
    public static JsonObject of(Written written) {
        Report report = written.report();
        List<JsonObject> claims = new ArrayList<>();
        for (Claim claim : report.findings().claims()) {
            claims.add(new JsonObject()
                    .put("claim", claim.text())
                    .put("holds", claim.holds())
                    .put("found", claim.found())
                    .put("why", Json.orNull(claim.why())));
        }
        List<JsonObject> data = new ArrayList<>();
        for (DataUsed used : report.findings().data()) {
            data.add(new JsonObject()
                    .put("name", used.name())
                    .put("rows", used.rows())
                    .put("features", used.features())
                    .put("sha256", Json.orNull(used.sha256().isEmpty() ? null : used.sha256())));
        }
        List<JsonObject> cells = new ArrayList<>();
        for (CellRun cell : report.cells()) {
            boolean refused = cell.state() == CellRun.State.REFUSED;
            cells.add(new JsonObject()
                    .put("cell", cell.name())
                    .put("state", cell.state().name().toLowerCase(Locale.ROOT))
                    .put("seconds", Json.number(cell.seconds()))
                    .put("row", Json.orNull(refused ? null : cell.note()))
                    .put("refusal", Json.orNull(refused ? cell.note() : null)));
        }
        Machine machine = report.machine();
        ResultTable table = report.findings().table();
        return new JsonObject()
                .put("name", report.name())
                .put("call", report.call())
                .put("title", report.title())
                .put("source", report.source())
                .put("page", written.page().toString())
                .put("claims", claims)
                .put("table", rows(table))
                .put("data", data)
                .put("cells", cells)
                .put(
                        "machine",
                        new JsonObject()
                                .put("processor", machine.processor())
                                .put("system", machine.system())
                                .put("java", machine.java())
                                .put("fenchel", machine.fenchel()))
                .put("began", report.began().toString())
                .put("seconds", report.seconds());
    }

    /** An object a row, with the columns' names as fields. */
    private static List<JsonObject> rows(ResultTable table) {
        List<JsonObject> rows = new ArrayList<>();
        for (List<Object> cells : table.rows()) {
            JsonObject row = new JsonObject();
            for (int k = 0; k < cells.size(); k++) {
                Object cell = cells.get(k);
                row.put(table.columns().get(k), cell instanceof Double number ? Json.number(number) : cell);
            }
            rows.add(row);
        }
        return rows;
    }
}
