import type { IncomingMessage } from 'node:http';

type CatalogueApp = { id: string; externalId: string };
type Permission = 'AppCatalog.Read.All' | 'TeamsAppInstallation.ReadWriteSelfForUser.All';

/** What Teams keeps behind Graph about apps and who has them. */
export type GraphApps = {
  catalogue: CatalogueApp[];
  /** How many apps a page of the catalogue holds. */
  pageSize: number;
  lacks: Set<Permission>;
  /** Who has which app, by user. */
  installed: Map<string, Set<string>>;
  /** Users whose permission policy blocks the app. */
  blocked: Set<string>;
};

export const newGraphApps = (): GraphApps => ({
  ...{ catalogue: [], pageSize: 20, lacks: new Set(), installed: new Map(), blocked: new Set() },
});

export type AppsAnswer = { status: number; code: string } | { status: number; body?: object };

type Asked = { url: URL; request: IncomingMessage; body: string; has(userId: string): boolean };

/** As Graph answers about apps; `undefined` for what is not about them. */
export function answerApps(apps: GraphApps, asked: Asked): AppsAnswer | undefined {
  const { url, request } = asked;
  if (url.pathname === '/v1.0/appCatalogs/teamsApps') return listApps(apps, url);
  const [, userId] = /^\/v1\.0\/users\/([^/]+)\/teamwork\/installedApps$/.exec(url.pathname) ?? [];
  if (userId === undefined) return undefined;
  return request.method === 'POST' ? install(apps, userId, asked) : { status: 405, code: 'MethodNotAllowed' };
}

/** A filter is looked for page by page: the first may be empty, and have another after it. */
function listApps({ catalogue, pageSize, lacks }: GraphApps, url: URL): AppsAnswer {
  if (lacks.has('AppCatalog.Read.All')) return { status: 403, code: 'Forbidden' };
  const [, wanted] = /^externalId eq '([^']+)'$/.exec(url.searchParams.get('$filter') ?? '') ?? [];
  const from = Number(url.searchParams.get('$skiptoken') ?? 0);
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(from + pageSize));
  const value = catalogue
    .slice(from, from + pageSize)
    .filter(({ externalId }) => wanted === undefined || externalId === wanted)
    .map((app) => ({ ...app, displayName: 'Undring', distributionMethod: 'organization' }));
  return {
    status: 200,
    body: {
      '@odata.context': `${url.origin}/v1.0/$metadata#appCatalogs/teamsApps`,
      ...(from + pageSize < catalogue.length && { '@odata.nextLink': next.href }),
      value,
    },
  };
}

function install(apps: GraphApps, userId: string, { url, request, body, has }: Asked): AppsAnswer {
  if (request.headers['content-type'] !== 'application/json') return { status: 415, code: 'UnsupportedMediaType' };
  const bound = String(JSON.parse(body)['teamsApp@odata.bind']);
  const app = apps.catalogue.find(({ id }) => bound === `${url.origin}/v1.0/appCatalogs/teamsApps/${id}`);
  if (!app) return { status: 400, code: 'BadRequest' };
  if (apps.lacks.has('TeamsAppInstallation.ReadWriteSelfForUser.All')) return { status: 403, code: 'Forbidden' };
  if (!has(userId)) return { status: 404, code: 'NotFound' };
  if (apps.blocked.has(userId)) return { status: 403, code: 'Forbidden' };
  const own = apps.installed.get(userId) ?? new Set();
  if (own.has(app.id)) return { status: 409, code: 'Conflict' };
  apps.installed.set(userId, own.add(app.id));
  return { status: 201 };
}
