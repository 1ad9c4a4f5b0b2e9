import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { conversationRow, profileRow } from '../../src/features/people/person-rows.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { readInstallOptions, runInstall } from '../../src/tools/app-install/run-install.ts';
import { tellStop } from '../../src/tools/app-install/tell-install.ts';
import { openGraphInstaller } from '../support/graph-directory.ts';
import { type GraphStub, graphId, graphUsers, startGraphStub } from '../support/graph-stub.ts';
import { memoryStores } from '../support/memory-stores.ts';
import { addPerson, aPerson } from '../support/person-builder.ts';
import { appId } from '../support/service-environment.ts';

const catalogueId = 'b1c5353a-7aca-41b3-830f-27d5218fe0e5';

let graph: GraphStub;
let stores: ReturnType<typeof memoryStores>;

beforeEach(async () => {
  graph = await startGraphStub(graphUsers(200));
  graph.apps.catalogue.push({ id: catalogueId, externalId: appId });
  stores = memoryStores();
  await addPerson(stores, aPerson('kari', { aadObjectId: graphId(0), displayName: 'Kari Chat' }));
  await addWithout('nora', { aadObjectId: graphId(1), displayName: '=HYPERLINK("x")' });
  await addWithout('per', { aadObjectId: graphId(2), displayName: 'Per Lund' });
  await addWithout('ola', { displayName: 'Ola Uten' });
  await addWithout('eva', { aadObjectId: graphId(3), displayName: 'Eva Slutta', endsOn: '2026-11-10' });
  await addWithout('liv', { aadObjectId: graphId(4), displayName: 'Liv Nei' }, 'ConversationBlockedByUser');
  await addWithout('siv', { aadObjectId: graphId(5), displayName: 'Siv Vekk' }, 'uninstalled');
});
afterEach(() => graph.stop());

/** Somebody of the staff list without a chat, or with one that is shut. */
async function addWithout(personId: string, changes: Parameters<typeof aPerson>[1], reason?: string): Promise<void> {
  const person = aPerson(personId, { employedOn: '2015-08-01', ...changes });
  const chat = { conversationId: `chat-${personId}`, serviceUrl: 'https://smba.example', tenantId: 't', botId: '28:b' };
  const shut = reason === undefined ? [] : [createRow(conversationRow, { ...chat, state: 'blocked', reason })];
  await stores.people.commit({ personId, writes: [createRow(profileRow, person), ...shut] });
  await stores.units.createMember(person.unitId, personId);
}

/** The command, from its words to what it prints. */
async function run(args: readonly string[], isStopped: (lines: readonly string[]) => boolean = () => false) {
  const lines: string[] = [];
  const { pauses, ...installer } = openGraphInstaller(graph);
  const needs = { stores, installer, appId, zone: 'Europe/Oslo', now: new Date('2026-11-23T09:00:00Z') };
  const tell = (line: string) => void lines.push(line);
  const stop = await runInstall(readInstallOptions(args), { ...needs, tell, isStopped: () => isStopped(lines) });
  return { out: `${lines.join('\n')}\n`, stop, pauses };
}

async function newFile(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'install-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return path.join(folder, 'list.csv');
}

const had = () => [...graph.apps.installed.keys()].toSorted();
const names = /Kari|Per |Ola|Eva|Liv|Siv|HYPERLINK|fjordvik|00000000-0000/;

describe('npm run app:install', () => {
  it('says first what would happen, and does nothing', async () => {
    const { out, stop } = await run([]);
    expect(out).toBe(
      [
        '7 people in the staff list:',
        '  2 would get it',
        '  1 can be written to already',
        '  1 not at work here today',
        '  1 no id from Entra in the staff list',
        '  1 has blocked Undring',
        '  1 has had it taken away',
        'Dry run: nobody is given anything. Run it again with --apply.',
        '',
      ].join('\n'),
    );
    expect(stop).toBeUndefined();
    expect(graph.seen.map(({ url }) => url.split('?')[0])).toEqual(['/v1.0/appCatalogs/teamsApps']);
  });

  it('gives it to who is to have it, names nobody where it runs, and tells each in a file that no program works out', async () => {
    graph.apps.blocked.add(graphId(2));
    const file = await newFile();
    const { out, stop } = await run(['--apply', '--list', file]);
    expect(stop).toBeUndefined();
    expect(out).toContain('  1 got it\n');
    expect(out).toContain('  1 not allowed by Teams\n');
    expect(out).not.toMatch(names);
    expect(had()).toEqual([graphId(1)]);
    const lines = (await readFile(file, 'utf8')).replace('\ufeff', '').split('\r\n');
    expect(lines).toHaveLength(1 + 7 + 1);
    expect(lines[0]).toBe('Name;Result');
    expect(lines).toContain(`"'=HYPERLINK(""x"")";got it`);
    expect(lines).toContain('Per Lund;not allowed by Teams');
    expect(lines).toContain('Liv Nei;has blocked Undring');
    expect(lines.join()).not.toMatch(/00000000-0000|nora/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('run again gives nobody anything twice, and gives who had it taken away the app where that is asked for', async () => {
    await run(['--apply']);
    const { out } = await run(['--apply', '--also-uninstalled']);
    expect(out).toContain('  1 got it\n  2 had it already\n');
    expect(had()).toEqual([1, 2, 5].map(graphId));
  });

  it('stopped in the middle tells the rest as not tried, and goes on the next time', async () => {
    for (let at = 10; at < 160; at += 1) {
      await addWithout(`p${at}`, { aadObjectId: graphId(at), displayName: 'Kari Lund' });
    }
    const { out, stop } = await run(['--apply'], (lines) => lines.includes('100 of 152 tried'));
    expect(stop).toBe('asked');
    const before = had().length;
    expect(before).toBeLessThanOrEqual(104);
    expect(out).toContain(`  ${152 - before} not tried\n`);
    expect((await run(['--apply'])).out).toContain(`  ${152 - before} got it\n  ${before} had it already\n`);
    expect(had()).toHaveLength(152);
  });

  it('goes on where Graph asks it to wait', async () => {
    graph.meets('nothing', { status: 429, headers: { 'retry-after': '9' } });
    const { out, pauses } = await run(['--apply']);
    expect(out).toContain('  2 got it\n');
    expect(pauses).toEqual([9_000]);
  });

  it('names the permission where the app may do nothing', async () => {
    graph.apps.lacks.add('TeamsAppInstallation.ReadWriteSelfForUser.All');
    const { out, stop } = await run(['--apply']);
    expect(out).toContain('  2 not allowed by Teams\n');
    expect(stop && tellStop(stop)).toMatch(/^Stopped: .*TeamsAppInstallation\.ReadWriteSelfForUser\.All/);
    graph.apps.lacks.add('AppCatalog.Read.All');
    await expect(run([])).rejects.toThrow(/AppCatalog\.Read\.All$/);
  });

  it('gives nobody anything where the app is not uploaded, the file is there already, or the words are wrong', async () => {
    await expect(run(['--apply', '--app-id', '11111111-0000-4000-8000-0000000000bb'])).rejects.toThrow('upload it');
    const file = await newFile();
    await writeFile(file, 'mine');
    await expect(run(['--apply', '--list', file])).rejects.toThrow('not there yet');
    expect(await readFile(file, 'utf8')).toBe('mine');
    for (const args of [['--app-id', "x' or 1 eq 1"], ['--aply'], ['list.csv']]) {
      await expect(run(args)).rejects.toThrow('Usage');
    }
    expect(had()).toEqual([]);
  });
});
