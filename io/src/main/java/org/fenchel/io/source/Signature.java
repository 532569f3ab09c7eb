package org.fenchel.io.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of files that are often given in place of text.
 *
 * @param magic the first bytes, one character a byte
 * @param what what such a file is, as the end of "this is ..."
 * @param advice what to do about it
 */
record Signature(String magic, String what, String advice) {
    private static final String EXPORT = "export it as CSV";
    private static final String UNPACK = "unpack it first";

    private static final List<Signature> KNOWN = List.of(
            new Signature(
                    "PK\3\4",
                    "a zip archive (or a spreadsheet)",
                    "unpack it and name one of its files, or export it as CSV"),
            new Signature("PK\5\6", "an empty zip archive", "give a text file"),
            new Signature("PAR1", "a Parquet file", EXPORT),
            new Signature("ARROW1", "an Arrow file", EXPORT),
            new Signature("ORC", "an ORC file", EXPORT),
            new Signature("Obj\1", "an Avro file", EXPORT),
            new Signature("\u0089HDF\r\n\u001a\n", "an HDF5 file", EXPORT),
            new Signature("\u0093NUMPY", "a NumPy array file", "save it with numpy.savetxt"),
            new Signature("RDX", "an R data file", "write it with R's write.csv"),
            new Signature("RDA", "an R data file", "write it with R's write.csv"),
            new Signature("SQLite format 3\0", "an SQLite database", EXPORT),
            new Signature("\u00d0\u00cf\u0011\u00e0", "an old Office document", EXPORT),
            new Signature("%PDF", "a PDF document", "give a text file"),
            new Signature("BZh", "a bzip2 file", "unpack it first (bunzip2)"),
            new Signature("\u00fd7zXZ\0", "an xz file", "unpack it first (unxz)"),
            new Signature("(\u00b5/\u00fd", "a Zstandard file", "unpack it first (unzstd)"),
            new Signature("7z\u00bc\u00af", "a 7z archive", UNPACK),
            new Signature("Rar!", "a RAR archive", UNPACK),
            new Signature("\u001f\u008b", "gzip within gzip", "unpack it once (gunzip)"),
            new Signature("\u001f\u009d", "a compress (.Z) file", UNPACK),
            new Signature("\u00ff\u00fe", "UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8"),
            new Signature("\u00fe\u00ff", "UTF-16 text", "convert it: iconv -f UTF-16 -t UTF-8"),
            new Signature(
                    "version https://git-lfs", "a Git LFS pointer, not the data", "fetch the data with git lfs pull"),
            new Signature("<!DOCTYPE", "a web page", "download the data file itself"),
            new Signature("<!doctype", "a web page", "download the data file itself"),
            new Signature("<html", "a web page", "download the data file itself"),
            new Signature("<?xml", "an XML file", EXPORT),
            new Signature("@relation", "an ARFF file", "remove its header lines, or export it as CSV"),
            new Signature("@RELATION", "an ARFF file", "remove its header lines, or export it as CSV"));

    /** What starts with these bytes, null if that is not known. */
    static @Nullable Signature of(byte[] head, int length) {
        String start = new String(head, 0, Math.min(length, 64), StandardCharsets.ISO_8859_1);
        for (Signature known : KNOWN) {
            if (start.startsWith(known.magic)) {
                return known;
            }
        }
        return null;
    }
}
