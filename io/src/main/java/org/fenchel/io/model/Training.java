package org.fenchel.io.model;

import org.fenchel.data.InvalidInput;
import org.fenchel.io.json.JsonObject;
import org.fenchel.problem.Certificate;
import org.fenchel.run.StopReason;

/**
 * What was minimised, by what, and how well.
 *
 * @param loss as the catalogue writes it, such as {@code huber(delta=0.5)}
 * @param penalty as the catalogue writes it
 * @param solver the method with its hyper-parameters
 * @param problem the problem in one line
 * @param certificate of the weights in the model
 * @param stop why the run ended
 * @param passes over the data
 * @param seconds of work
 * @param provenance of the model
 */
public record Training(
        String loss,
        String penalty,
        String solver,
        String problem,
        Certificate certificate,
        StopReason stop,
        double passes,
        double seconds,
        Provenance provenance) {

    /** All of it as JSON, for {@link #fromJson}. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("loss", loss)
                .put("penalty", penalty)
                .put("solver", solver)
                .put("problem", problem)
                .put("certificate", certificateJson())
                .put("stop", stop.name())
                .put("passes", passes)
                .put("seconds", seconds)
                .put("provenance", provenance.toJson());
    }

    private JsonObject certificateJson() {
        JsonObject json = new JsonObject();
        if (certificate instanceof Certificate.DualityGap gap) {
            json.put("objective", gap.primal()).put("dual", gap.dual()).put("radius", gap.radius());
        } else if (certificate instanceof Certificate.None none) {
            json.put("objective", none.primal()).put("why", none.why());
        }
        // Implied by the others, for whoever reads the header without Fenchel.
        return json.put("gap", certificate.bound()).put("relativeGap", certificate.relativeGap());
    }

    /**
     * What {@link #toJson} wrote.
     *
     * @throws InvalidInput if a field is not there or not what it should be
     */
    public static Training fromJson(JsonObject json) {
        JsonObject proof = json.object("certificate");
        Certificate certificate = proof.has("why")
                ? new Certificate.None(proof.number("objective"), proof.text("why"))
                : new Certificate.DualityGap(proof.number("objective"), proof.number("dual"), proof.number("radius"));
        return new Training(
                json.text("loss"),
                json.text("penalty"),
                json.text("solver"),
                json.text("problem"),
                certificate,
                reason(json),
                json.number("passes"),
                json.number("seconds"),
                Provenance.fromJson(json.object("provenance")));
    }

    private static StopReason reason(JsonObject json) {
        String name = json.text("stop");
        try {
            return StopReason.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw json.at("stop", InvalidInput.of("no run ends because of '" + name + "'", ""));
        }
    }
}
