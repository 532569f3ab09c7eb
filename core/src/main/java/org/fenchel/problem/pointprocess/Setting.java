package org.fenchel.problem.pointprocess;

import java.util.Arrays;
import org.fenchel.data.EventLog;
import org.fenchel.data.InvalidInput;

/**
 * What a fit of intensities is of, whatever its loss.
 *
 * @param basis what intensities are made of
 * @param penalty on all coefficients
 * @param counts events of each node in the windows
 * @param events of all nodes, N
 */
public record Setting(KernelBasis basis, KernelPenalty penalty, int[] counts, long events) {
    /**
     * Of a log.
     *
     * @throws InvalidInput if it has no events in its windows, or nodes differ in number
     */
    static Setting of(EventLog log, KernelBasis basis, KernelPenalty penalty) {
        if (log.nodes() != basis.nodes()) {
            throw InvalidInput.of(
                    "the log has " + log.nodes() + " nodes and the basis " + basis.nodes(), "give both the same nodes");
        }
        if (log.events() == 0) {
            throw InvalidInput.of("there are no events between start and end", "let the window hold some");
        }
        int[] counts = new int[log.nodes()];
        Arrays.setAll(counts, log::events);
        return new Setting(basis, penalty, counts, log.events());
    }

    /** The same under another penalty. */
    Setting withPenalty(KernelPenalty other) {
        return new Setting(basis, other, counts, events);
    }

    @Override
    public String toString() {
        return basis + ", " + penalty + ", N=" + events + ", D=" + counts.length + ", d=" + basis.columns();
    }
}
