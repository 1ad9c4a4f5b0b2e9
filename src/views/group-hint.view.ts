import { emergencyNumbers } from '../features/guide/guide.ts';
import { defineView } from './define-view.ts';
import { callLink } from './guide-contacts.ts';

export type GroupHintModel = Record<string, never>;

/**
 * The one answer to everything where others read along: the two emergency numbers, and where to write instead. Nothing personal, no
 * question, and the same card whatever was written, so that it tells nobody what that was.
 */
export const groupHintView = defineView<GroupHintModel>('group-hint', (_model, kit) => {
  const { danger, ambulance } = emergencyNumbers;
  const police = { name: kit.t('notice.group-hint.police'), detail: kit.t('notice.group-hint.police-for') };
  const medical = { name: kit.t('notice.group-hint.ambulance'), detail: kit.t('notice.group-hint.ambulance-for') };
  return {
    data: {
      title: kit.t('notice.danger'),
      numbers: [
        { number: danger, ...police, call: callLink(danger, kit, police.name) },
        { number: ambulance, ...medical, call: callLink(ambulance, kit, medical.name) },
      ],
      text: kit.t('notice.group-hint.text'),
    },
    summary: kit.t('guide.summary'),
  };
});
