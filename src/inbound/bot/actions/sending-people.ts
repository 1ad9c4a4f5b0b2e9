import { daysBetween, type LocalDate } from '../../../core/local-date.ts';
import { areNamesShown, findModule } from '../../../features/catalogue/catalogue.ts';
import { canDo, canSeeUnit } from '../../../features/people/permissions.ts';
import type { Person } from '../../../features/people/person.ts';
import { certificateSubject } from '../../../features/reminders/certificate-reminder.ts';
import { readFollowUp } from '../../../features/reminders/follow-up.ts';
import { introductionStep } from '../../../features/reminders/policy.ts';
import type { DayPreview } from '../../../features/reminders/preview-day.ts';
import type { OpenReminder } from '../../../features/reminders/reminder-rows.ts';
import type { ReminderRules } from '../../../features/reminders/schedule-reminders.ts';
import type { PlannedPerson, PlanReason } from '../../../views/sending-plan.view.ts';

const byName = new Intl.Collator('nb');

/**
 * Those who would get something and whose names this person may see: in units that the person leads, or by permission. Nobody where the
 * municipality has not discussed lists by name.
 */
export function plannedPeople(
  { people, on }: DayPreview,
  asking: Person,
  { rules, today }: { rules: ReminderRules; today: LocalDate },
  unitNames: ReadonlyMap<string, string>,
): readonly PlannedPerson[] {
  if (!areNamesShown(rules.catalogue, today)) return [];
  const seesAll = canDo({ kind: 'person', person: asking }, 'sending.see-names');
  return people
    .flatMap((each): readonly PlannedPerson[] => {
      const { displayName: name, unitId } = each.person;
      if (each.outcome === 'nothing' || !(seesAll || canSeeUnit(asking, unitId))) return [];
      const told = each.items.filter((item) => !isOwnAffair(item, rules));
      if (told.length === 0) return [];
      const reasons = withoutRepeats(told.flatMap((item) => reasonFor(item, on, rules)));
      return [{ name, unit: unitNames.get(unitId) ?? unitId, kind: each.outcome, reasons }];
    })
    .toSorted((a, b) => byName.compare(a.name, b.name));
}

/** Who has read a guideline, or taken a module without priority, is nobody else's business: they are counted, and not named. */
function isOwnAffair(item: OpenReminder, { catalogue }: ReminderRules): boolean {
  const followUp = readFollowUp(item);
  return (
    followUp?.kind === 'policy' || findModule(catalogue, followUp?.moduleId ?? item.moduleId)?.isPriority === false
  );
}

/**
 * That somebody asked to be reminded anew is nobody else's business: it looks as any friendly reminder does. Those tell no days after the
 * first, which may be of the employment, the unit, the module or a renewal.
 */
function reasonFor(
  item: OpenReminder,
  on: DayPreview['on'],
  { catalogue, policy }: ReminderRules,
): readonly PlanReason[] {
  const kind = catalogue.certificates?.kinds.find(({ kindId }) => certificateSubject(kindId) === item.moduleId);
  if (kind) return [{ reason: 'certificate', course: kind.name, validTo: item.deadlineOn }];
  const followUp = readFollowUp(item);
  if (followUp?.kind === 'mentor') return [{ reason: 'mentor' }];
  if (followUp?.kind === 'policy') return [];
  const module = findModule(catalogue, followUp?.moduleId ?? item.moduleId)?.title;
  if (!module) return [];
  if (followUp) return [{ reason: followUp.kind, module }];
  if (item.origin === 'leader') return [{ reason: 'leader', module }];
  if (item.stepId === introductionStep) return [{ reason: 'introduction', module }];
  const step = policy.steps.find(({ stepId }) => stepId === item.stepId);
  if (step?.anchor !== 'due') return [{ reason: 'not-done', module }];
  const days = daysBetween(on, item.deadlineOn);
  if (days === 0) return [{ reason: 'on-due', module }];
  return days > 0 ? [{ reason: 'before-due', module, days }] : [{ reason: 'after-due', module, days: -days }];
}

/** Nothing twice, and "not done" only where no more is said of the module: a second line would tell that somebody asked for it. */
function withoutRepeats(reasons: readonly PlanReason[]): readonly PlanReason[] {
  const told = reasons.filter(({ reason }) => reason !== 'not-done');
  const rest = reasons.filter(
    (each) => each.reason === 'not-done' && !told.some((other) => 'module' in other && other.module === each.module),
  );
  return [...new Map([...told, ...rest].map((each) => [JSON.stringify(each), each])).values()];
}
