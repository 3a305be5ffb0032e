// A link like /graphql?query=… opens with that query; otherwise the question that the city asks first.
(function () {
  "use strict";

  const FIRST_QUESTION = `# Which departments is each community
# of Donggang paired with?
# Press Ctrl-Enter to ask.
{
  city(code: "210681") {
    name
    subdistricts(first: 10) {
      nodes {
        name
        communities(first: 30) {
          nodes {
            name
            departments(first: 5) {
              totalCount
              nodes { name }
            }
          }
        }
      }
    }
  }
}
`;

  const link = new URLSearchParams(window.location.search);
  const fetcher = GraphiQL.createFetcher({ url: window.location.pathname });

  ReactDOM.createRoot(document.getElementById("graphiql")).render(
    React.createElement(GraphiQL, {
      fetcher: fetcher,
      defaultQuery: FIRST_QUESTION,
      query: link.get("query") || undefined,
      variables: link.get("variables") || undefined,
      operationName: link.get("operationName") || undefined,
      shouldPersistHeaders: false,
    })
  );
})();
