"""Every setting of the product, from the environment: prefix GRAPH_API_, and for the database its customary NEO4J_ names."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})
_LONGEST_SECONDS = 86_400
_LONGEST_DAYS = 36_500


class Settings(BaseSettings):
    """The settings with their defaults. Defaults are safe: loopback only, limits on."""

    model_config = SettingsConfigDict(
        env_prefix="GRAPH_API_", env_ignore_empty=True, populate_by_name=True, frozen=True
    )

    host: str = Field("127.0.0.1", description="Address that the HTTP server listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port of the HTTP server; 0 takes a free one.")
    allowed_hosts: str = Field(
        "localhost",
        description="Host names that the server answers to, besides localhost, separated by commas; `*` for any.",
    )
    production: bool = Field(
        default=False, description="Production mode: no GraphiQL, no introspection, no suggestions in errors."
    )
    time_zone: str = Field("Asia/Shanghai", description="Time zone in which today is today.")
    feedback_days: int = Field(
        30,
        ge=1,
        le=_LONGEST_DAYS,
        description="Longest time that a conference may take for its feedback on an issue, days.",
    )
    statement_seconds: float = Field(
        10.0, gt=0, le=_LONGEST_SECONDS, description="Longest time that one operation may take, seconds."
    )
    max_document_bytes: int = Field(100_000, gt=0, description="Largest request body, bytes.")
    max_tokens: int = Field(5_000, gt=0, description="Most tokens in a GraphQL document.")
    max_depth: int = Field(15, gt=0, description="Deepest nesting of fields in an operation, introspection aside.")
    max_statement_characters: int = Field(
        20_000,
        gt=0,
        description="Most characters of Cypher that an operation may become; Neo4j plans about ten thousand a second.",
    )
    max_fields: int = Field(
        2_000, gt=0, description="Most fields in all operations of a document, with fragments spread."
    )
    kept_answers_bytes: int = Field(
        32_000_000,
        ge=0,
        description="Memory for answers that are given again while the graph is unchanged, and for judgements of coverage, "
        "bytes; 0 keeps none.",
    )
    log_format: str = Field(
        "auto",
        pattern="^(auto|console|json)$",
        description="How log lines are written: console, json, or auto: console at a terminal, json elsewhere.",
    )

    neo4j_uri: str | None = Field(
        None,
        validation_alias="NEO4J_URI",
        description="Bolt or neo4j URI of a server; without it the embedded one is used.",
    )
    neo4j_username: str = Field("neo4j", validation_alias="NEO4J_USERNAME", description="User of that server.")
    neo4j_password: SecretStr = Field(
        SecretStr(""), validation_alias="NEO4J_PASSWORD", description="Password of that user."
    )
    neo4j_database: str = Field("neo4j", validation_alias="NEO4J_DATABASE", description="Database on that server.")

    embedded_cache: Path = Field(
        default_factory=lambda: user_cache_path("graph-api", appauthor=False),
        description="Folder of what is fetched once: the embedded Neo4j's jars.",
    )
    embedded_data: Path = Field(
        default_factory=lambda: user_data_path("graph-api", appauthor=False),
        description="Folder of the embedded Neo4j's store, password and logs.",
    )
    embedded_port: int = Field(0, ge=0, le=65535, description="Bolt port of the embedded Neo4j; 0 takes a free one.")

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        # zoneinfo looks for a file of that name: what it says of a folder, or of a path, is the file system's.
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("it names no known time zone; write it like Asia/Shanghai") from error
        return value

    @field_validator("neo4j_uri")
    @classmethod
    def _server(cls, value: str | None) -> str | None:
        return None if value is None else _checked_uri(value.strip())

    @property
    def zone(self) -> ZoneInfo:
        """The time zone as an object."""
        return ZoneInfo(self.time_zone)


def _checked_uri(uri: str) -> str:
    """The address of a server over Bolt. Raises `ValueError` with what to do; the text may hold a password, so it isn't told."""
    form = "write it like bolt://127.0.0.1:7687"
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ValueError(f"it is no address of a server; {form}") from error
    if parts.scheme in ("http", "https"):
        raise ValueError(f"this product speaks Bolt to Neo4j, not HTTP; {form}")
    if parts.scheme not in _SCHEMES:
        raise ValueError(f"it begins with none of bolt://, neo4j://, bolt+s:// and neo4j+s://; {form}")
    if parts.username is not None:
        raise ValueError("user and password belong into NEO4J_USERNAME and NEO4J_PASSWORD")
    # Only a cluster's address may carry a query: the context for its routing.
    beyond = parts.path not in ("", "/") or parts.fragment or (parts.query and not parts.scheme.startswith("neo4j"))
    if beyond or port == 0 or not _is_host(host or ""):
        raise ValueError(f"it is no address of a server; {form}")
    return f"{parts.scheme}{uri[len(parts.scheme) :]}"


def _is_host(name: str) -> bool:
    try:
        if ":" in name:
            ip_address(name)
        else:
            name.encode("idna")
    except ValueError:
        return False
    return bool(name) and name.isprintable() and " " not in name
