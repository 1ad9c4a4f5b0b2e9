import { daysBetween, type LocalDate } from '../core/local-date.ts';
import { checkAge, checkApproval, type Place } from './check-dates.ts';
import type { ContentProblem } from './content-problem.ts';
import { guideFileSchema, guidePartSchema, type StepEntry } from './guide-schema.ts';
import { guideFile } from './load-guide.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';

/** What nobody has read for so long is out of date, as a fact after its validTo. */
const mostDays = 365;

/** The age of what the guide's steps build on and link to, and who answers for them. What cannot be read is told when the guide is loaded. */
export async function checkGuide(folder: string, today: LocalDate): Promise<readonly ContentProblem[]> {
  const { value: guide } = await readYaml(folder, guideFile, guideFileSchema);
  if (!guide) return [];
  const { approval, include } = guide.value;
  const parts = await Promise.all(include.map((name) => readYaml(folder, `guides/${name}.yaml`, guidePartSchema)));
  const files: readonly YamlFile<{ steps: readonly StepEntry[] }>[] = [
    guide,
    ...parts.flatMap(({ value }) => value ?? []),
  ];
  const place = { file: guide.file, line: guide.lineOf(['approval']) };
  return [
    ...checkApproval('the guide', approval, place, today),
    ...files.flatMap((file) => [...checkSources(file, today), ...checkOwnApprovals(file, today)]),
  ];
}

type Dated = { name: string; verifiedAt: LocalDate; place: Place };

/** A source that many steps share is told once, where it first stands. */
function checkSources({ file, value, lineOf }: YamlFile<{ steps: readonly StepEntry[] }>, today: LocalDate) {
  const dated = value.steps.flatMap(({ id, sources, links }, at): Dated[] => [
    ...sources.map(({ source, verifiedAt }, index) => ({
      ...{ name: source, verifiedAt },
      place: { file, line: lineOf(['steps', at, 'sources', index]) },
    })),
    ...links.map(({ id: linkId, verifiedAt }, index) => ({
      ...{ name: `the link ${linkId} of ${id}`, verifiedAt },
      place: { file, line: lineOf(['steps', at, 'links', index]) },
    })),
  ]);
  const first = [...Map.groupBy(dated, ({ name, verifiedAt }) => `${name} ${verifiedAt}`).values()].map(([one]) => one);
  return first.flatMap((one) => (one ? checkDate(one, today) : []));
}

function checkDate({ name, verifiedAt, place }: Dated, today: LocalDate): ContentProblem[] {
  if (daysBetween(verifiedAt, today) <= mostDays) return checkAge(name, verifiedAt, place, today);
  const message = `${name} is out of date: it was last checked on ${verifiedAt}`;
  return [{ ...place, message, remedy: 'Check it again and set verifiedAt.' }];
}

/** Steps with an approval of their own. */
function checkOwnApprovals({ file, value, lineOf }: YamlFile<{ steps: readonly StepEntry[] }>, today: LocalDate) {
  return value.steps.flatMap(({ id, approval }, at) =>
    approval ? checkApproval(`the step ${id}`, approval, { file, line: lineOf(['steps', at, 'approval']) }, today) : [],
  );
}
