package org.fenchel.lab.page;

import java.util.List;

/** Colours that people with any kind of colour vision can tell apart, on light and on dark: after M. Okabe and K. Ito (2008). */
final class Palette {
    /** As in CSS; series beyond the last begin again. */
    static final List<String> COLOURS =
            List.of("#0b7bc1", "#d55e00", "#009e73", "#c46aa0", "#b98a00", "#4fa8d8", "#8b62c9", "#7d7d7d");

    /** Below 0, at 0 and above. */
    static final List<String> DIVERGING = List.of("#0b7bc1", "#f7f7f7", "#d55e00");

    private Palette() {}
}
