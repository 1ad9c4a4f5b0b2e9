import { describe, expect, it } from 'vitest';
import { checkPack } from '../../src/packs/check-pack.ts';
import { isWarning } from '../../src/packs/content-problem.ts';
import { loadPack } from '../../src/packs/load-pack.ts';
import { contentFolder } from '../support/content-strings.ts';
import { copyPack, type Edit } from '../support/copy-pack.ts';

const now = new Date('2026-11-23T09:00:00Z');
const name = '{ nb: A, nn: A, en: A }';
const place = `places: [{ id: a, name: ${name} }]`;
const reasons = `reasons: [{ id: a, name: ${name} }]`;
const policy = (more: string) =>
  `policies: [{ id: a, title: ${name}, approval: { status: utkast, owner: B }, ${more} }]`;
const first = 'versions: [{ version: 1, validFrom: 2026-08-17 }]';
const course = (more: string) => `remindDaysBefore: 30\nkinds: [{ id: a, name: ${name}, ${more} }]`;

const told = async (...edits: readonly Edit[]): Promise<string[]> => {
  const { problems } = await checkPack(await copyPack(...edits), now);
  const own = problems.filter(({ file }) => /^(prior-learning|policies|certificates|introduction)\.yaml$/.test(file));
  return own.map(({ file, line, message }) => `${file}:${line}: ${message}`);
};

describe('what is asked of people beside the modules', () => {
  it('is in the municipality’s own content, and sound', async () => {
    const { priorLearning, policies, certificates } = (await loadPack(contentFolder)).pack.catalogue;
    expect(priorLearning?.places.map(({ choiceId }) => choiceId)).toContain('another-municipality');
    expect(policies?.map(({ policyId }) => policyId)).toEqual(['bilder-av-barn', 'samtaler-om-barn']);
    expect(certificates).toMatchObject({ remindDaysBefore: 30, kinds: [{ kindId: 'forstehjelp', validMonths: 24 }] });
  });

  it('need not be in a pack', async () => {
    const folder = await copyPack();
    const { catalogue } = (await loadPack(folder)).pack;
    expect([catalogue.priorLearning, catalogue.policies, catalogue.certificates]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(await told()).toEqual([]);
  });

  it('is read as it is written', async () => {
    const versions =
      'versions: [{ version: 1, validFrom: 2026-08-17 }, { version: 3, validFrom: 2026-11-01, material: true }]';
    const folder = await copyPack(
      { file: 'prior-learning.yaml', put: `${place}\n${reasons}` },
      { file: 'policies.yaml', put: policy(`text: ${name}, audience: { roles: [leader] }, ${versions}`) },
      { file: 'certificates.yaml', put: course('validMonths: 36') },
    );
    const { pack, problems } = await loadPack(folder);
    const all = { nb: 'A', nn: 'A', en: 'A' };
    expect(problems).toEqual([]);
    expect(pack.catalogue).toMatchObject({
      priorLearning: { places: [{ choiceId: 'a', name: all }], reasons: [{ choiceId: 'a', name: all }] },
      policies: [
        {
          ...{ policyId: 'a', title: all, text: all, audience: { sectors: [], roles: ['leader'] } },
          versions: [
            { version: 1, validFrom: '2026-08-17', isMaterial: false },
            { version: 3, validFrom: '2026-11-01', isMaterial: true },
          ],
        },
      ],
      certificates: { remindDaysBefore: 30, kinds: [{ kindId: 'a', validMonths: 36 }] },
    });
  });

  it('is held against the contacts and the languages, as every other text', async () => {
    const wrong = '{ nb: Ring 122, nn: Ikke her, en: A }';
    const learnt = { file: 'prior-learning.yaml', put: `places: [{ id: a, name: ${wrong} }]\n${reasons}` };
    const messages = ['the number 122 is not in contacts.yaml', 'the text has words that are not nynorsk: «Ikke»'];
    expect(await told(learnt)).toEqual(messages.map((message) => `prior-learning.yaml:1: ${message}`));
    const taken = { file: 'certificates.yaml', put: course('validMonths: 36').replace(name, wrong) };
    expect(await told(taken)).toEqual(messages.map((message) => `certificates.yaml:2: ${message}`));
  });

  it('names no profile that the staff list gives to nobody', async () => {
    const named = { file: 'policies.yaml', put: policy(`text: ${name}, audience: { profiles: [laerer] }, ${first}`) };
    expect(await told(named)).toContain('policies.yaml:1: names the profile laerer, which is not there');
    const profiles = `columns: { upn: [A] }\nprofiles: { laerer: { name: ${name}, words: [Lærer] } }`;
    const known = await told(named, { file: 'roster.yaml', put: profiles });
    expect(known.filter((problem) => problem.includes('profile'))).toEqual([]);
    const broken = await told(named, { file: 'roster.yaml', put: `${profiles}\ncolums: {}` });
    expect(broken.filter((problem) => problem.includes('not there'))).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    ['no place', 'prior-learning.yaml', `places: []\n${reasons}`, /places/],
    [
      'a place twice',
      'prior-learning.yaml',
      `places: [{ id: a, name: ${name} }, { id: a, name: ${name} }]\n${reasons}`,
      /same id/,
    ],
    [
      'a place without a language',
      'prior-learning.yaml',
      `places: [{ id: a, name: { nb: A, en: A } }]\n${reasons}`,
      /nn/,
    ],
    [
      'a reason that is cut on a phone',
      'prior-learning.yaml',
      `${place}\nreasons: [{ id: a, name: { nb: ${'ord '.repeat(9)}, nn: A, en: A } }]`,
      /longer than 30 letters/,
    ],
    [
      'six reasons',
      'prior-learning.yaml',
      `${place}\nreasons: [${[...'abcdef'].map((id) => `{ id: ${id}, name: ${name} }`).join(', ')}]`,
      /more than five/,
    ],
    ['nothing to read', 'policies.yaml', policy(first), /nothing to read/],
    ['a page that is not https', 'policies.yaml', policy(`url: 'http://kommune.no', ${first}`), /url/i],
    ['no version', 'policies.yaml', policy(`text: ${name}, versions: []`), /versions/],
    [
      'versions that do not rise',
      'policies.yaml',
      policy(`text: ${name}, versions: [{ version: 2, validFrom: 2026-08-17 }, { version: 2, validFrom: 2026-09-17 }]`),
      /do not rise/,
    ],
    [
      'a sector that nobody knows',
      'policies.yaml',
      policy(`text: ${name}, audience: { sectors: [skole] }, ${first}`),
      /sectors/,
    ],
    ['a misspelt key', 'policies.yaml', policy(`text: ${name}, matrial: true, ${first}`), /matrial/],
    ['no time that it holds', 'certificates.yaml', course('validMonths: 0'), /validMonths/],
    [
      'a name too long for a button',
      'certificates.yaml',
      course('validMonths: 1').replace('nb: A', `nb: ${'a'.repeat(20)}`),
      /longer than 19/,
    ],
    ['no days before', 'certificates.yaml', 'remindDaysBefore: 0\nkinds: []', /remindDaysBefore/],
  ])('is refused with %s, and the rest of the pack stands', async (_, file, put, message) => {
    expect((await told({ file, put })).join('\n')).toMatch(message);
    const { pack } = await loadPack(await copyPack({ file, put }));
    expect(pack.catalogue.modules).toHaveLength(1);
  });

  it('is told when nobody has approved it, when it is shown before its day, and when it is longer than a card', async () => {
    const long = `text: { nb: ${'ord '.repeat(61)}, nn: A, en: A }`;
    const early = 'versions: [{ version: 1, validFrom: 2027-01-01 }]';
    expect(await told({ file: 'policies.yaml', put: policy(`${long}, ${early}`) })).toEqual([
      'policies.yaml:1: nobody has approved the policy a',
      'policies.yaml:1: a: version 1 is shown, but is not valid yet',
      'policies.yaml:1: a: the nb text has more than 60 words',
    ]);
    const { problems } = await checkPack(contentFolder, now);
    const own = problems.filter(({ file }) => file === 'policies.yaml');
    expect([own.length, own.every(isWarning)]).toEqual([2, true]);
  });

  it('is told when it is approved as a whole, and nobody has, or the approval has run out', async () => {
    const words = '{ nb: A, nn: A, en: A }';
    const about = (approval: string) => `about: { title: ${words}, version: 1, approval: { ${approval}, owner: a } }\n`;
    const put = `${about('status: utkast')}plans: []`;
    expect(await told({ file: 'introduction.yaml', put })).toEqual([
      'introduction.yaml:1: nobody has approved the introduction plan',
    ]);
    const ended = 'status: approved, approvedBy: b, approvedAt: 2025-01-01, validTo: 2025-12-01';
    expect(await told({ file: 'certificates.yaml', put: `${about(ended)}remindDaysBefore: 30\nkinds: []` })).toEqual([
      'certificates.yaml:1: the approval of the list of courses ran out on 2025-12-01',
    ]);
  });
});
