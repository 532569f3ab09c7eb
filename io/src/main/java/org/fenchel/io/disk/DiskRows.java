package org.fenchel.io.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.RowBlocks;
import org.fenchel.data.Rows;
import org.fenchel.data.SparseRows;
import org.fenchel.io.encode.TargetEncoding;
import org.fenchel.io.libsvm.LibffmReader;
import org.fenchel.io.libsvm.LibsvmReader;
import org.fenchel.io.libsvm.RowBlock;
import org.fenchel.io.source.DataFormat;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a LIBSVM or LIBFFM file, parsed once and kept as numbers in a temporary file that goes when it is closed: eight bytes for the
 * label and four for the length of a row, four for an entry, and eight more for its value where some are not 1.
 *
 * <p>Memory: a block of about a million entries while it is written or read.
 */
public final class DiskRows implements RowBlocks, AutoCloseable {
    private static final int BLOCK_ENTRIES = 1 << 20;
    private static final int BLOCK_ROWS = 1 << 17;

    /** More different labels than this are not kept: they are numbers, not classes. */
    private static final int MOST_LABELS = 100;

    /** Where a block is in the file, and what it holds. */
    private record Place(long at, int rows, int entries, boolean valued) {}

    private final String name;
    private final FileChannel file;
    private final int blockEntries;
    private final List<Place> places = new ArrayList<>();
    private final TreeSet<Double> labels = new TreeSet<>();
    private int @Nullable [] fields;
    private @Nullable TargetEncoding target;
    private long n;
    private long nonZeros;
    private int d;
    private int mostRows;
    private int mostEntries;
    private boolean ones = true;
    private long written;

    private double[] blockLabels = new double[1 << 10];
    private int[] blockLengths = new int[1 << 10];
    private int[] blockColumns = new int[1 << 12];
    private double[] blockValues = new double[0];
    private int rows;
    private int entries;

    private DiskRows(String name, FileChannel file, int blockEntries) {
        this.blockEntries = blockEntries;
        this.name = name;
        this.file = file;
    }

    /**
     * Parses a file.
     *
     * @param folder where the temporary file goes
     * @throws InvalidInput for every mistake in the file, with line and column; if it is delimited text; or if the disk is full
     */
    public static DiskRows of(Path data, Path folder) {
        return of(data, folder, BLOCK_ENTRIES);
    }

    static DiskRows of(Path data, Path folder, int blockEntries) {
        DataFormat format = DataFormat.detect(data);
        if (format == DataFormat.CSV) {
            throw InvalidInput.at(
                    data.toString(),
                    0,
                    0,
                    "this is delimited text, which is read into memory as a whole",
                    "leave --stream out, or write the rows as LIBSVM or LIBFFM");
        }
        DiskRows all;
        try {
            Path place = Files.createTempFile(folder, "fenchel", ".rows");
            all = new DiskRows(
                    data.toString(),
                    FileChannel.open(
                            place,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE),
                    blockEntries);
        } catch (IOException e) {
            throw InvalidInput.of(
                    "no temporary file can be made in " + folder + " (" + e.getMessage() + ")",
                    "name another folder with -Djava.io.tmpdir");
        }
        try {
            if (format == DataFormat.LIBSVM) {
                LibsvmReader.each(data, all::add);
            } else {
                all.fields = LibffmReader.each(data, all::add);
            }
            all.finish();
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private void add(RowBlock block) {
        d = Math.max(d, block.largestIndex());
        ones &= block.values() == null;
        int from = 0;
        for (int i = 0; i < block.labels().length; i++) {
            int length = block.ends()[i] - from;
            if (rows > 0 && (rows == BLOCK_ROWS || entries + length > blockEntries)) {
                flush();
            }
            room(length, block.values() != null);
            blockLabels[rows] = block.labels()[i];
            blockLengths[rows++] = length;
            System.arraycopy(block.columns(), from, blockColumns, entries, length);
            if (block.values() != null) {
                System.arraycopy(block.values(), from, blockValues, entries, length);
            } else if (blockValues.length > 0) {
                Arrays.fill(blockValues, entries, entries + length, 1);
            }
            entries += length;
            mostEntries = Math.max(mostEntries, length);
            if (labels.size() <= MOST_LABELS) {
                labels.add(block.labels()[i] + 0.0);
            }
            from = block.ends()[i];
        }
    }

    private void room(int length, boolean valued) {
        if (rows == blockLabels.length) {
            blockLabels = Arrays.copyOf(blockLabels, 2 * rows);
            blockLengths = Arrays.copyOf(blockLengths, 2 * rows);
        }
        if (entries + length > blockColumns.length) {
            blockColumns = Arrays.copyOf(blockColumns, Math.max(2 * blockColumns.length, entries + length));
        }
        if ((valued || blockValues.length > 0) && blockValues.length < blockColumns.length) {
            int before = blockValues.length;
            blockValues = Arrays.copyOf(blockValues, blockColumns.length);
            Arrays.fill(blockValues, before, blockValues.length, 1);
        }
    }

    private void flush() {
        boolean valued = blockValues.length > 0;
        ByteBuffer bytes = buffer(size(rows, entries, valued));
        bytes.asDoubleBuffer().put(blockLabels, 0, rows);
        bytes.position(8 * rows);
        bytes.asIntBuffer().put(blockLengths, 0, rows).put(blockColumns, 0, entries);
        if (valued) {
            bytes.position(12 * rows + 4 * entries);
            bytes.slice().order(ByteOrder.nativeOrder()).asDoubleBuffer().put(blockValues, 0, entries);
        }
        bytes.rewind();
        places.add(new Place(written, rows, entries, valued));
        try {
            while (bytes.hasRemaining()) {
                written += file.write(bytes, written);
            }
        } catch (IOException e) {
            throw InvalidInput.of(
                    "the temporary file of rows cannot be written (" + e.getMessage() + ")",
                    "make room on its disk, or name another folder with -Djava.io.tmpdir");
        }
        n += rows;
        nonZeros += entries;
        mostRows = Math.max(mostRows, rows);
        rows = 0;
        entries = 0;
    }

    private static int size(int rows, int entries, boolean valued) {
        return Math.toIntExact(12L * rows + (valued ? 12L : 4L) * entries);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
    }

    private void finish() {
        if (rows > 0) {
            flush();
        }
        blockLabels = new double[0];
        blockLengths = new int[0];
        blockColumns = new int[0];
        blockValues = new double[0];
        if (n == 0 || d == 0) {
            throw InvalidInput.at(
                    name, 0, 0, n == 0 ? "the file has no rows" : "no row has a feature", "give a file with data");
        }
        if (n > Integer.MAX_VALUE - 8) {
            throw InvalidInput.at(name, 0, 0, n + " rows are more than are counted here", "read a part of the file");
        }
    }

    /** Different labels, in order; where there are more than 100, some of them. */
    public double[] labels() {
        return labels.stream().mapToDouble(label -> label).toArray();
    }

    /** The field of each feature, or null where the file has no fields. */
    public int @Nullable [] fields() {
        return fields == null ? null : fields.clone();
    }

    /** Encodes the targets of blocks from now on. */
    public void encodeTargets(TargetEncoding encoding) {
        target = encoding;
    }

    @Override
    public Dataset block(int b) {
        Place place = places.get(b);
        ByteBuffer bytes = buffer(size(place.rows, place.entries, place.valued));
        try {
            for (long at = place.at; bytes.hasRemaining(); ) {
                int got = file.read(bytes, at);
                if (got < 0) {
                    throw new IOException("it is too short");
                }
                at += got;
            }
        } catch (IOException e) {
            throw InvalidInput.of(
                    "the temporary file of rows cannot be read (" + e.getMessage() + ")", "check its disk");
        }
        bytes.rewind();
        double[] targets = new double[place.rows];
        int[] starts = new int[place.rows + 1];
        int[] columns = new int[place.entries];
        bytes.asDoubleBuffer().get(targets);
        bytes.position(8 * place.rows);
        bytes.slice()
                .order(ByteOrder.nativeOrder())
                .asIntBuffer()
                .get(starts, 1, place.rows)
                .get(columns);
        for (int i = 0; i < place.rows; i++) {
            starts[i + 1] += starts[i];
        }
        Rows matrix;
        if (ones) {
            matrix = IndicatorRows.wrap(d, starts, columns);
        } else {
            double[] values = new double[place.entries];
            if (place.valued) {
                bytes.position(12 * place.rows + 4 * place.entries);
                bytes.slice().order(ByteOrder.nativeOrder()).asDoubleBuffer().get(values);
            } else {
                Arrays.fill(values, 1);
            }
            matrix = SparseRows.wrap(d, starts, columns, values);
        }
        return Dataset.of(matrix, target == null ? targets : target.encode(targets));
    }

    @Override
    public int count() {
        return places.size();
    }

    @Override
    public int n() {
        return (int) n;
    }

    @Override
    public int d() {
        return d;
    }

    @Override
    public int mostRows() {
        return mostRows;
    }

    @Override
    public int mostEntries() {
        return mostEntries;
    }

    @Override
    public long nonZeros() {
        return nonZeros;
    }

    @Override
    public boolean ones() {
        return ones;
    }

    /** Deletes the temporary file. */
    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // it is a temporary file that nobody reads any more
        }
    }
}
