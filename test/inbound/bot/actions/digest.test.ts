import { describe, expect, it } from 'vitest';
import { withRightsOn } from '../../../../src/features/people/permissions.ts';
import { aCatalogue, aModule } from '../../../support/module-builder.ts';
import { aLeader, aPerson } from '../../../support/person-builder.ts';
import { aMunicipality } from './support.ts';

const catalogue = aCatalogue([aModule('meldeplikt', { title: { nb: 'Meldeplikt', nn: '', en: '' } })]);
const kari = aPerson('Kari', { displayName: 'Kari Nilsen', employedOn: '2026-11-06' });
const ola = aPerson('Ola', { displayName: 'Ola Berg', unitId: 'fjordgløtt' });
const torill = aLeader('Torill', ['solbakken'], { unitId: 'administration' });
const both = aLeader('Begge', ['solbakken', 'fjordgløtt'], { unitId: 'administration' });

describe('digest.status', () => {
  it('shows the leader the own unit, person by person', async () => {
    const { press } = await aMunicipality(catalogue, kari, ola, torill);
    const card = await press(torill, 'digest.status');
    expect(card).toContain('Solbakken skole\n0 av 1 er i mål.');
    expect(card).toContain(
      'Kari Nilsen\n3 dager over fristen\nMeldeplikt: ikke begynt, fristen var fredag 20. november',
    );
    expect(card).not.toContain('Ola Berg');
  });

  it('shows a leader of another unit nothing of it, and tells that it was tried', async () => {
    const { press, events } = await aMunicipality(catalogue, kari, ola, torill);
    const card = await press(torill, 'digest.status', { unitId: 'fjordgløtt' });
    expect(card).toContain('Den enheten kan du ikke se.');
    expect(card).not.toMatch(/Ola|Fjordgløtt/);
    expect(events).toEqual([{ event: 'permission-refused', verb: 'digest.status', personId: 'Torill' }]);
  });

  it.each([['fjordgløtt'], ['x/../y'], ['']])('does not show the unit %j to an employee', async (unitId) => {
    const { press, events } = await aMunicipality(catalogue, kari, ola);
    const card = await press(kari, 'digest.status', { unitId });
    expect(card).toContain('Her er din egen fremdrift.');
    expect(card).not.toContain('Ola');
    expect(events).toHaveLength(1);
  });

  it('shows an employee who wrote "status" own progress, and refuses nothing', async () => {
    const { press, events } = await aMunicipality(catalogue, kari);
    expect(await press(kari, 'digest.status')).toContain('Min fremdrift');
    expect(events).toEqual([]);
  });

  it('lets a leader of several units choose', async () => {
    const { press } = await aMunicipality(catalogue, kari, ola, both);
    const choice = await press(both, 'digest.status');
    expect(choice).toContain('Solbakken skole\n0 av 1 er i mål.');
    expect(choice).toContain('Fjordgløtt barnehage\n0 av 1 er i mål.');
    const chosen = await press(both, 'digest.status', { unitId: 'fjordgløtt' });
    expect(chosen).toContain('Ola Berg');
    expect(chosen).toContain('[Enhetene mine]');
  });

  it('shows 25 people at a time', async () => {
    const people = Array.from({ length: 60 }, (_, index) => aPerson(`p${String(index).padStart(2, '0')}`));
    const { press } = await aMunicipality(catalogue, torill, ...people);
    // Each stands in the list, and among those to choose from.
    const names = async (page: unknown) => [
      ...new Set((await press(torill, 'digest.status', { unitId: 'solbakken', page })).match(/^p\d\d Nordmann/gm)),
    ];
    expect(await names(0)).toHaveLength(25);
    expect(await names(2)).toEqual(people.slice(50).map(({ displayName }) => displayName));
    expect(await names(99)).toHaveLength(10);
    for (const odd of [null, '1', -4, 1.5]) expect(await names(odd)).toHaveLength(25);
  });

  it('keeps names out of Markdown', async () => {
    const odd = aPerson('odd', { displayName: '**Kari** [her](https://evil.example)' });
    const { press } = await aMunicipality(catalogue, odd, torill);
    expect(await press(torill, 'digest.status')).not.toMatch(/\*\*Kari|\]\(https/);
  });

  it('tells a leader without units so', async () => {
    const nobody = aLeader('Ny', [], { unitId: 'administration' });
    const { press } = await aMunicipality(catalogue, nobody);
    expect(await press(nobody, 'digest.status')).toContain('Du står ikke som leder for noen enhet.');
  });
});

describe('digest.what-leader-sees', () => {
  it('shows the employee the very words that the leader reads', async () => {
    const { press } = await aMunicipality(catalogue, kari, torill);
    await press(kari, 'module.answer', { moduleId: 'meldeplikt', position: 3, choice: 'a' });
    const own = await press(kari, 'digest.what-leader-sees');
    const leaders = await press(torill, 'digest.status');
    const words = 'åbegynt, fristen var fredag 20. november';
    expect(own).toContain(`Meldeplikt\nP${words}`);
    expect(leaders).toContain(`Meldeplikt: p${words}`);
    expect(own).toContain('Lederen ser aldri');
    expect(leaders).not.toMatch(/[Kk]ort \d|Svar a/);
  });

  it('shows who stands in for a leader what the own leader sees, as on other days', async () => {
    const forLeaders = aModule('lederansvar', {
      ...{ title: { nb: 'Lederansvar', nn: '', en: '' }, audience: { sectors: [], roles: ['leader'] } },
    });
    const deputy = aPerson('Vera', { actsFor: [{ unitId: 'solbakken', until: '2026-12-18' }] });
    const { press } = await aMunicipality(aCatalogue([...catalogue.modules, forLeaders]), deputy, torill);
    const today = withRightsOn(deputy, '2026-11-23');
    for (const verb of ['digest.what-leader-sees', 'progress.show', 'module.list']) {
      const card = await press(today, verb);
      expect(card).toContain('Meldeplikt');
      expect(card).not.toContain('Lederansvar');
    }
    expect(await press(torill, 'digest.status')).not.toContain('Lederansvar');
    // What they want to read of it they may, while they stand in.
    expect(await press(today, 'module.open', { moduleId: 'lederansvar' })).toContain('Lederansvar');
    expect(await press(deputy, 'module.open', { moduleId: 'lederansvar' })).not.toContain('Lederansvar');
  });

  it('shows a leader the card that the staff get', async () => {
    const { press } = await aMunicipality(catalogue, torill);
    expect(await press(torill, 'digest.what-leader-sees')).toContain('Dette kortet får alle ansatte.');
  });
});
