// Lists the departments that are paired with another community than the leader in charge of them.
//
//     node examples/misaligned.mts [ADDRESS [PLACE]]
//
// Needs Node 22.18 or later, which runs TypeScript as it is. Fetches page by page, and tries again when the server asks for it.
import { readFileSync } from "node:fs";

const [ADDRESS = "http://127.0.0.1:8000/graphql", PLACE = "210681"] = process.argv.slice(2);
const OPERATION = readFileSync(new URL("misaligned.graphql", import.meta.url), "utf8");
const ATTEMPTS = 5;

// What the operation takes and returns. A code generator writes such types from `schema.graphql` and the operation.
type Variables = {
  within: string;
  first: number;
  after?: string | null;
};
type Data = {
  departments: {
    totalCount: number;
    pageInfo: {
      hasNextPage: boolean;
      endCursor: string | null;
    };
    nodes: Array<{
      code: string;
      name: string;
      pairing: {
        community: {
          name: string;
        };
      } | null;
      supervisor: {
        title: string;
        pairing: {
          community: {
            name: string;
          };
        } | null;
      } | null;
    }>;
  };
};
type Failure = { message: string; extensions: { code: string; requestId: string; retryAfter?: number } };
type Result = { data?: Data | null; errors?: Failure[] };

async function ask(variables: Variables): Promise<Data> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(ADDRESS, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
      body: JSON.stringify({ query: OPERATION, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    const { data, errors: [error] = [] } = (await response.json()) as Result;
    if (!error && data) return data;
    if (!error) throw new Error(`The server answered with the status ${response.status}.`);
    const { code, requestId, retryAfter = 1 } = error.extensions;
    // The request is fine, but the server can't answer it yet.
    if (code !== "UNAVAILABLE" || attempt === ATTEMPTS) {
      throw new Error(`${code}: ${error.message} (request ${requestId})`);
    }
    await new Promise((resume) => setTimeout(resume, retryAfter * 1000));
  }
}

async function* misaligned(within: string) {
  let after: string | null = null;
  for (;;) {
    const { departments }: Data = await ask({ within, first: 10, after });
    yield* departments.nodes;
    if (!departments.pageInfo.hasNextPage) return;
    after = departments.pageInfo.endCursor;
  }
}

try {
  for await (const { code, name, pairing, supervisor } of misaligned(PLACE)) {
    const cells = [code, name, pairing?.community.name, supervisor?.title, supervisor?.pairing?.community.name];
    console.log(cells.join("\t"));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
