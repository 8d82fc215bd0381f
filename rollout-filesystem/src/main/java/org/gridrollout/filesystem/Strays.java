package org.gridrollout.filesystem;

import java.nio.file.Path;
import org.gridrollout.filesystem.upkeep.Damage;

/** Files that nothing explains. Nobody but a person can know what they are. */
final class Strays {

    private Strays() {}

    static void report(Path path, Survey survey) {
        survey.lost(
                Damage.Kind.STRAY,
                path,
                "Nothing explains " + path + ".",
                "If someone put it there, it belongs elsewhere: move it away.");
    }
}
