import { Failure } from '../../core/failure.ts';
import type { GraphAnswer, GraphHttp } from './graph-http.ts';

/** `path` is below the version, and may have its query in it, as an address that Graph gave us does; values of `query` are plain text. */
export type GraphRequest = {
  path: string;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** What is posted, as JSON. Without it the request is a GET. */
  body?: object;
};

/** Asks Graph once. */
export type GraphClient = { ask(request: GraphRequest): Promise<GraphAnswer> };

const version = 'v1.0';

/** The whole address of something in Graph, for where Graph wants one in a body. */
export const addressOf = (path: string, origin: string): string => `${origin}/${version}${path}`;

/**
 * Microsoft's own client builds the request; ours is all that goes over the wire, in place of its middleware, which would try again and follow
 * redirects behind our back. It is loaded when it is first needed.
 */
export function createGraphClient({ origin, http }: { origin: string; http: GraphHttp }): GraphClient {
  const load = async () => {
    const { Client, ResponseType } = await import('@microsoft/microsoft-graph-client');
    // Each request is told apart by its own answer, so that what went wrong keeps our word for it.
    return { Client, responseType: ResponseType.RAW };
  };
  let loaded: ReturnType<typeof load> | undefined;
  return {
    async ask({ path, query = {}, headers = {}, body }) {
      loaded ??= load();
      const { Client, responseType } = await loaded;
      let answer: GraphAnswer | undefined;
      const client = Client.initWithMiddleware({
        ...{ baseUrl: `${origin}/`, defaultVersion: version },
        middleware: {
          async execute(context) {
            const url = String(context.request);
            answer = await (body ? http.post(url, headers, JSON.stringify(body)) : http.get(url, headers));
            context.response = new Response(null, { status: 200 });
          },
        },
      });
      const encoded = Object.entries(query).map(([name, value]) => [name, encodeURIComponent(value)]);
      const request = client.api(path).query(Object.fromEntries(encoded)).responseType(responseType);
      await (body ? request.post(body) : request.get());
      if (!answer) throw new Failure('bug', 'the client of Graph asked nothing; look at its new version');
      return answer;
    },
  };
}

/**
 * What comes after the version in an address that Graph gave us, `undefined` for one that is not of the same origin and version: an
 * answer, or a row, could send us and our token anywhere.
 */
export function pathOf(url: string, origin: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { origin: own, pathname, search } = new URL(url);
  if (own !== origin || !pathname.startsWith(`/${version}/`)) return undefined;
  return `${pathname.slice(version.length + 1)}${search}`;
}
