// @neo4j/graphql behind Apollo Server, as their own guides set them up: one process, on loopback.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE, GRAPH_API_PORT } = process.env;

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const typeDefs = read("type-definitions.graphql").replaceAll("{{crossings.cypher}}", () => read("crossings.cypher"));
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD), {
  notificationFilter: { minimumSeverityLevel: "OFF" },
});
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();

await startStandaloneServer(new ApolloServer({ schema }), {
  context: async () => ({ sessionConfig: { database: NEO4J_DATABASE } }),
  listen: { host: "127.0.0.1", port: Number(GRAPH_API_PORT) },
});
