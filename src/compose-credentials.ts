import type { BotConfig } from './config.ts';
import { type Clock, systemClock } from './core/clock.ts';
import type { Expiry } from './features/credentials/expiry.ts';
import type { TellExpiryNeeds } from './features/credentials/tell-expiry.ts';
import { type AccessToken, createAccessToken, createTokenSource } from './outbound/teams/access-token.ts';
import { readExpiry } from './outbound/teams/read-expiry.ts';
import { expiryView } from './views/expiry.view.ts';
import type { Render } from './views/render.ts';

/** How the bot proves itself to Teams, and when that runs out. Throws Failure `invalid` for a certificate that cannot be used. */
export async function composeCredentials(bot: BotConfig): Promise<{ token: AccessToken; expiry?: Expiry }> {
  const source = createTokenSource({ ...bot, scope: bot.tokenScope });
  // Tokens run out in real time.
  return { token: createAccessToken({ source, clock: systemClock }), expiry: await readExpiry(bot.credentials) };
}

/** What the job that tells the administrators needs; nothing where nothing runs out. */
export function composeExpiring(
  { expiry }: { expiry?: Expiry },
  { render, clock }: { render: Render; clock: Clock },
): Pick<TellExpiryNeeds, 'expiring'> {
  if (!expiry) return {};
  return { expiring: { expiry, present: (model, locale) => render(expiryView, model, locale, clock.now()) } };
}
