"""All settings of the product, from environment variables with the prefix GRAPH_API_, and NEO4J_ for the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from platformdirs import user_cache_path, user_data_path
from pydantic import AliasChoices, Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

# The settings that every statement may use, as parameters of the same names.
IN_STATEMENTS = frozenset({"feedback_days"})

_PREFIX = "GRAPH_API_"
_SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})
_DEFAULT_PORTS = {"http": 80, "https": 443}
_LONGEST_SECONDS = 86_400
_LONGEST_DAYS = 36_500


class Settings(BaseSettings):
    """The settings with their defaults. Defaults are safe: loopback only, limits on."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, populate_by_name=True, frozen=True)

    host: str = Field("127.0.0.1", description="The address that the HTTP server listens on.")
    port: int = Field(8000, ge=0, le=65535, description="The port of the HTTP server; 0 chooses a free port.")
    allowed_hosts: str = Field(
        "localhost",
        description="Host names that the server accepts, besides localhost, separated by commas; `*` for any.",
    )
    allowed_origins: str | None = Field(
        None,
        description="Origins of other sites whose pages may send requests, separated by commas; by default none.",
    )
    production: bool = Field(
        default=False, description="Production mode: no GraphiQL, no introspection, no suggestions in errors."
    )
    time_zone: str = Field("Asia/Shanghai", description="The time zone that determines today's date.")
    feedback_days: int = Field(
        30,
        ge=1,
        le=_LONGEST_DAYS,
        description="The days that a conference has to give feedback on an escalated issue.",
    )
    statement_seconds: float = Field(
        10.0, gt=0, le=_LONGEST_SECONDS, description="The maximum duration of one operation, in seconds."
    )
    max_document_bytes: int = Field(100_000, gt=0, description="The maximum size of a request body, in bytes.")
    max_tokens: int = Field(5_000, gt=0, description="The maximum number of tokens in a GraphQL document.")
    max_depth: int = Field(
        15, gt=0, description="The maximum nesting depth of fields in an operation, introspection excluded."
    )
    max_statement_characters: int = Field(
        20_000,
        gt=0,
        description="The maximum number of characters of Cypher per operation; Neo4j plans about 10,000 per second.",
    )
    max_fields: int = Field(
        2_000, gt=0, description="The maximum number of fields in a document, with fragments expanded."
    )
    answer_cache_bytes: int = Field(
        32_000_000,
        ge=0,
        # The second is the name of earlier versions.
        validation_alias=AliasChoices("GRAPH_API_ANSWER_CACHE_BYTES", "GRAPH_API_KEPT_ANSWERS_BYTES"),
        description="The memory for cached results, including those of coverage rules, in bytes; 0 turns caching off.",
    )
    log_format: str = Field(
        "auto",
        pattern="^(auto|console|json)$",
        description="The format of log lines: console, json, or auto (console at a terminal, otherwise json).",
    )

    neo4j_uri: str | None = Field(
        None,
        validation_alias="NEO4J_URI",
        description="The bolt or neo4j URI of a server. Without it, the embedded Neo4j is used.",
    )
    neo4j_username: str = Field("neo4j", validation_alias="NEO4J_USERNAME", description="The user on that server.")
    neo4j_password: SecretStr = Field(
        SecretStr(""), validation_alias="NEO4J_PASSWORD", description="The password of that user."
    )
    neo4j_database: str = Field("neo4j", validation_alias="NEO4J_DATABASE", description="The database on that server.")

    embedded_cache: Path = Field(
        default_factory=lambda: user_cache_path("graph-api", appauthor=False),
        description="The folder for the embedded Neo4j's jars, which are downloaded once.",
    )
    embedded_data: Path = Field(
        default_factory=lambda: user_data_path("graph-api", appauthor=False),
        description="The folder for the embedded Neo4j's store, password and logs.",
    )
    embedded_port: int = Field(
        0, ge=0, le=65535, description="The Bolt port of the embedded Neo4j; 0 chooses a free port."
    )

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        # zoneinfo reads a file with that name: for a folder or an invalid path it raises errors of the file system.
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("unknown time zone; use a name like Asia/Shanghai") from error
        return value

    @field_validator("allowed_origins")
    @classmethod
    def _origins(cls, value: str | None) -> str | None:
        return value and ",".join(_checked_origin(each.strip()) for each in value.split(",") if each.strip())

    @field_validator("neo4j_uri")
    @classmethod
    def _server(cls, value: str | None) -> str | None:
        return None if value is None else _checked_uri(value.strip())

    @property
    def zone(self) -> ZoneInfo:
        """The time zone as an object."""
        return ZoneInfo(self.time_zone)

    def today(self) -> date:
        """Today's date in the time zone: the only place where the product asks the clock for it."""
        return datetime.now(self.zone).date()


def misspelt(environment: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each variable that starts like those of the settings, but is none of them."""
    # Compared without the prefix: with it, all names are alike.
    known = {name.removeprefix(_PREFIX): name for names in map(_variables_of, Settings.model_fields) for name in names}
    for variable in sorted(environment):
        name = variable.upper()
        if name.startswith(_PREFIX) and name not in known.values():
            near = get_close_matches(name.removeprefix(_PREFIX), known, 1)
            yield f"{variable} is not a setting of graph-api" + (f": did you mean {known[near[0]]}?" if near else ".")


def _variables_of(field: str) -> list[str]:
    alias = Settings.model_fields[field].validation_alias
    if isinstance(alias, AliasChoices):
        return [str(each) for each in alias.choices]
    return [str(alias or f"{_PREFIX}{field.upper()}")]


def _checked_uri(uri: str) -> str:
    """Checks the address of a Bolt server. Raises `ValueError` with a hint; the value may contain a password, so it is
    not quoted."""
    form = "use the form bolt://127.0.0.1:7687"
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"it is not the address of a server; {form}") from error
    if parts.scheme in ("http", "https"):
        raise ValueError(f"this product speaks Bolt to Neo4j, not HTTP; {form}")
    if parts.scheme not in _SCHEMES:
        raise ValueError(f"it must start with bolt://, neo4j://, bolt+s:// or neo4j+s://; {form}")
    if parts.username is not None:
        raise ValueError("set the user and password in NEO4J_USERNAME and NEO4J_PASSWORD instead")
    # Only a cluster's address may have a query: the context for its routing.
    beyond = parts.path not in ("", "/") or parts.fragment or (parts.query and not parts.scheme.startswith("neo4j"))
    if beyond or port == 0 or not _is_host(host or ""):
        raise ValueError(f"it is not the address of a server; {form}")
    return f"{parts.scheme}{uri[len(parts.scheme) :]}"


def _checked_origin(origin: str) -> str:
    """The origin as browsers send it: in lower case, without the port that its scheme has anyway. Raises `ValueError`."""
    form = "use the form https://board.example, with a port if it has one"
    if origin == "*":
        raise ValueError(f"every origin must be named, because the server has no accounts; {form}")
    try:
        parts = urlsplit(origin.lower())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise ValueError(f"it is not an origin; {form}") from error
    named = parts.scheme in _DEFAULT_PORTS and _is_host(host) and "*" not in host and parts.username is None
    if not named or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ValueError(f"it is not an origin; {form}")
    name = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    return f"{parts.scheme}://{name}" + ("" if port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{port}")


def _is_host(name: str) -> bool:
    try:
        if ":" in name:
            ip_address(name)
        else:
            name.encode("idna")
    except ValueError:
        return False
    return bool(name) and name.isprintable() and " " not in name
