import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { drawingIdOf } from '../../../src/features/catalogue/drawing.ts';
import { wordingOf } from '../../../src/features/content/advice-state.ts';
import { applyAllChanges } from '../../../src/features/content/apply-all-changes.ts';
import { checkablesOf } from '../../../src/features/content/checkable.ts';
import type { TextEdit } from '../../../src/features/content/text-edit.ts';
import type { WholeContent } from '../../../src/features/content/whole-content.ts';
import { checkPack } from '../../../src/packs/check-pack.ts';
import { isWarning } from '../../../src/packs/content-problem.ts';
import { exportContent } from '../../../src/packs/export/export-content.ts';
import { loadPack } from '../../../src/packs/load-pack.ts';
import { anyChecks, anySteps, dateOf, type History, historyOf, type Step } from '../../support/content-history.ts';
import { contentFolder } from '../../support/content-strings.ts';
import { copyPack } from '../../support/copy-pack.ts';

async function contentOf(folder: string) {
  const { pack, editors, problems } = await loadPack(folder);
  const { modules } = pack.catalogue;
  const { contacts } = pack.guide;
  const [module] = modules;
  const contact = contacts.get('ppt');
  if (!module || !contact) throw new Error('the pack has no module, or no ppt');
  const base: WholeContent = { modules, contacts, editors, guide: pack.guide, words: pack.words };
  return { base, module, contact, errors: problems.filter((problem) => !isWarning(problem)) };
}

/** What people see, as far as the files can say it: that no second person has confirmed a number stands in the list of what waits. */
const seen = ({ modules, contacts, guide, words }: WholeContent) => ({
  modules,
  contacts: withoutMarks(contacts),
  guide: { ...guide, contacts: withoutMarks(guide.contacts) },
  words,
});

/** The number of a version is used once, so that released files have the next one. */
const withoutVersions = (content: WholeContent) => ({
  ...seen(content),
  modules: content.modules.map(({ version: _, ...module }) => module),
});

const withoutMarks = (contacts: WholeContent['contacts']) =>
  new Map([...contacts].map(([id, { isUnconfirmed: _, ...contact }]) => [id, contact]));

const adviceOf = ({ guide }: WholeContent) =>
  [...guide.steps.values()].flatMap(({ stepId, awaitsApproval: advice }) =>
    advice ? [{ stepId, wording: wordingOf(advice) }] : [],
  );

async function exported(folder: string, done: History) {
  const parent = await mkdtemp(path.join(tmpdir(), 'export-'));
  const out = path.join(parent, 'content');
  return { out, ...(await exportContent(folder, out, done)), clear: () => rm(parent, { recursive: true }) };
}

/** All but what is told of a contact and no second person has said yes to. */
const isInFiles = (changes: History['changes']) => (change: History['changes'][number]) =>
  change.kind !== 'contact-set' ||
  changes.some((other) => other.kind === 'contact-confirmed' && other.of === change.changeId);

const read = (folder: string, file: string) => readFile(path.join(folder, file), 'utf8');

/** Lines of the files that are not there any more. */
async function linesGone(out: string, file: string): Promise<readonly string[]> {
  const left = new Set((await read(out, file)).split('\n'));
  return (await read(contentFolder, file)).split('\n').filter((line) => !left.has(line));
}

describe('the content that is written back to files', () => {
  test('is, without a row, what files and rows are together, but for a contact’s words that one person alone stands behind; and with the rows on top it is the same once more, as a version that none has been', async () => {
    const words = await readFile(path.join(contentFolder, 'words.yaml'), 'utf8');
    // A link that stands on a card, which may be taken away, and is there still when the module is done.
    const more = { file: 'modules/uro/module.yaml', find: 'passShare: 0.8', put: 'learnMore: [plikt]\npassShare: 0.8' };
    const folder = await copyPack({ file: 'words.yaml', put: words }, more);
    const { base, module, contact } = await contentOf(folder);
    const paths =
      base.editors
        .get('uro')
        ?.texts([])
        .map((text) => text.path) ?? [];
    const factIds = [...checkablesOf(base).map(({ factId }) => factId), 'contact:ppt', 'law:gone'];
    const { steps } = base.guide;
    const shared = [...steps.keys()].filter((id) => steps.get(id)?.kind === 'ordinary').map((id) => `step:${id}`);
    const checks = anyChecks(
      [...factIds, ...shared, ...shared],
      [...adviceOf(base), { stepId: 'suicide', wording: 'of older words' }],
    );
    await fc.assert(
      fc.asyncProperty(anySteps(paths, module.cards.length), checks, async (steps, checked) => {
        const done = historyOf(module, contact, [...steps, ...checked]);
        const { out, clear } = await exported(folder, done);
        const after = await contentOf(out);
        await clear();
        const rows = { dateOf, texts: done.texts };
        const confirmed = done.changes.filter(isInFiles(done.changes));
        expect(after.errors).toEqual([]);
        expect(seen(after.base)).toEqual(seen(applyAllChanges(base, confirmed, rows)));
        const wanted = applyAllChanges(base, done.changes, rows);
        const onTop = applyAllChanges(after.base, done.changes, rows);
        expect(withoutVersions(onTop)).toEqual(withoutVersions(wanted));
        const versionOf = ({ modules }: WholeContent) => modules.find(({ moduleId }) => moduleId === 'uro')?.version;
        // A version of the files is called otherwise than any that was seen before.
        const isNewVersion = versionOf(after.base) !== versionOf(base);
        if (isNewVersion) expect(versionOf(onTop)).toBeGreaterThan(versionOf(wanted) ?? 0);
        else expect(versionOf(onTop)).toBe(versionOf(wanted));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('has the words of a contact that two people stand behind, and none that wait for the second', async () => {
    const { module, contact } = await contentOf(contentFolder);
    const details = (use: string, isConfirmed: boolean): Step => ({
      ...{ kind: 'details', use, opening: 'weekdays', isConfirmed },
    });
    const steps = [details('råd om språk', true), details('alt mulig', false)];
    const { out, files, waiting, clear } = await exported(contentFolder, historyOf(module, contact, steps));
    onTestFinished(clear);
    expect(files).toEqual(['contacts.yaml']);
    expect(waiting).toMatchObject([{ subject: 'contact:ppt', what: 'words', isInFiles: false }]);
    const contacts = await read(out, 'contacts.yaml');
    expect(contacts).toContain('råd om språk');
    expect(contacts).not.toContain('alt mulig');
  });

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
    const structure = await read(out, `${own}/module.yaml`);
    expect(await linesGone(out, `${own}/module.yaml`)).toHaveLength(2);
    expect((await linesGone(out, 'contacts.yaml')).length).toBeLessThan(4);
    expect(structure).toMatch(/^# Structure only/);
    expect(structure).toContain(`version: ${module.version + 1}\n`);
    expect(structure).toContain('approvedBy: "Kari: «Nordmann» #1"');
    expect(await read(out, `${own}/nb.yaml`)).toContain('text: |-\n      Første linje.\n\n      - én\n      - to\n');
    const { problems } = await checkPack(out, new Date('2026-11-23T09:00:00Z'));
    expect(problems.filter((problem) => !isWarning(problem))).toEqual([]);
  });

  test('has every check and every approved advice where it lies, with the comments, and no other line changed', async () => {
    const { base, module, contact } = await contentOf(contentFolder);
    const [advice] = adviceOf(base).filter(({ stepId }) => stepId === 'suicide');
    const ids = [
      'law:opplaeringslova-24-3',
      'contact:ambulance',
      'tool:undringsnotat',
      'word:bti',
      'module:meldeplikt',
    ];
    const on = '2027-01-04' as const;
    const steps: Step[] = [
      ...[...ids, 'step:where', 'step:missing'].map((factId): Step => ({ kind: 'check', factId, on })),
      { kind: 'check', factId: 'law:barnehageloven-46', on, confirmedTo: '2027-07-04' },
      { kind: 'advice', does: 'approve', stepId: 'suicide', wording: advice?.wording ?? '' },
      { kind: 'advice', does: 'confirm', stepId: 'suicide', wording: '' },
    ];
    const { out, files, clear } = await exported(contentFolder, historyOf(module, contact, steps));
    onTestFinished(clear);
    expect(files.toSorted()).toEqual([
      ...['contacts.yaml', 'guides/branches.yaml', 'guides/levels.yaml', 'laws.yaml'],
      ...['modules/meldeplikt/module.yaml', 'tools.yaml', 'words.yaml'],
    ]);
    const gone = await Promise.all(files.map((file) => linesGone(out, file)));
    expect(gone.flat().filter((line) => !/verifiedAt: |approval: \{ status: utkast/.test(line))).toEqual([]);
    const branches = await readFile(path.join(out, 'guides/branches.yaml'), 'utf8');
    expect(branches).toMatch(
      /approval: \{ status: approved, owner: kommuneoverlege, approvedBy: "Kari: «Nordmann» #1", approvedAt: 2026-11-23, validTo: 2027-11-01 \}/,
    );
    const { problems } = await checkPack(out, new Date('2027-01-04T09:00:00Z'));
    const errors = problems.filter((problem) => !isWarning(problem));
    expect(errors.filter(({ message }) => !message.includes('out of date'))).toEqual([]);
  });

  test('has no drawing of a card that is taken away, and passes the check', async () => {
    const { pack } = await loadPack(contentFolder);
    const { contact } = await contentOf(contentFolder);
    const ids = pack.drawings.map(({ drawingId }) => drawingId);
    const drawn = pack.catalogue.modules.flatMap((module) =>
      module.cards.flatMap(({ cardId }, card) =>
        ids.includes(drawingIdOf(module.moduleId, cardId)) ? [{ module, cardId, card }] : [],
      ),
    );
    expect(drawn.map(({ cardId }) => cardId)).toContain('nivaaene');
    for (const { module, cardId, card } of drawn) {
      const done = historyOf(module, contact, [{ kind: 'withdraw', card }]);
      const { out, files, clear } = await exported(contentFolder, done);
      onTestFinished(clear);
      expect(files).toContain('drawings.yaml');
      const id = drawingIdOf(module.moduleId, cardId);
      expect((await linesGone(out, 'drawings.yaml')).join('\n')).toMatch(new RegExp(`^  - id: ${id}\\n.*$`));
      const { problems } = await checkPack(out, new Date('2026-11-23T09:00:00Z'));
      expect(problems.filter((problem) => !isWarning(problem))).toEqual([]);
    }
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
