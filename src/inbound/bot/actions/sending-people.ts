import { daysBetween, type LocalDate } from '../../../core/local-date.ts';
import { areNamesShown, findModule } from '../../../features/catalogue/catalogue.ts';
import { canDo, canSeeUnit } from '../../../features/people/permissions.ts';
import type { Person } from '../../../features/people/person.ts';
import { certificateSubject } from '../../../features/reminders/certificate-reminder.ts';
import { readFollowUp } from '../../../features/reminders/follow-up.ts';
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
      const reasons = each.items.flatMap((item) => reasonFor(item, on, rules));
      return [{ name, unit: unitNames.get(unitId) ?? unitId, kind: each.outcome, reasons }];
    })
    .toSorted((a, b) => byName.compare(a.name, b.name));
}

/** That somebody asked to be reminded anew is nobody else's business: then only what it is about. */
function reasonFor(
  item: OpenReminder,
  on: DayPreview['on'],
  { catalogue, policy }: ReminderRules,
): readonly PlanReason[] {
  const kind = catalogue.certificates?.kinds.find(({ kindId }) => certificateSubject(kindId) === item.moduleId);
  if (kind) return [{ reason: 'certificate', course: kind.name, validTo: item.deadlineOn }];
  const followUp = readFollowUp(item);
  if (followUp?.kind === 'mentor') return [{ reason: 'mentor' }];
  const module = findModule(catalogue, followUp?.moduleId ?? item.moduleId)?.title;
  if (!module) return [];
  if (followUp) return [{ reason: followUp.kind, module }];
  const step = policy.steps.find(({ stepId }) => stepId === item.stepId);
  if (item.origin === 'snooze' || !step) return [{ reason: 'other', module }];
  if (step.anchor === 'employed') return [{ reason: 'after-start', module, days: step.offsetDays }];
  const days = daysBetween(on, item.deadlineOn);
  if (days === 0) return [{ reason: 'on-due', module }];
  return days > 0 ? [{ reason: 'before-due', module, days }] : [{ reason: 'after-due', module, days: -days }];
}
