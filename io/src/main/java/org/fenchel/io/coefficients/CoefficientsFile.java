package org.fenchel.io.coefficients;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.fenchel.data.InvalidInput;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.file.NewFile;
import org.fenchel.io.json.JsonObject;
import org.fenchel.io.model.TrainedLinear;
import org.fenchel.io.model.TrainedModel;
import org.fenchel.io.model.TrainedMultinomial;
import org.fenchel.loss.Loss;

/** Files of coefficients, JSON or CSV. */
public final class CoefficientsFile {
    /** What the files call themselves. */
    static final String FORMAT = "fenchel-coefficients";

    private CoefficientsFile() {}

    /**
     * Writes a model as JSON, see {@link CoefficientsJson}, beside the file's place, then moves it there.
     *
     * @throws IOException if that fails; a file that was there stays
     */
    public static void writeJson(Path file, TrainedLinear model) throws IOException {
        NewFile.write(file, CoefficientsJson.of(model).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a model as CSV, see {@link CoefficientsCsv}, beside the file's place, then moves it there.
     *
     * @throws IOException if that fails; a file that was there stays
     */
    public static void writeCsv(Path file, TrainedLinear model) throws IOException {
        NewFile.write(file, CoefficientsCsv.of(model).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a model of several classes as JSON, see {@link ClassCoefficientsJson}, beside the file's place, then moves it there.
     *
     * @throws IOException if that fails; a file that was there stays
     */
    public static void writeJson(Path file, TrainedMultinomial model) throws IOException {
        NewFile.write(file, ClassCoefficientsJson.of(model).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a model of several classes as CSV, see {@link CoefficientsCsv}, beside the file's place, then moves it there.
     *
     * @throws IOException if that fails; a file that was there stays
     */
    public static void writeCsv(Path file, TrainedMultinomial model) throws IOException {
        NewFile.write(file, CoefficientsCsv.of(model).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a model of one margin from either format, which is found out.
     *
     * @throws InvalidInput if the file is not there or holds no such model, with line and column
     */
    public static TrainedLinear read(Path file) throws IOException {
        if (readAny(file) instanceof TrainedLinear linear) {
            return linear;
        }
        throw severalClasses().in(file.toString());
    }

    /**
     * Reads a model of any kind from either format, both of which are found out.
     *
     * @throws InvalidInput if the file is not there or holds no model, with line and column
     */
    public static TrainedModel readAny(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw InvalidInput.of("there is no such file", "give the path of a file that fenchel export wrote")
                    .in(file.toString());
        } catch (CharacterCodingException binary) {
            throw notOurs().in(file.toString());
        } catch (InvalidInput mistake) {
            throw mistake.in(file.toString());
        }
    }

    private static TrainedModel parse(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!content.stripLeading().startsWith("{")) {
            return CoefficientsCsv.parseAny(content);
        }
        JsonObject json = CoefficientsJson.object(content);
        boolean several = json.has("target")
                && json.object("target").has("kind")
                && json.object("target").text("kind").equals("classes");
        return several ? ClassCoefficientsJson.parse(json) : CoefficientsJson.parse(json);
    }

    static InvalidInput severalClasses() {
        return InvalidInput.of("it is a model of several classes", "give another file");
    }

    static InvalidInput notOurs() {
        return InvalidInput.of(
                "this is no file of coefficients",
                "give JSON or CSV that fenchel export wrote; ONNX can't be read back");
    }

    static boolean requireVersion(long version, long newest) {
        if (version < 1 || version > newest) {
            throw InvalidInput.of(
                    "the file is of version " + version + " of the format, where this Fenchel reads up to " + newest,
                    "update Fenchel");
        }
        return true;
    }

    /** Refuses classes for a loss of numbers, and numbers for a loss of two classes. */
    static boolean requireFit(Loss loss, TargetEncoding target) {
        boolean twoClass = TargetEncoding.isTwoClass(loss);
        if (!(twoClass ? target instanceof TargetEncoding.TwoClasses : target instanceof TargetEncoding.Numbers)) {
            throw InvalidInput.of(
                    twoClass
                            ? "the loss is for two classes, and the target has not two"
                            : "the loss is for numbers, and the target has classes",
                    "correct one of them");
        }
        return true;
    }
}
