// Reads answers from the standard input, gives each to the caches of Apollo and urql, and then asks the caches alone.
// In: { possibleTypes, answers: [{ query, variables, data }] }. Out: { apollo: [data, …], urql: [data, …] }, null for what a
// cache can't answer.
import { readFileSync } from "node:fs";
import { InMemoryCache } from "@apollo/client/cache";
import { Client } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { parse } from "graphql";
import { filter, fromValue, map, mergeMap, pipe } from "wonka";

const { possibleTypes, answers } = JSON.parse(readFileSync(0, "utf8"));

function apollo() {
  const cache = new InMemoryCache({ possibleTypes });
  const asked = answers.map(({ query, variables, data }) => ({ query: parse(query), variables, data }));
  for (const { query, variables, data } of asked) cache.writeQuery({ query, variables, data });
  return asked.map(({ query, variables }) => cache.readQuery({ query, variables }));
}

async function urql() {
  const waiting = [...answers];
  const given = () => (operations) =>
    pipe(
      operations,
      filter((operation) => operation.kind === "query"),
      map((operation) => ({ operation, data: waiting.shift().data, stale: false, hasNext: false })),
    );
  const client = new Client({
    url: "http://unused.invalid",
    preferGetMethod: false,
    exchanges: [cacheExchange({ keys: {} }), given],
  });
  for (const { query, variables } of answers) {
    await client.query(query, variables, { requestPolicy: "network-only" }).toPromise();
  }
  const read = [];
  for (const { query, variables } of answers) {
    const found = await client.query(query, variables, { requestPolicy: "cache-only" }).toPromise();
    read.push(found.data ?? null);
  }
  return read;
}

console.log(JSON.stringify({ apollo: apollo(), urql: await urql() }));
