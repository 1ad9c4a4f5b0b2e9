import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../src/features/digests/leader-digest.ts';
import { countStatus } from '../../src/features/digests/unit-status.ts';
import { digestView } from '../../src/views/digest.view.ts';
import { statusView } from '../../src/views/status.view.ts';
import { whatLeaderSeesView } from '../../src/views/what-leader-sees.view.ts';
import { guideRender, wordsOn } from './guide-kit.ts';
import { aUnit, aView, newPerson } from './leader-models.ts';

const render = await guideRender();
const now = new Date('2026-11-23T10:00:00Z');
const today = '2026-11-23';
const unit = (name: string) => ({ unitId: name, name, counts: countStatus([aView('Nils Vik')]) });

describe('the digest', () => {
  it('counts the units that it has no room for', () => {
    const units = Array.from({ length: 10 }, (_, index) => unit(`Enhet ${index}`));
    const words = wordsOn(render(digestView, composeDigest(units, [], today, { toConfirm: 0 }), 'nb', now).card);
    expect(words).toContain('og 2 til');
    expect(words.join(' ')).not.toContain('Enhet 8');
  });

  it('suggests to answer who waits, and has the way there first', () => {
    const digest = composeDigest([unit('Solbakken skole')], [aView('Nils Vik')], today, { toConfirm: 2 });
    const { card } = render(digestView, digest, 'nb', now);
    expect(wordsOn(card)).toContain('Svar de 2 som venter på at du bekrefter tidligere læring.');
    expect(JSON.stringify(card)).toMatch(/"title":"Bekreft tidligere læring","style":"positive"/);
    expect(JSON.stringify(card)).not.toMatch(/"title":"Se status for alle","style"/);
  });
});

describe('why somebody cannot be reached', () => {
  it('is told the leader with what to do about it, and the person without', () => {
    const status = { status: aUnit([newPerson]), page: 0, scope: 'only-unit', toConfirm: 0 } as const;
    const leaders = wordsOn(render(statusView, status, 'nb', now).card).join(' ');
    expect(leaders).toContain('Har ikke åpnet Undring i Teams ennå. Vis hvor appen er.');
    const own = { view: newPerson, unitName: 'Solbakken skole', asks: 'employee' } as const;
    const persons = wordsOn(render(whatLeaderSeesView, own, 'nb', now).card).join(' ');
    expect(persons).toContain('Har ikke åpnet Undring i Teams ennå.');
    expect(persons).not.toContain('Vis hvor appen er');
  });
});
