import type { Message } from '../../src/core/card.ts';
import type { TelemetryEvent } from '../../src/core/events.ts';
import { findModule } from '../../src/features/catalogue/catalogue.ts';
import type { Dialogue } from '../../src/features/catalogue/dialogue.ts';
import type { Person } from '../../src/features/people/person.ts';
import { questionPosition } from '../../src/features/progress/steps.ts';
import { repliesOf, walkDialogue } from '../../src/features/progress/walk-dialogue.ts';
import { checkCard } from '../../src/views/check-card.ts';
import { buttonsOf, type Drive } from '../support/drive.ts';
import { everybody, mark, type Step } from './fuzz-steps.ts';

/** What must hold after every step, whatever was done. `broken` tells what did not. */
export type Walker = { take(step: Step): Promise<void>; broken: readonly string[]; completions(): number };

const cardsKept = 6;

export function createWalker(drive: Drive, broken: string[]): Walker {
  const cards = new Map<string, Message[]>();
  let eventsSeen = 0;
  let sentSeen = 0;
  let completions = 0;
  let last: (() => Promise<unknown>) | undefined;

  const keep = (who: Person, message: Message | undefined): void => {
    if (!message) return;
    broken.push(...problemsOf(who, message));
    cards.set(who.personId, [message, ...(cards.get(who.personId) ?? [])].slice(0, cardsKept));
  };

  async function says(who: Person, text: string, more: object): Promise<void> {
    const { message, more: others = [] } = await drive.says(who, text, more);
    for (const each of [...others, message]) keep(who, each);
  }

  async function executes(who: Person, verb: string, data: unknown, more: object = {}): Promise<void> {
    keep(who, await drive.executes(who, verb, data, more));
  }

  async function presses({ who, button, back, inputs, more }: Extract<Step, { kind: 'presses' }>): Promise<void> {
    const known = cards.get(who.personId) ?? [];
    const card = known[Math.min(back, known.length - 1)];
    const buttons = card ? buttonsOf(card) : [];
    const press = buttons[button % buttons.length];
    if (!card || !press) return says(who, 'hei', {});
    await executes(who, press.verb, { ...press.data, ...fill(card, inputs) }, more);
  }

  async function takes(who: Person, moduleId: string): Promise<void> {
    const module = findModule(drive.service.pack.catalogue, moduleId);
    await executes(who, 'module.open', { moduleId });
    for (const [index, { questionId, options }] of (module?.quiz ?? []).entries()) {
      const choice = options.filter(({ isCorrect }) => isCorrect).map(({ optionId }) => optionId);
      const position = module ? questionPosition(module, index) : 0;
      await executes(who, 'module.answer', { moduleId, position, questionId, choice: choice.join(',') });
    }
    for (const dialogue of module?.dialogues ?? []) {
      const { dialogueId } = dialogue;
      await executes(who, 'module.practise', { moduleId, dialogueId, replies: wayToAnEnd(dialogue) });
    }
    await executes(who, 'module.complete', { moduleId });
  }

  function act(step: Step): Promise<unknown> {
    const { who } = step;
    switch (step.kind) {
      case 'says':
        return says(who, step.text, step.more);
      case 'presses':
        return presses(step);
      case 'executes':
        return executes(who, step.verb, step.data, step.more);
      case 'submits':
        return drive.submits(who, step.value).then((message) => keep(who, message));
      case 'installs':
        return drive.installs(who).then((message) => keep(who, message));
      case 'removes':
        return drive.removes(who);
      case 'takes':
        return takes(who, step.moduleId);
      case 'waits':
        return drive.clockTo(new Date(drive.now().getTime() + step.hours * 3_600_000));
      case 'repeats':
        return last?.() ?? Promise.resolve();
    }
  }

  /** What jobs sent and what was told to telemetry since the last step. */
  function lookAround(): void {
    for (const { to, message } of drive.sent.slice(sentSeen)) {
      const who = everybody.find(({ personId }) => to.conversationId === `a:${personId}`);
      if (who) keep(who, message);
      else broken.push(`a message went to ${to.conversationId}, which is nobody's private chat`);
    }
    for (const event of drive.events.slice(eventsSeen)) {
      if (event.event === 'module-completed') completions += 1;
      broken.push(...troublesOf(event));
    }
    sentSeen = drive.sent.length;
    eventsSeen = drive.events.length;
  }

  return {
    broken,
    completions: () => completions,
    async take(step) {
      const run = () => act(step);
      await run();
      if (step.kind !== 'repeats' && step.kind !== 'waits') last = run;
      lookAround();
    },
  };
}

/** Nothing is away here, so any failure is a fault of ours. */
function troublesOf(event: TelemetryEvent): string[] {
  const text = JSON.stringify(event);
  const isTrouble = event.event === 'turn-failed' || event.event === 'background-failed';
  return isTrouble || text.includes(mark) ? [`event ${text}`] : [];
}

/** The card holds to the rules for cards, repeats nothing that was written, and names nobody that this person may not see. */
function problemsOf(who: Person, message: Message): string[] {
  const text = JSON.stringify(message);
  const problems = checkCard(message.card).map(({ at, problem }) => `${at} ${problem}`);
  if (text.includes(mark)) problems.push('the card repeats what somebody wrote');
  for (const other of everybody) {
    // Everybody knows who leads the own unit, and is told whom to ring.
    const isOwnLeader = other.leads.includes(who.unitId);
    const maySee = other === who || isOwnLeader || who.leads.includes(other.unitId);
    if (!maySee && text.includes(familyNameOf(other))) problems.push(`the card names ${other.personId}`);
  }
  return problems.map((problem) => `${who.personId}, "${message.summary}": ${problem}`);
}

const familyNameOf = ({ displayName }: Person): string => displayName.split(' ').at(-1) ?? displayName;

/** `pick` stands for the n-th choice that the card offers. */
function fill(message: Message, inputs: object): object {
  if (!('pick' in inputs)) return inputs;
  const values = [...JSON.stringify(message.card).matchAll(/"value":"([^"]{1,80})"/g)].map(([, value]) => value);
  return values.length === 0 ? {} : { choice: values[Number(inputs.pick) % values.length] };
}

/** Always the first reply. */
function wayToAnEnd(dialogue: Dialogue): readonly string[] {
  let walk = walkDialogue(dialogue, []);
  while (walk.at === 'node') walk = walkDialogue(dialogue, [...repliesOf(walk), walk.node.replies[0]?.replyId ?? '']);
  return repliesOf(walk);
}
