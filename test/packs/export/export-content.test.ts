import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { applyChanges, type ChangeableContent } from '../../../src/features/content/apply-changes.ts';
import type { TextEdit } from '../../../src/features/content/text-edit.ts';
import { checkPack } from '../../../src/packs/check-pack.ts';
import { isWarning } from '../../../src/packs/content-problem.ts';
import { exportContent } from '../../../src/packs/export/export-content.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import { anySteps, dateOf, type History, historyOf, type Step } from '../../support/content-history.ts';
import { contentFolder } from '../../support/content-strings.ts';
import { copyPack } from '../../support/copy-pack.ts';

async function contentOf(folder: string) {
  const { pack, editors, problems } = await loadPack(folder);
  const { modules } = pack.catalogue;
  const { contacts } = pack.guide;
  const [module] = modules;
  const contact = contacts.get('ppt');
  if (!module || !contact) throw new Error('the pack has no module, or no ppt');
  const base: ChangeableContent = { modules, contacts, editors };
  return { base, module, contact, errors: problems.filter((problem) => !isWarning(problem)) };
}

/** What people see. */
const seen = ({ modules, contacts }: ChangeableContent) => ({ modules, contacts });

async function exported(folder: string, done: History) {
  const parent = await mkdtemp(path.join(tmpdir(), 'export-'));
  const out = path.join(parent, 'content');
  return { out, files: await exportContent(folder, out, done), clear: () => rm(parent, { recursive: true }) };
}

describe('the content that is written back to files', () => {
  test('is, without a row, what files and rows are together; and with the rows on top it is the same once more', async () => {
    const folder = await copyPack();
    const { base, module, contact } = await contentOf(folder);
    const paths =
      base.editors
        .get('uro')
        ?.texts([])
        .map((text) => text.path) ?? [];
    await fc.assert(
      fc.asyncProperty(anySteps(paths, module.cards.length), async (steps) => {
        const done = historyOf(module, contact, steps);
        const { out, clear } = await exported(folder, done);
        const after = await contentOf(out);
        await clear();
        const rows = { dateOf, texts: done.texts };
        const wanted = seen(applyChanges(base, done.changes, rows));
        expect(after.errors).toEqual([]);
        expect(seen(after.base)).toEqual(wanted);
        expect(seen(applyChanges(after.base, done.changes, rows))).toEqual(wanted);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('changes only the lines that were changed, and passes the check', async () => {
    const { module, contact } = await contentOf(contentFolder);
    const first = module.cards[0]?.cardId ?? '';
    const edits: TextEdit[] = [
      { path: `cards.${first}.heading`, locale: 'nb', text: 'En ny overskrift' },
      { path: `cards.${first}.text`, locale: 'nb', text: 'Første linje.\n\n- én\n- to' },
    ];
    const steps: Step[] = [
      { kind: 'texts', edits, isAccepted: true },
      { kind: 'approve' },
      { kind: 'number', number: '77001234', isConfirmed: true },
    ];
    const { out, files, clear } = await exported(contentFolder, historyOf(module, contact, steps));
    onTestFinished(clear);
    const own = `modules/${module.moduleId}`;
    expect(files).toEqual([`${own}/module.yaml`, `${own}/nb.yaml`, 'contacts.yaml']);
    const read = (folder: string, file: string) => readFile(path.join(folder, file), 'utf8');
    const linesGone = async (file: string) => {
      const left = new Set((await read(out, file)).split('\n'));
      return (await read(contentFolder, file)).split('\n').filter((line) => !left.has(line)).length;
    };
    const structure = await read(out, `${own}/module.yaml`);
    expect(await linesGone(`${own}/module.yaml`)).toBe(2);
    expect(await linesGone('contacts.yaml')).toBeLessThan(4);
    expect(structure).toMatch(/^# Structure only/);
    expect(structure).toContain(`version: ${module.version + 1}\n`);
    expect(structure).toContain('approvedBy: "Kari: «Nordmann» #1"');
    expect(await read(out, `${own}/nb.yaml`)).toContain('text: |-\n      Første linje.\n\n      - én\n      - to\n');
    const { problems } = await checkPack(out, new Date('2026-11-23T09:00:00Z'));
    expect(problems.filter((problem) => !isWarning(problem))).toEqual([]);
  });

  test('without a change is the same, letter by letter', async () => {
    const { out, files, clear } = await exported(contentFolder, { changes: [], texts: new Map() });
    onTestFinished(clear);
    expect(files).toEqual([]);
    expect((await readdir(out)).sort()).toEqual((await readdir(contentFolder)).sort());
  });

  test('is never written over something', async () => {
    const nothing = { changes: [], texts: new Map() };
    await expect(exportContent(contentFolder, contentFolder, nothing)).rejects.toMatchObject({ kind: 'invalid' });
  });
});
