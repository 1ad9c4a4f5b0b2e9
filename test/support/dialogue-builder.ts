import type { Dialogue, DialogueReply } from '../../src/features/catalogue/dialogue.ts';
import { words } from './module-builder.ts';

const aReply = (replyId: string, nextId: string): DialogueReply => ({
  ...{ replyId, nextId },
  text: words(`«Jeg svarer ${replyId}, og det kan jeg gjøre med noen flere ord enn de fleste.»`),
  feedback: words(`Derfor ${replyId}. Du sier hva du har sett, og spør hva hun tenker.`),
});

/**
 * `start` → `fakta` → `sammen` → `avtale` (good), `vente` (ok); `start` → `skjult` → `uklar` → `igjen` → `sammen`, `slippe` (poor);
 * `start` → `anklage` (poor).
 */
export function aDialogue(dialogueId: string, changes: Partial<Dialogue> = {}): Dialogue {
  const node = (nodeId: string, ...replies: DialogueReply[]) => ({
    ...{ nodeId, speaker: words('Moren'), replies },
    says: words(`«Hva mener du egentlig? Vi er i ${nodeId}.»`),
  });
  return {
    dialogueId,
    title: words('Øv: En forelder er redd'),
    scene: words('Du har sett noe i to uker. Lederen har bedt deg snakke med moren.'),
    nodes: [
      node('start', aReply('fakta', 'sammen'), aReply('skjult', 'uklar'), aReply('anklage', 'brutt')),
      node('uklar', aReply('igjen', 'sammen'), aReply('slippe', 'brutt')),
      node('sammen', aReply('avtale', 'avtalt'), aReply('vente', 'uten-avtale')),
    ],
    ends: [
      { endId: 'avtalt', outcome: 'good', text: words('Alle vet hva de skal gjøre.') },
      { endId: 'uten-avtale', outcome: 'ok', text: words('Ring henne, og sett en dato.') },
      { endId: 'brutt', outcome: 'poor', text: words('Snakk med lederen om hvem som tar neste samtale.') },
    ],
    ...changes,
  };
}
