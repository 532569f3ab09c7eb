package org.fenchel.cli.links;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file of links says, with the pairs drawn beside it.
 *
 * @param known as the file has it
 * @param disjoint whether no name is in both columns although they are one set
 */
record LinkData(LinkTable.Nodes nodes, LabelledPairs pairs, LinkTable.Known known, boolean disjoint) {
    /** All pairs of a file; random ones are added where the options say so. */
    static LinkData of(LinkTable table, LinkTable.Nodes nodes, LinkOptions options, long seed) {
        Map<String, Integer> begins = numbers(nodes.begins());
        Map<String, Integer> ends = nodes.oneSet() ? begins : numbers(nodes.ends());
        int m = nodes.begins().size();
        int n = nodes.ends().size();
        LinkTable.Known known = table.pairs(
                name -> begins.getOrDefault(name, -1), name -> ends.getOrDefault(name, -1), n, LinkJob.all(table.n()));
        return new LinkData(
                nodes,
                LabelledPairs.of(m, n, known.known(), options.draws(), !nodes.oneSet(), seed),
                known,
                nodes.oneSet() && table.disjoint());
    }

    private static Map<String, Integer> numbers(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }
}
