import type { Config } from './config.ts';
import { systemClock } from './core/clock.ts';
import type { Telemetry } from './core/events.ts';
import type { FileDownload } from './features/content/file-download.ts';
import type { FileUpload } from './features/progress/file-upload.ts';
import type { Sheets } from './inbound/bot/actions/content-sheet.ts';
import type { Diplomas } from './inbound/bot/actions/diploma.ts';
import type { DataFiles } from './inbound/bot/actions/own-data.ts';
import type { CalendarFiles } from './inbound/bot/actions/set-aside.ts';
import type { FigureFiles } from './inbound/bot/actions/status-at.ts';
import { createSettleConsent, type SettleConsent } from './inbound/bot/settle-consent.ts';
import type { Connector } from './outbound/teams/connector.ts';
import { createFileChat } from './outbound/teams/file-chat.ts';
import { createFileDownload } from './outbound/teams/file-download.ts';
import { createFileUpload } from './outbound/teams/file-upload.ts';
import type { Pack } from './packs/pack.ts';
import { createCalendarPress } from './views/print/calendar-press.ts';
import { createDiplomaPress } from './views/print/diploma-press.ts';
import { createOverviewPress } from './views/print/overview-press.ts';
import { createOwnDataPress } from './views/print/own-data-press.ts';
import { createStatusAtPress } from './views/print/status-at-press.ts';
import { createSheetPress } from './views/sheet/sheet-press.ts';

/** Files by consent: off until the configuration says where they may be put. */
export function composeFiles(
  { fileOrigins }: Config,
  pack: Pack,
  given?: FileUpload,
): { diplomas?: Diplomas; dataFiles?: DataFiles; figureFiles?: FigureFiles; calendarFiles?: CalendarFiles } {
  if (fileOrigins.length === 0) return {};
  const { texts, zone, retention } = pack;
  const words = { texts, zone, municipality: pack.municipality.name };
  const uploads = given ?? createFileUpload({ fileOrigins });
  return {
    diplomas: { press: createDiplomaPress(words), uploads },
    figureFiles: { press: createStatusAtPress(words), pressOverview: createOverviewPress(words), uploads },
    calendarFiles: { press: createCalendarPress(words), uploads },
    dataFiles: { press: createOwnDataPress({ ...words, ...(retention && { retention }) }), uploads },
  };
}

/** Workbooks of texts: over the same hosts, and off with the same setting. */
export function composeSheets(
  { fileOrigins }: Config,
  { texts, zone }: Pack,
  given: { uploads?: FileUpload; downloads?: FileDownload },
): { sheets?: Sheets } {
  if (fileOrigins.length === 0) return {};
  const { uploads = createFileUpload({ fileOrigins }), downloads = createFileDownload({ fileOrigins }) } = given;
  return { sheets: { press: createSheetPress({ texts, zone }), uploads, downloads } };
}

export function composeConsent(needs: {
  connector: Connector;
  telemetry: Telemetry;
  wait(ms: number): Promise<void>;
}): SettleConsent {
  const { connector, telemetry, wait } = needs;
  const chat = createFileChat({ connector, clock: systemClock, wait, random: Math.random });
  return createSettleConsent({ chat, telemetry });
}
