package org.fenchel.cli.reproduce;

import java.nio.file.Path;
import org.fenchel.lab.Report;

/** A report and its page. */
public record Written(Report report, Path page) {}
