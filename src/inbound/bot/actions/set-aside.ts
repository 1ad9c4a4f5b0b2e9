import { z } from 'zod';
import type { Message } from '../../../core/card.ts';
import { Failure } from '../../../core/failure.ts';
import { offerOf } from '../../../core/file-card.ts';
import { isSafeKey } from '../../../core/ids.ts';
import { type AuditEntry, auditMonthOf } from '../../../features/people/audit-store.ts';
import type { Person } from '../../../features/people/person.ts';
import type { FileUpload } from '../../../features/progress/file-upload.ts';
import type { TimeSlot } from '../../../features/reminders/propose-times.ts';
import { proposeTime, type TimeProposal } from '../../../features/use-cases/set-aside-time.ts';
import type { CalendarPress } from '../../../views/print/calendar-press.ts';
import { type SetAsideModel, setAsideView } from '../../../views/set-aside.view.ts';
import { type Action, type ActionContext, defineAction, type Reply } from '../action.ts';
import { actingPerson } from './acting-person.ts';
import { putFile, uploadSchema } from './put-file.ts';
import { type StaffNeeds, withStaff } from './staff-replies.ts';

/** Absent where no file may be put anywhere: then there is the link to a meeting. */
export type CalendarFiles = { press: CalendarPress; uploads: FileUpload };
export type SetAsideNeeds = StaffNeeds & { calendarFiles?: CalendarFiles };

const personId = z.string().refine(isSafeKey);
const about = z.object({ personId, start: z.coerce.date() });

/** Time for one of the staff. What comes back with the answer about a file is asked anew: whose it is, and whether the time is still proposed. */
export function setAsideActions(needs: SetAsideNeeds): readonly Action[] {
  const permission = 'unit-status.see';
  return [
    defineAction({
      verb: 'staff.set-aside',
      permission,
      input: z.object({ personId }),
      handle: (context, input) =>
        withProposal(needs, context, 'staff.set-aside', input.personId, async (person, proposal) =>
          replace(card(needs, context, person, proposal)),
        ),
    }),
    defineAction({
      verb: 'staff.time-meeting',
      permission,
      input: about,
      handle: (context, input) => chooseMeeting(needs, context, input),
    }),
    defineAction({
      verb: 'staff.time-file',
      permission,
      input: about,
      handle: (context, input) =>
        withSlot(needs, context, 'staff.time-file', input, async ({ person, proposal, slot }, { press }) => {
          const asked = { slot, proposal, key: keyOf(context, person) };
          const file = press(asked, context.locale, context.now);
          const accept = { verb: 'staff.time-accept', personId: person.personId, start: slot.from.toISOString() };
          const decline = { verb: 'staff.time-decline', personId: person.personId };
          return {
            ...replace(card(needs, context, person, proposal, 'asked')),
            offer: offerOf(file, accept, decline),
          };
        }),
    }),
    defineAction({
      verb: 'staff.time-accept',
      permission,
      input: about.extend({ upload: uploadSchema }),
      handle: (context, { upload, ...input }) =>
        withSlot(needs, context, 'staff.time-accept', input, async ({ person, proposal, slot }, files) => {
          const asked = { slot, proposal, key: keyOf(context, person) };
          const file = files.press(asked, context.locale, context.now);
          const failure = card(needs, context, person, proposal, 'failed');
          const { telemetry } = needs;
          const later = async () => {
            const said = await putFile({ uploads: files.uploads, telemetry }, file, upload, {
              failure,
              expired: failure,
            });
            if ('contentUrl' in said) await audit(needs, context, person, slot);
            return said;
          };
          return { ...replace(failure), later };
        }),
    }),
    defineAction({
      verb: 'staff.time-decline',
      permission,
      input: z.object({ personId }),
      handle: (context, input) =>
        withProposal(needs, context, 'staff.time-decline', input.personId, async (person, proposal) =>
          replace(card(needs, context, person, proposal, 'declined')),
        ),
    }),
  ];
}

/** Kept first, and then the link is given: what is not kept has not been given. */
async function chooseMeeting(
  needs: SetAsideNeeds,
  context: ActionContext,
  { personId: staffId, start }: z.infer<typeof about>,
): Promise<Reply> {
  return withProposal(needs, context, 'staff.time-meeting', staffId, async (person, proposal) => {
    const slot = slotAt(proposal, start);
    if (!slot) return replace(card(needs, context, person, proposal, 'gone'));
    await keepOnce(needs, entryOf(context, person, slot));
    return replace(card(needs, context, person, proposal, 'noted', slot.from));
  });
}

const slotAt = ({ slots }: TimeProposal, start: Date): TimeSlot | undefined =>
  slots.find(({ from }) => from.getTime() === start.getTime());

const replace = (message: Message): Reply => ({ place: 'replace', message });

function withProposal(
  needs: SetAsideNeeds,
  context: ActionContext,
  verb: string,
  staffId: string,
  run: (person: Person, proposal: TimeProposal) => Promise<Reply>,
): Promise<Reply> {
  return withStaff(needs, context, verb, staffId, async (person) =>
    run(person, await proposeTime(needs, person, context.now)),
  );
}

type Chosen = { person: Person; proposal: TimeProposal; slot: TimeSlot };

/** A time that is proposed no more, or a file where there are none, is answered with what there is. */
function withSlot(
  needs: SetAsideNeeds,
  context: ActionContext,
  verb: string,
  { personId: staffId, start }: z.infer<typeof about>,
  run: (chosen: Chosen, files: CalendarFiles) => Promise<Reply>,
): Promise<Reply> {
  return withProposal(needs, context, verb, staffId, async (person, proposal) => {
    const slot = slotAt(proposal, start);
    const { calendarFiles } = needs;
    if (!slot) return replace(card(needs, context, person, proposal, 'gone'));
    if (!calendarFiles) return replace(card(needs, context, person, proposal, 'failed'));
    return run({ person, proposal, slot }, calendarFiles);
  });
}

function card(
  { render, zone, calendarFiles }: SetAsideNeeds,
  { locale, now }: ActionContext,
  person: Person,
  proposal: TimeProposal,
  notice?: SetAsideModel['notice'],
  chosen?: Date,
): Message {
  const files = calendarFiles ? 'offered' : 'off';
  const told = { ...(notice && { notice }), ...(chosen && { chosen }) };
  return render(setAsideView, { person, proposal, zone, files, ...told }, locale, now);
}

const keyOf = (context: ActionContext, person: Person): string =>
  `${actingPerson(context).personId}:${person.personId}`;

/** The file has been put: the leader is told so, also where this cannot be kept. */
async function audit(needs: SetAsideNeeds, context: ActionContext, person: Person, slot: TimeSlot): Promise<void> {
  try {
    await keepOnce(needs, entryOf(context, person, slot));
  } catch (error) {
    const kind = error instanceof Failure ? error.kind : 'bug';
    needs.telemetry.record({ event: 'background-failed', at: 'set-aside', kind });
  }
}

/** The same time asked for again is the same thing, whenever that was in the month. */
async function keepOnce({ audit }: SetAsideNeeds, entry: AuditEntry): Promise<void> {
  for await (const { entryId } of audit.list(auditMonthOf(entry.at), entry.actorId)) {
    if (entryId === entry.entryId) return;
  }
  await audit.create(entry);
}

function entryOf(context: ActionContext, { personId: subjectId }: Person, slot: TimeSlot): AuditEntry {
  const { personId: actorId } = actingPerson(context);
  const entryId = `staff.set-aside:${subjectId}:${slot.from.getTime()}`;
  return { entryId, at: context.now, actorId, action: 'staff.set-aside', subjectId };
}
