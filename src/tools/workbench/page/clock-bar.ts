import { html, type TemplateResult } from 'lit/html.js';
import { clockText, dayText, offsetText } from './dates.ts';
import { command } from './server.ts';
import type { Store } from './store.ts';

const hourMs = 3_600_000;
const jumps = [
  { title: '+1 time', by: hourMs },
  { title: '+1 dag', by: 24 * hourMs },
  { title: '+7 dager', by: 7 * 24 * hourMs },
] as const;

/** The moved clock. The bot lives through everything that is due on the way. */
export function clockBar(store: Store): TemplateResult {
  const { zone, clockOffsetMs } = store.state;
  const isMoving = store.now.isMovingClock;
  const move = async (body: object): Promise<void> => {
    const { notice } = await command('move-clock', body);
    if (notice) store.toast({ personaId: '', conversationId: '', from: 'Klokka', text: notice });
  };
  const now = store.clock();
  return html`
    <section class="clock" aria-label="Klokka" aria-busy=${isMoving ? 'true' : 'false'}>
      <div class="clock-face">
        <time datetime=${now.toISOString()}><strong>${clockText(now, zone)}</strong> ${dayText(now, zone)}</time>
        <span class="offset ${clockOffsetMs >= 60_000 ? 'moved' : ''}" role="status">
          ${isMoving ? 'flytter klokka …' : offsetText(clockOffsetMs)}
        </span>
      </div>
      <div class="jumps" role="group" aria-label="Flytt klokka">
        ${jumps.map(
          ({ title, by }) =>
            html`<button type="button" ?disabled=${isMoving} @click=${() => move({ by })}>${title}</button>`,
        )}
        <button type="button" ?disabled=${isMoving} @click=${() => move({ to: 'next-due' })}>Til neste påminnelse</button>
        <button
          class="quiet"
          type="button"
          title="Tilbake til ekte tid. Det som har skjedd, blir stående."
          ?disabled=${isMoving || clockOffsetMs < 60_000}
          @click=${() => move({ to: 'real-time' })}
        >
          Nullstill
        </button>
      </div>
    </section>
  `;
}
