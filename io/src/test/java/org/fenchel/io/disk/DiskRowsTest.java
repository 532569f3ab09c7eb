package org.fenchel.io.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.fenchel.data.Dataset;
import org.fenchel.data.IndicatorRows;
import org.fenchel.data.InvalidInput;
import org.fenchel.data.RowBlocks;
import org.fenchel.io.libsvm.LibffmReader;
import org.fenchel.io.libsvm.LibsvmReader;
import org.fenchel.loss.Logistic;
import org.fenchel.problem.Certificate;
import org.fenchel.problem.FactorizationFit;
import org.fenchel.problem.Solution.Factorized;
import org.fenchel.solver.Run;
import org.fenchel.solver.factorization.Gibbs;
import org.fenchel.solver.factorization.ProximalFactorization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows on disk are those of the file, and fits with them are fits with rows in memory. */
class DiskRowsTest {
    private static final int ENTRIES = 500;

    @TempDir
    private Path folder;

    /** Rows in memory, in the blocks of rows on disk. */
    private record InMemory(DiskRows disk, Dataset all) implements RowBlocks {
        @Override
        public Dataset block(int b) {
            int from = IntStream.range(0, b).map(k -> disk.block(k).n()).sum();
            return all.select(IntStream.range(from, from + disk.block(b).n()).toArray());
        }

        @Override
        public int count() {
            return disk.count();
        }

        @Override
        public int n() {
            return all.n();
        }

        @Override
        public int d() {
            return all.d();
        }

        @Override
        public int mostRows() {
            return disk.mostRows();
        }

        @Override
        public int mostEntries() {
            return disk.mostEntries();
        }

        @Override
        public long nonZeros() {
            return all.rows().nonZeros();
        }

        @Override
        public boolean ones() {
            return all.rows() instanceof IndicatorRows;
        }
    }

    private Path libsvm(boolean ones) throws IOException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            int one = 1 + random.nextInt(20);
            int other = 30 + random.nextInt(20);
            text.append((one + other) % 2 == 0 ? "1" : "-1");
            text.append(' ').append(one).append(":1 ").append(other);
            text.append(ones || i < 400 ? ":1\n" : ":0.5\n"); // the first blocks have no values
        }
        return Files.writeString(folder.resolve("rows.libsvm"), text);
    }

    @ParameterizedTest
    @CsvSource({"true,1,500,3", "false,1,500,3", "true,2,500,3", "true,1,100000,1"})
    void fitsAreThoseInMemoryToTheLastBit(boolean ones, int threads, int blockEntries, int blocks) throws IOException {
        Path file = libsvm(ones);
        Dataset all = LibsvmReader.read(file, 0);
        try (DiskRows disk = DiskRows.of(file, folder, blockEntries)) {
            assertThat(disk.count()).isEqualTo(blocks);
            assertThat(disk.n()).isEqualTo(700);
            assertThat(disk.labels()).containsExactly(-1, 1);
            assertThat(disk.ones()).isEqualTo(ones);
            Factorized one = fit(disk, threads);
            assertThat(one).isEqualTo(fit(new InMemory(disk, all), threads));
            FactorizationFit whole = FactorizationFit.of(all, new Logistic(), 4, 1e-3, 1e-3);
            FactorizationFit parts = FactorizationFit.of(disk, new Logistic(), 4, 1e-3, 1e-3);
            assertThat(whole.meanLoss(one)).isLessThan(0.2);
            assertThat(parts.meanLoss(one)).isCloseTo(whole.meanLoss(one), within(1e-12));
            assertThat(parts.objective(one)).isCloseTo(whole.objective(one), within(1e-12));
        }
        try (var left = Files.list(folder)) {
            assertThat(left.filter(path -> path.toString().endsWith(".rows"))).isEmpty();
        }
    }

    private static Factorized fit(RowBlocks rows, int threads) {
        FactorizationFit problem = FactorizationFit.of(rows, new Logistic(), 4, 1e-3, 1e-3);
        Run<Factorized> run = new ProximalFactorization()
                .withStep(0.5, 0.9)
                .withDeviation(0.1)
                .withThreads(threads)
                .start(problem, 5);
        assertThat(run.certificate()).isInstanceOf(Certificate.None.class);
        while (run.health() == Run.Health.WELL) {
            run.step();
        }
        assertThat(run.onlineLoss().orElseThrow())
                .isEqualTo(run.certificate().primal())
                .isLessThan(0.3);
        assertThat(run.passes()).isEqualTo(35);
        return run.solution();
    }

    @Test
    void fieldsAndSumsOfLibffmAreKept() throws IOException {
        Path file = Files.writeString(folder.resolve("t.ffm"), "1 2:5:0.5 0:1:2\n-1 1:3:1.5 0:1:1 0:1:2\n0\n");
        LibffmReader.Fields read = LibffmReader.read(file);
        try (DiskRows disk = DiskRows.of(file, folder)) {
            assertThat(disk.fields()).containsExactly(read.fields());
            Dataset block = disk.block(0);
            assertThat(block.targets()).containsExactly(1, -1, 0);
            double[] w = {1, 10, 100, 1000, 10_000, 100_000};
            for (int i = 0; i < 3; i++) {
                assertThat(block.rows().dot(i, w))
                        .isEqualTo(read.dataset().rows().dot(i, w));
            }
        }
    }

    @Test
    void mistakesAreToldWithTheirPlace() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.libsvm"), "1 1:1\n-1 2:1\n1 1:x\n");
        assertThatThrownBy(() -> DiskRows.of(bad, folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("bad.libsvm:3:5");
        Path csv = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> DiskRows.of(csv, folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("--stream");
    }

    @Test
    void aShareOfEachBlockIsHeldOutAndStoppedBy() throws IOException {
        try (DiskRows disk = DiskRows.of(libsvm(false), folder, ENTRIES)) {
            HeldOut.Parts parts = HeldOut.of(disk, 0.2, 7);
            assertThat(parts.held().n()).isEqualTo(140);
            assertThat(parts.held().n() + parts.rest().n()).isEqualTo(disk.n());
            assertThat(parts.held().nonZeros() + parts.rest().nonZeros()).isEqualTo(disk.nonZeros());
            double[] w = IntStream.range(0, disk.d()).mapToDouble(Math::sqrt).toArray();
            for (int b = 0; b < disk.count(); b++) {
                double[] whole = dots(disk.block(b), w);
                double[] both = DoubleStream.concat(
                                Arrays.stream(dots(parts.held().block(b), w)),
                                Arrays.stream(dots(parts.rest().block(b), w)))
                        .sorted()
                        .toArray();
                assertThat(both).isEqualTo(whole);
            }
            FactorizationFit problem = FactorizationFit.of(parts.rest(), new Logistic(), 4, 1e-3, 1e-3)
                    .withValidation(parts.held());
            Run<Factorized> run = new ProximalFactorization()
                    .withStep(0.5, 1)
                    .withDeviation(0.1)
                    .withPasses(500)
                    .start(problem, 5);
            while (run.health() == Run.Health.WELL) {
                run.step();
            }
            assertThat(run.passes()).isLessThan(500);
            assertThat(FactorizationFit.of(parts.held(), new Logistic(), 4, 0, 0)
                            .meanLoss(run.solution()))
                    .isEqualTo(run.certificate().primal())
                    .isLessThan(0.5);
            assertThatThrownBy(() -> HeldOut.of(disk, 1e-9, 7))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("none to stop by");
        }
    }

    private static double[] dots(Dataset rows, double[] w) {
        return IntStream.range(0, rows.n())
                .mapToDouble(i -> rows.rows().dot(i, w))
                .sorted()
                .toArray();
    }

    @Test
    void gibbsNeedsTheRowsInMemory() throws IOException {
        try (DiskRows disk = DiskRows.of(libsvm(true), folder, ENTRIES)) {
            assertThat(new Gibbs().refusal(FactorizationFit.of(disk, new Logistic(), 4, 0, 0)))
                    .hasValueSatisfying(words -> assertThat(words).contains("in memory"));
        }
    }
}
