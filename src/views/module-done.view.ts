import type { LinkKind, Module, ModuleLink } from '../features/catalogue/module.ts';
import type { OwnModule } from '../features/progress/own-modules.ts';
import { donePart, moduleContentId } from '../features/reports/reportable.ts';
import { type ContentFooter, contentFooter } from './content-footer.ts';
import { type CardAction, defineView, type ViewKit } from './define-view.ts';
import { shareModule } from './follow-up-buttons.ts';
import { aboutModule, aboutText, guideButtons, lines, standingWords } from './module-words.ts';
import { progressBar } from './progress-bar.ts';

export type ModuleDoneModel = {
  module: Module;
  completedAt: Date;
  /** `just-now`: this press completed it. `diploma-asked`: Teams asks below whether it may keep the diploma. */
  when: 'just-now' | 'earlier' | 'diploma-asked';
  /** Absent: the municipality has not turned diplomas on. */
  diplomas?: 'offered';
  /** The priority module to take next; `undefined` when all are done. */
  next?: OwnModule;
  /** All that are meant for the learner, for the count. */
  own: readonly OwnModule[];
  /** The reader may lead a meeting about it. */
  group?: 'offered';
};

/** A module is done, now or some time ago. */
export const moduleDoneView = defineView<ModuleDoneModel>('module-done', (model, kit) => {
  const { module, completedAt, when, next, own } = model;
  const title = kit.pick(module.title);
  const day = kit.day(completedAt);
  const priority = own.filter((item) => item.module.isPriority);
  const done = priority.filter(({ standing }) => standing === 'done').length;
  return {
    data: {
      bars: progressBar(done, priority.length, 'Good'),
      heading: headingOf(when, kit),
      text: kit.t('module.done.text', { module: title, day }),
      asked: lines(when === 'diploma-asked' ? kit.t('diploma.asked-text') : undefined),
      counts: lines(priority.length > 0 ? kit.t('module.done.count', { done, of: priority.length }) : undefined),
      nexts: next ? [nextBlock(next, kit)] : [],
      notes: lines(next || priority.length === 0 ? undefined : kit.t('module.done.all')),
      mores: moreBlocks(model, kit),
      learnMores: learnMoreBlocks(module, kit),
      footers: [doneFooter(module, kit)],
      actions: [...actionsOf(model, kit), ...groupButton(model, kit)],
    },
    summary: kit.t('module.done.text', { module: title, day }),
  };
});

function doneFooter(module: Module, kit: ViewKit): ContentFooter {
  const { moduleId } = module;
  const offer = { contentId: moduleContentId(moduleId, donePart), back: { to: 'done' as const, moduleId } };
  return contentFooter(aboutText(module), offer, kit);
}

function headingOf(when: ModuleDoneModel['when'], kit: ViewKit): string {
  if (when === 'diploma-asked') return kit.t('diploma.asked');
  return when === 'just-now' ? kit.t('module.done.now') : kit.t('module.done.earlier');
}

function nextBlock(next: OwnModule, kit: ViewKit) {
  return {
    label: kit.t('module.done.next'),
    title: kit.pick(next.module.title),
    about: aboutModule(next.module, kit),
    state: standingWords(next, kit).text,
  };
}

/** What belongs with the module: others that are meant for the reader, but for the one named above, and the guide. */
function moreBlocks({ module, next, own }: ModuleDoneModel, kit: ViewKit) {
  const others = (module.seeAlso ?? []).filter((moduleId) => moduleId !== next?.module.moduleId);
  const rows = others.flatMap((moduleId) => {
    const found = own.find((one) => one.module.moduleId === moduleId)?.module;
    return found
      ? [{ title: kit.pick(found.title), about: aboutModule(found, kit), open: openModule(found, kit) }]
      : [];
  });
  const guide = guideButtons(module, kit);
  if (rows.length === 0 && guide.length === 0) return [];
  return [{ labels: lines(rows.length > 0 ? kit.t('module.done.see-also') : undefined), rows, guide }];
}

/** What others have made. The button opens outside, and the line beneath it says what it is and whose. */
function learnMoreBlocks({ learnMore = [] }: Module, kit: ViewKit) {
  if (learnMore.length === 0) return [];
  const rows = learnMore.map((link) => ({
    actions: [kit.link(kit.pick(link.label), link.url)],
    abouts: lines(aboutLink(link, kit)),
  }));
  return [{ label: kit.t('module.done.learn-more'), rows }];
}

/** `Nettkurs · Vold og seksuelle overgrep mot barn · RVTS Nord og UiT · 60 minutter · på bokmål`. */
function aboutLink({ kind = 'page', name, owner, minutes, onlyIn }: ModuleLink, kit: ViewKit): string {
  const parts = [
    kindWord(kind, kit),
    name,
    owner,
    minutes === undefined ? undefined : kit.t('module.minutes', { minutes }),
    onlyIn === undefined || onlyIn === kit.locale ? undefined : languageWord(onlyIn, kit),
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function kindWord(kind: LinkKind, kit: ViewKit): string | undefined {
  if (kind === 'page') return undefined;
  return kind === 'course' ? kit.t('module.link.course') : kit.t('module.link.video');
}

/** For who reads another language than the page has. */
const languageWord = (onlyIn: 'nb' | 'nn', kit: ViewKit): string =>
  onlyIn === 'nb' ? kit.t('module.link.in-nb') : kit.t('module.link.in-nn');

function openModule({ moduleId, title }: Module, kit: ViewKit): CardAction {
  return kit.exit('module.open', kit.t('module.list.open', { module: kit.pick(title) }), { moduleId });
}

const groupButton = ({ module: { moduleId }, group }: ModuleDoneModel, kit: ViewKit): readonly CardAction[] =>
  group ? [kit.button('group.open', kit.t('module.done.in-group'), { moduleId })] : [];

function actionsOf(model: ModuleDoneModel, kit: ViewKit): readonly CardAction[] {
  const { module, next } = model;
  const { moduleId } = module;
  const diploma = diplomaButtons(model, kit);
  const progress = kit.button('progress.show', kit.t('common.progress'));
  const reread = kit.button('module.show', kit.t('module.done.reread'), { moduleId, position: 0, mode: 'reread' });
  const share = shareModule(module, kit);
  if (!next) return [...diploma, share, progress, reread, kit.button('module.list', kit.t('common.modules'))];
  const data = { moduleId: next.module.moduleId };
  const title = next.standing === 'on-the-way' ? kit.t('module.done.resume-next') : kit.t('module.done.take-next');
  return [kit.button('module.open', title, data, 'positive'), ...diploma, share, progress, reread];
}

/** Not while Teams is asking, nor for what was learned elsewhere. */
function diplomaButtons({ module, when, diplomas, own }: ModuleDoneModel, kit: ViewKit): readonly CardAction[] {
  const { moduleId } = module;
  const standing = own.find((item) => item.module.moduleId === moduleId);
  const isElsewhere = standing?.standing === 'done' && standing.form === 'prior';
  if (!diplomas || when === 'diploma-asked' || isElsewhere) return [];
  return [kit.button('diploma.offer', kit.t('diploma.get'), { moduleId })];
}
