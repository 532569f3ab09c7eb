package org.fenchel.cli.linear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenchel.catalogue.Catalogue;
import org.fenchel.data.InvalidInput;
import org.fenchel.loss.Loss;
import org.jspecify.annotations.Nullable;

/** The loss that {@code --loss} and the options of single losses choose. */
public final class LossChoice {
    private final String spec;
    private final Map<String, Double> parameters = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();

    /** @param spec a loss of the catalogue, with or without its parameters: {@code huber} or {@code huber(delta=2)} */
    public LossChoice(String spec) {
        this.spec = spec;
    }

    /** Adds an option that one loss alone has, null where it was not given. */
    LossChoice with(String parameter, @Nullable Double value, String owner) {
        if (value != null) {
            parameters.put(parameter, value);
            owners.put(parameter, owner);
        }
        return this;
    }

    /**
     * The loss.
     *
     * @throws InvalidInput if there is none of that name, or an option does not belong to it
     */
    public Loss loss() {
        String name = spec.contains("(") ? spec.substring(0, spec.indexOf('(')).strip() : spec;
        List<String> written = new ArrayList<>();
        for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
            String owner = owners.get(parameter.getKey());
            if (!name.equals(owner)) {
                throw InvalidInput.of(
                        "--" + parameter.getKey() + " belongs to the loss " + owner + ", not to " + name,
                        "add --loss " + owner + ", or leave it out");
            }
            if (spec.contains("(")) {
                throw InvalidInput.of(
                        "--" + parameter.getKey() + " is given besides --loss '" + spec + "'", "give it in one place");
            }
            written.add(parameter.getKey() + "=" + parameter.getValue());
        }
        String full = written.isEmpty() ? spec : name + "(" + String.join(",", written) + ")";
        return Catalogue.of(Loss.class).parse(full);
    }
}
