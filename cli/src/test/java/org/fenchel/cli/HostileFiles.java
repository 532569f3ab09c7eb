package org.fenchel.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the files of {@link HostileInputTest}, a few good ones among them. */
final class HostileFiles {
    private final Path folder;

    HostileFiles(Path folder) {
        this.folder = folder;
    }

    void write() throws IOException {
        good();
        tables();
        bytes();
        libsvm();
        counts();
        roles();
        groups();
        models();
    }

    private void good() throws IOException {
        text("good.csv", good("y"));
        text("classes.csv", "a,b,class\n1,2,no\n2,1,yes\n3,5,no\n4,3,yes\n5,4,no\n1,1,yes\n");
        text("good.libsvm", "1 1:1 2:2\n-1 1:2 3:1\n1 2:1\n-1 1:1 3:2\n");
        text("words.csv", "colour,a,y\nred,1,1\nblue,2,2\nred,3,3\n");
    }

    private static String good(String target) {
        StringBuilder rows = new StringBuilder("a,b," + target + "\n");
        for (int i = 0; i < 20; i++) {
            rows.append(i % 7)
                    .append(',')
                    .append(i * i % 5)
                    .append(',')
                    .append(i % 4)
                    .append('\n');
        }
        return rows.toString();
    }

    private void tables() throws IOException {
        text("empty.csv", "");
        text("blank-lines.csv", "\n\n  \n");
        text("header-only.csv", "a,b,y\n");
        text("ragged-short.csv", "a,b,y\n1,2,3\n1,2\n4,5,6\n");
        text("ragged-long.csv", "a,b,y\n1,2,3\n1,2,3,4\n4,5,6\n");
        text("nan.csv", "a,b,y\n1,2,3\nNaN,2,4\n4,5,6\n");
        text("inf.csv", "a,b,y\n1,2,3\n2,inf,4\n4,5,6\n");
        text("minus-infinity.csv", "a,b,y\n1,2,3\n2,-Infinity,4\n4,5,6\n");
        text("overflow.csv", "a,b,y\n1,2,3\n2,1e400,4\n4,5,6\n");
        text("missing-cell.csv", "a,b,y\n1,2,3\n2,,4\n4,5,6\n");
        text("word-among-numbers.csv", "a,b,y\n1,2,3\n2,oops,4\n4,5,6\n");
        text("target-missing-cell.csv", "a,b,y\n1,2,3\n2,3,\n4,5,6\n");
        text("target-all-missing.csv", "a,b,y\n1,2,\n2,3,\n4,5,\n");
        text("column-all-missing.csv", "a,b,y\n1,,3\n2,,4\n4,,6\n");
        text("target-words.csv", "a,b,y\n1,2,low\n2,3,high\n4,5,low\n");
        text("one-class.csv", "a,b,y\n1,2,yes\n2,3,yes\n4,5,yes\n");
        text("three-classes.csv", "a,b,y\n1,2,x\n2,3,y\n4,5,z\n");
        text("open-quote.csv", "a,b,y\n1,\"2,3\n4,5,6\n");
        text("after-quote.csv", "a,b,y\n1,\"2\"x,3\n4,5,6\n");
        text("same-names.csv", "a,a,y\n1,2,3\n2,3,4\n4,5,7\n");
        text("only-target.csv", "y\n1\n2\n3\n");
        text("huge.csv", "a,b,y\n1e300,2,3\n-1e300,3,4\n4e307,5,6\n1,1,-1e308\n");
        text("huge-target.csv", "a,b,y\n1,2,1e300\n2,3,-1e300\n4,5,1.5e308\n1,1,-1.5e308\n");
        text("constant.csv", "a,b,y\n1,7,3\n2,7,4\n4,7,7\n");
        text("all-constant.csv", "a,b,y\n1,7,3\n1,7,3\n1,7,3\n");
    }

    private void bytes() throws IOException {
        byte[] good = good("y").getBytes(UTF_8);
        byte[] packed = gzip(good);
        file("truncated.csv.gz", Arrays.copyOf(packed, packed.length - 12));
        file("head-only.csv.gz", Arrays.copyOf(packed, 6));
        byte[] damaged = packed.clone();
        damaged[packed.length - 6] ^= 0x55;
        file("wrong-checksum.csv.gz", damaged);
        file("junk-inside.csv.gz", gzip(junk(5000)));
        file("junk.csv", junk(5000));
        file("utf16.csv", ("\ufeff" + good("y")).getBytes(UTF_16LE));
        file("latin1.csv", "a,größe,y\n1,2,3\n2,3,4\n4,5,7\n".getBytes(ISO_8859_1));
        file("nul.csv", "a,b,y\n1,2,3\n2,\0,4\n4,5,6\n".getBytes(UTF_8));
        file(
                "picture.png",
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'});
        file("table.parquet", "PAR1\1\2\3\4abcdPAR1".getBytes(ISO_8859_1));
        file("book.xlsx", zip("xl/workbook.xml", "<workbook/>"));
        text("page.html", "<!DOCTYPE html>\n<html><body>404, not found</body></html>\n");
        text("object.json", "{\"a\": [1, 2, 3],\n \"y\": [1, 2, 3]}\n");
    }

    private void libsvm() throws IOException {
        text("twice.libsvm", "1 1:1 2:2\n-1 3:1 3:1\n1 1:1\n");
        text("descending.libsvm", "1 1:1 2:2\n-1 3:1 2:1\n1 1:1\n");
        text("index-zero.libsvm", "1 1:1 2:2\n-1 0:1 2:1\n1 1:1\n");
        text("index-negative.libsvm", "1 1:1 2:2\n-1 -4:1 2:1\n1 1:1\n");
        text("index-huge.libsvm", "1 1:1 2:2\n-1 1:1 1000000000:1\n1 1:1\n");
        text("index-overflow.libsvm", "1 1:1 2:2\n-1 1:1 99999999999999999999:1\n1 1:1\n");
        text("index-word.libsvm", "1 1:1 2:2\n-1 1:1 two:1\n1 1:1\n");
        text("no-colon.libsvm", "1 1:1 2:2\n-1 1:1 2\n1 1:1\n");
        text("two-colons.libsvm", "1 1:1 2:2\n-1 1:1:1\n1 1:1\n");
        text("no-value.libsvm", "1 1:1 2:2\n-1 1: 2:1\n1 1:1\n");
        text("value-nan.libsvm", "1 1:1 2:2\n-1 1:nan\n1 1:1\n");
        text("value-inf.libsvm", "1 1:1 2:2\n-1 1:inf\n1 1:1\n");
        text("value-word.libsvm", "1 1:1 2:2\n-1 1:many\n1 1:1\n");
        text("value-overflow.libsvm", "1 1:1 2:2\n-1 1:1e999\n1 1:1\n");
        text("label-word.libsvm", "1 1:1 2:2\nspam 1:1\n1 1:1\n");
        text("label-nan.libsvm", "1 1:1 2:2\nnan 1:1\n1 1:1\n");
        text("label-missing.libsvm", "1 1:1 2:2\n1:1 2:1\n1 1:1\n");
        text("one-class.libsvm", "1 1:1 2:2\n1 1:2\n1 1:1\n");
        text("three-classes.libsvm", "1 1:1 2:2\n2 1:2\n3 1:1\n");
        text("no-features.libsvm", "1\n-1\n1\n");
        byte[] packed =
                gzip("1 1:1 2:2\n-1 1:2 3:1\n1 2:1\n-1 1:1 3:2\n".repeat(500).getBytes(UTF_8));
        file("truncated.libsvm.gz", Arrays.copyOf(packed, packed.length / 2));
    }

    private void counts() throws IOException {
        text("count-negative.csv", "a,y\n1,2\n2,-1\n4,0\n");
        text("count-words.csv", "a,y\n1,2\n2,many\n4,0\n");
        text("all-zero-counts.csv", "a,y\n1,0\n2,0\n4,0\n");
        text("exposure-zero.csv", "a,e,y\n1,1,2\n2,0,1\n4,1,0\n");
        text("exposure-negative.csv", "a,e,y\n1,1,2\n2,-2,1\n4,1,0\n");
        text("exposure-missing.csv", "a,e,y\n1,1,2\n2,,1\n4,1,0\n");
        text("exposure-words.csv", "a,e,y\n1,1,2\n2,long,1\n4,1,0\n");
    }

    private void roles() throws IOException {
        text("weight-negative.csv", "a,w,y\n1,1,2\n2,-2,1\n4,1,0\n");
        text("weight-zero.csv", "a,w,y\n1,0,2\n2,0,1\n4,0,0\n");
        text("weight-words.csv", "a,w,y\n1,1,2\n2,heavy,1\n4,1,0\n");
        text("weight-missing.csv", "a,w,y\n1,1,2\n2,,1\n4,1,0\n");
        text("offset-words.csv", "a,o,y\n1,1,2\n2,far,1\n4,1,0\n");
    }

    private void groups() throws IOException {
        text("groups-unknown.txt", "a,first\nc,second\n");
        text("groups-twice.txt", "a,first\nb,first\na,second\n");
        text("groups-no-comma.txt", "a,first\nb\n");
        text("groups-no-name.txt", "a,first\nb,\n");
        file("groups-junk.txt", junk(300));
        text("groups.txt", "a,first\nb,first\n");
    }

    /** Models fitted here, then damaged. */
    private void models() throws IOException {
        train("good.fenchel", "linear", "good.csv", "--target", "y");
        train("classes.fenchel", "svm", "classes.csv", "--target", "class", "--l2", "0.1");
        train("libsvm.fenchel", "logistic", "good.libsvm", "--l2", "0.1");
        byte[] model = Files.readAllBytes(folder.resolve("good.fenchel"));
        file("model-truncated.fenchel", Arrays.copyOf(model, model.length / 2));
        file("model-no-end.fenchel", Arrays.copyOf(model, model.length - 3));
        file("model-first-line.fenchel", "fenchel-model 1 100".getBytes(UTF_8));
        byte[] flipped = model.clone();
        flipped[model.length - 20] ^= 1;
        file("model-flipped.fenchel", flipped);
        byte[] newer = model.clone();
        newer["fenchel-model ".length()] = '9';
        file("model-newer.fenchel", newer);
        byte[] longer = Arrays.copyOf(model, model.length + 7);
        file("model-longer.fenchel", longer);
        text("lacks-column.csv", "a,y\n1,2\n2,3\n");
        text("word-in-feature.csv", "a,b,y\n1,2,3\n2,oops,4\n");
        text("unknown-class.csv", "a,b,class\n1,2,no\n2,1,maybe\n");
        text("lacks-target.csv", "a,b\n1,2\n2,3\n");
    }

    private void train(String name, String task, String data, String... options) {
        String[] args = new String[5 + options.length];
        args[0] = "train";
        args[1] = task;
        args[2] = folder.resolve(data).toString();
        args[3] = "--out";
        args[4] = folder.resolve(name).toString();
        System.arraycopy(options, 0, args, 5, options.length);
        Outcome outcome = Outcome.of(args);
        if (outcome.exit() != 0) {
            throw new AssertionError(outcome.toString());
        }
    }

    private void text(String name, String content) throws IOException {
        file(name, content.getBytes(UTF_8));
    }

    private void file(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] junk(int length) {
        byte[] junk = new byte[length];
        new Random(3).nextBytes(junk);
        return junk;
    }
}
