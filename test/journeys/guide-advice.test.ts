import { beforeEach, describe, expect, test } from 'vitest';
import { hasAdvice } from '../../src/features/content/decide-check.ts';
import { toArray } from '../../src/features/people/person-store.ts';
import { buttonsOf, createDrive, type Drive, wordsOf } from '../support/drive.ts';
import { aPerson } from '../support/person-builder.ts';
import { mondayMorning, olav, rektor, settle } from './people.ts';

const aad = (n: number): string => `00000000-0000-4000-8000-00000000030${n}`;
const unn = aPerson('unn', { displayName: 'Unn Vik', roles: ['employee', 'coordinator'], aadObjectId: aad(1) });
const doctor = aPerson('doctor', { displayName: 'Mette Dal', answersFor: ['kommuneoverlege'], aadObjectId: aad(2) });
let drive: Drive;
let stepId: string;
let hiddenLine: string;

beforeEach(async () => {
  drive = await createDrive(mondayMorning);
  await settle(drive);
  await drive.knows(unn, doctor);
  const steps = [...drive.service.pack.guide.steps.values()].filter(hasAdvice);
  const step = steps.find(({ awaitsApproval }) => awaitsApproval.approval.owner === 'kommuneoverlege');
  if (!step) throw new Error('the guide has no advice that waits for kommuneoverlege');
  ({ stepId } = step);
  hiddenLine = step.awaitsApproval.donts[0]?.nb ?? '';
});

/** The card of the step, as an employee meets it in the guide. */
async function seenByStaff(): Promise<string> {
  const { guide } = drive.service.pack;
  const entry = [...guide.entries.values()].find(({ to }) => to === stepId);
  const card = await drive.executes(olav, 'guide.start', { entry: entry?.entryId });
  return wordsOf(card);
}

describe('advice in the guide', () => {
  test('is approved by the professional, confirmed by a second person, and shown at once', async () => {
    expect(await seenByStaff()).not.toContain(hiddenLine);
    const { message: list } = await drive.says(doctor, 'innhold');
    const advice = await drive.executes(doctor, 'content.advice', { stepId });
    expect(wordsOf(list)).toContain('Ingen ser rådet før kommuneoverlege har godkjent det.');
    expect(wordsOf(advice)).toContain(hiddenLine);
    const approved = await drive.presses(doctor, advice, 'Godkjenn rådet', { validTo: '2027-11-01' });
    expect(wordsOf(approved)).toContain('Fristen er tirsdag 24. november');
    expect(await seenByStaff()).not.toContain(hiddenLine);
    const asked = await drive.executes(unn, 'content.advice', { stepId });
    const confirmed = await drive.presses(unn, asked, 'Bekreft rådet');
    expect(wordsOf(confirmed)).toContain('Godkjent av Mette Dal til og med mandag 1. november 2027');
    expect(await seenByStaff()).toContain(hiddenLine);
    const history = await toArray(drive.stores.content.listOf(`step:${stepId}`));
    expect(history.map(({ kind, by: { name } }) => [kind, name])).toEqual([
      ['advice-approved', 'Mette Dal'],
      ['advice-confirmed', 'Unn Vik'],
    ]);
  });

  test('is approved by a professional who is told when nobody can be the second person', async () => {
    const press = async (on: Drive) => {
      const advice = await on.executes(doctor, 'content.advice', { stepId });
      return wordsOf(await on.presses(doctor, advice, 'Godkjenn rådet', { validTo: '2027-11-01' }));
    };
    const alone = await createDrive(mondayMorning);
    await alone.knows(doctor, olav);
    const words = await press(alone);
    expect(words).toContain('Godkjenningen er lagret.');
    expect(words).toContain('Ingen andre i personallista kan bekrefte det. Be administrator');
    expect(await press(drive)).not.toContain('Ingen andre');
  });

  test('that is sent back is hidden at once', async () => {
    const advice = await drive.executes(doctor, 'content.advice', { stepId });
    await drive.presses(doctor, advice, 'Godkjenn rådet', { validTo: '2027-11-01' });
    await drive.presses(unn, await drive.executes(unn, 'content.advice', { stepId }), 'Bekreft rådet');
    const shown = await drive.executes(unn, 'content.advice', { stepId });
    await drive.presses(unn, shown, 'Send tilbake', { reason: 'out-of-date' });
    expect(await seenByStaff()).not.toContain(hiddenLine);
  });

  test('is not approved by a coordinator, an employee or a leader, nor with words that nobody has', async () => {
    const asked = await drive.executes(unn, 'content.advice', { stepId });
    expect(buttonsOf(asked).map(({ verb }) => verb)).not.toContain('content.advice-approve');
    for (const [person, wording] of [
      [unn, 'x'],
      [olav, 'x'],
      [rektor, 'x'],
      [doctor, 'other'],
    ] as const) {
      await drive.executes(person, 'content.advice-approve', { stepId, wording, validTo: '2027-11-01' });
    }
    expect(await toArray(drive.stores.content.list())).toEqual([]);
    const gone = await drive.executes(unn, 'content.advice', { stepId: 'borte' });
    expect(wordsOf(gone)).toContain('Dette finnes ikke lenger.');
  });

  test('pressed twice at once leaves one approval', async () => {
    const advice = await drive.executes(doctor, 'content.advice', { stepId });
    const press = () => drive.presses(doctor, advice, 'Godkjenn rådet', { validTo: '2027-11-01' });
    await Promise.all([press(), press(), press()]);
    expect(await toArray(drive.stores.content.list())).toHaveLength(1);
  });
});
