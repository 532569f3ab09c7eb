package org.fenchel.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version from the manifest of the jar, and says so when there is none. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"fenchel " + number()};
    }

    /** The version alone. */
    static String number() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
