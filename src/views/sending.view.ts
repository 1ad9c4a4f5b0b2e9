import type { SendingState } from '../features/reminders/sending-store.ts';
import { defineView, type ViewKit } from './define-view.ts';

export type SendingModel = {
  state: SendingState['state'];
  /** Who changed it last, and when; absent when nobody ever has. `name` is absent when the person has left. */
  changed?: { name?: string; at: Date };
  /** Asks before it is done. */
  asks?: 'stop' | 'resume';
  /** It was so already when it was pressed. */
  notice?: 'unchanged';
};

/** Whether Undring writes to people on its own, and the way to stop and resume it. */
export const sendingView = defineView<SendingModel>('sending', (model, kit) => {
  const { asks, state } = model;
  const summary = kit.t('sending.summary');
  if (asks) {
    const title = asks === 'stop' ? kit.t('sending.ask.stop-title') : kit.t('sending.ask.resume-title');
    const text = asks === 'stop' ? kit.t('sending.ask.stop') : kit.t('sending.ask.resume');
    return { data: { title, notices: [], lines: [{ text }], actions: confirmButtons(asks, kit) }, summary };
  }
  return {
    data: {
      title: kit.t('sending.title'),
      notices: model.notice ? [{ style: 'good', text: kit.t('sending.unchanged') }] : [],
      lines: [
        { text: state === 'stopped' ? kit.t('sending.state.stopped') : kit.t('sending.state.running') },
        ...(model.changed ? [{ text: changedLine(state, model.changed, kit) }] : []),
        { text: kit.t('sending.state.answers') },
      ],
      actions: [
        kit.button('sending.plan', kit.t('sending.button.plan')),
        state === 'stopped'
          ? kit.button('sending.ask', kit.t('sending.button.resume'), { to: 'running' }, 'positive')
          : kit.button('sending.ask', kit.t('sending.button.stop'), { to: 'stopped' }, 'destructive'),
        kit.button('welcome.show', kit.t('common.home')),
      ],
    },
    summary,
  };
});

function confirmButtons(asks: 'stop' | 'resume', kit: ViewKit): readonly object[] {
  const yes =
    asks === 'stop'
      ? kit.button('sending.set', kit.t('sending.ask.yes-stop'), { to: 'stopped' }, 'destructive')
      : kit.button('sending.set', kit.t('sending.ask.yes-resume'), { to: 'running' }, 'positive');
  return [yes, kit.button('sending.show', kit.t('sending.ask.no'))];
}

function changedLine(
  state: SendingState['state'],
  { name, at }: NonNullable<SendingModel['changed']>,
  kit: ViewKit,
): string {
  const day = kit.day(at);
  if (name === undefined) {
    return state === 'stopped'
      ? kit.t('sending.state.stopped-gone', { day })
      : kit.t('sending.state.started-gone', { day });
  }
  const who = kit.plain(name);
  return state === 'stopped'
    ? kit.t('sending.state.stopped-by', { who, day })
    : kit.t('sending.state.started-by', { who, day });
}
