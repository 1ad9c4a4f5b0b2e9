import type { ContentChange } from '../../src/features/content/content-change.ts';
import type { Person, Role } from '../../src/features/people/person.ts';
import { createRow } from '../../src/features/people/person-store.ts';
import { priorRow } from '../../src/features/progress/prior.ts';
import type { TableStores } from '../../src/outbound/azure-tables/open-tables.ts';
import { tenantId } from '../inbound/bot/activities.ts';
import { createDrive, type Drive } from '../support/drive.ts';
import { hasTold } from '../support/has-told.ts';
import { aPerson } from '../support/person-builder.ts';
import { foreign } from '../support/verb-inputs.ts';
import { elsewhere, kari, mondayMorning, olav, settle } from './people.ts';

const aad = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const withRole = (role: Role, n: number, more: Partial<Person> = {}): Person =>
  aPerson(`as-${role}`, { displayName: `Spør ${role}`, roles: ['employee', role], aadObjectId: aad(n), ...more });

/** Whom the content names for one law, and who has no other right than that. */
export const lawyer = aPerson('as-owner', {
  ...{ displayName: 'Spør advokat', answersFor: ['kommuneadvokat'], aadObjectId: aad(27) },
});

/** Somebody of each role, and who answers for one thing, all of one unit. */
export const askers: readonly Person[] = [
  kari,
  lawyer,
  withRole('mentor', 21),
  withRole('bti-contact', 22),
  withRole('leader', 23, { leads: ['solbakken'] }),
  withRole('area-leader', 24, { leads: ['solbakken'] }),
  withRole('coordinator', 25),
  withRole('administrator', 26),
];
/** A leader of another unit: what no asker may see, change or act for. */
const styrer = aPerson('styrer', {
  ...{ displayName: 'Torill Fremmed', unitId: 'fjordgløtt', roles: ['employee', 'leader'], leads: ['fjordgløtt'] },
  aadObjectId: aad(30),
});
const at = mondayMorning;
const by = { personId: 'annen', name: 'Nina Annen' };
const confirmBy = '2026-11-24';

/** Whose things there are: the other unit's, or the askers' own. */
export type Whose = {
  personId: string;
  leaderId: string;
  sessionId: string;
  textsId: string;
  /** Whether the texts have been sent on to a second person; else only who read them in sees them. */
  areSent: boolean;
};
export const others: Whose = { ...foreign, leaderId: 'styrer', areSent: false };

/** The askers, the other unit, and everything that a verb can name: a question that waits, a meeting, texts, changes, a reported error. */
export async function openTown(
  { personId, leaderId, sessionId, textsId, areSent }: Whose,
  given: Partial<TableStores> = {},
): Promise<Drive> {
  const drive = await createDrive(mondayMorning, given);
  const { people, groups, content, texts, reports } = drive.stores;
  await hasTold(drive, olav, elsewhere);
  await settle(drive);
  await drive.knows(...askers.filter((asker) => asker.personId !== 'kari'), styrer);
  const { moduleId } = foreign;
  const asked = { moduleId, cycle: 1, takenOn: '2024-03-01' as const, place: 'other', askedAt: at };
  await people.commit({ personId, writes: [createRow(priorRow, { ...asked, state: 'waiting' })] });
  const led = { startedBy: leaderId, ledBy: leaderId, startedAt: at, state: 'open' as const, stage: 0 };
  await groups.createHint({ sessionId, createdAt: at });
  const conversation = {
    conversationId: '19:gruppe@thread.v2',
    serviceUrl: 'http://127.0.0.1:9/',
    tenantId,
    botId: '28:b',
  };
  const chat = {
    conversation: { ...conversation, state: 'open' as const },
    activityId: 'shared',
    locale: 'nb' as const,
  };
  await groups.createSession({ sessionId, moduleId, moduleVersion: 3, ...led, chat }, [{ personId, at }]);
  await texts.create(textsId, [{ path: 'cards.plikten-er-din.heading', locale: 'nb', text: foreign.words }]);
  await reports.create({ contentId: foreign.contentId, version: '3', kind: 'fact', on: '2026-11-20', place: 0 });
  const made = { at, by };
  const changes: readonly ContentChange[] = [
    { kind: 'texts-read', changeId: textsId, ...made, moduleId, textsId, version: 3, onFiles: 3, count: 1 },
    ...(areSent ? [{ kind: 'texts-sent' as const, changeId: 'sent', ...made, moduleId, of: textsId }] : []),
  ];
  for (const [place, change] of changes.entries()) await content.append(change, place);
  const contact = { contactId: 'barnevernvakt', number: '55 55 55 00', confirmBy } as const;
  await content.append({ kind: 'number-set', changeId: foreign.numberChange, ...made, ...contact }, 0);
  const said = { nb: 'Vakt', nn: 'Vakt', en: 'Duty' };
  const details = { contactId: 'barnevernvakt', name: said, use: said, confirmBy } as const;
  await content.append({ kind: 'contact-set', changeId: foreign.contactChange, ...made, ...details }, 1);
  const factId = 'law:opplaeringslova-24-3';
  await content.append({ kind: 'fact-checked', changeId: foreign.factChange, ...made, factId, confirmBy }, 0);
  const day = { date: '2026-12-22', isOff: true, confirmBy } as const;
  await content.append({ kind: 'day-off-set', changeId: foreign.dateChange, ...made, ...day }, 0);
  return drive;
}
