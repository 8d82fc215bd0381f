/** A {@code PackageRepository} on {@code java.nio.file} that publishes YUM repositories. */
module org.gridrollout.filesystem {
    requires transitive org.gridrollout.api;
    requires transitive java.net.http;
    requires java.xml;
    requires com.github.luben.zstd_jni;
    requires org.apache.commons.compress;
    requires org.bouncycastle.pg;
    requires org.bouncycastle.provider;
    requires org.slf4j;
    requires org.tukaani.xz;
    requires static java.compiler;
    requires static org.immutables.value.annotations;

    uses org.gridrollout.api.spi.VersionScheme;

    exports org.gridrollout.filesystem;
    exports org.gridrollout.filesystem.base;
    exports org.gridrollout.filesystem.signature;
    exports org.gridrollout.filesystem.upkeep;
}
