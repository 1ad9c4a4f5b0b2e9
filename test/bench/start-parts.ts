/** One start of the service, part by part, in a process of its own. Writes milliseconds as JSON: { part: ms }. */
const parts: Record<string, number> = {};
const timed = async <T>(part: string, run: () => Promise<T>): Promise<T> => {
  const from = performance.now();
  const value = await run();
  parts[part] = performance.now() - from;
  return value;
};

parts['node and reading TypeScript'] = performance.now();
const { loadConfig } = await timed('import: configuration', () => import('../../src/config.ts'));
await timed('import: botbuilder', () => import('botbuilder'));
await timed('import: restify', () => import('restify'));
await timed('import: Azure clients', () =>
  Promise.all([import('@azure/data-tables'), import('@azure/storage-queue'), import('@azure/identity')]),
);
await timed('import: card templating', () => import('../../src/views/templating-library.ts'));
await timed('import: all else', () => import('../../src/compose.ts'));
const config = loadConfig();
const { openTables } = await import('../../src/outbound/azure-tables/open-tables.ts');
const { openQueues } = await import('../../src/outbound/azure-queue/open-queues.ts');
const { loadPack } = await import('../../src/packs/load-pack.ts');
const { createRender } = await import('../../src/views/create-render.ts');
const connection = { connection: config.storage, prefix: config.storage.prefix };
await timed('storage', () => Promise.all([openTables(connection), openQueues(connection)]));
const { pack } = await timed('pack', () => loadPack(config.packFolder));
const cardsFolder = new URL('../../cards', import.meta.url).pathname;
await timed('templates', () => createRender({ cardsFolder, texts: pack.texts, zone: pack.zone }));
process.stdout.write(JSON.stringify(parts));
process.exit(0);
