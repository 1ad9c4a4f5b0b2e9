import type { Clock } from '../../core/clock.ts';
import type { ClockControl } from './clock-control.ts';
import type { SharedChatSpec } from './connector/new-state.ts';
import { createStubConnector, type StubConnector } from './connector/stub-connector.ts';
import type { PersonaSpec } from './connector/teams-ids.ts';
import { createLiveUpdates } from './live-updates.ts';
import { createPageDoor } from './page-door.ts';
import { createStateSaver, readStateFile } from './state-file.ts';

export type WorkbenchOptions = {
  appId: string;
  tenantId: string;
  municipality: string;
  zone: string;
  /** Used when the state file is not there yet. */
  people: readonly (PersonaSpec & { hasApp?: boolean })[];
  shared: readonly SharedChatSpec[];
  /** Where chats are kept between runs. */
  stateFile: string;
};

export type Workbench = {
  teams: StubConnector;
  /** The page; also the key server and the Connector. */
  url: string;
  /** How far the clock was ahead when the workbench was last stopped. */
  keptOffsetMs: number;
  /** Says who moves the clock; before that the page is not served. */
  open(clock: ClockControl): void;
  /** Tells the page where the clock is while it is being moved. */
  stepped(offsetMs: number): void;
  stop(): Promise<void>;
};

/** Starts the stub Teams with its page on 127.0.0.1. Port 0 takes a free one. Rejects with EADDRINUSE when it is taken. */
export async function startWorkbench(options: WorkbenchOptions, port: number): Promise<Workbench> {
  const kept = await readStateFile(options.stateFile);
  let control: ClockControl | undefined;
  const clock: Clock = { now: () => control?.now() ?? new Date(Date.now() + (kept?.workbench.clockOffsetMs ?? 0)) };
  const teams = await createStubConnector({
    ...options,
    clock,
    state: kept?.workbench,
    privateKey: kept?.privateKey,
    files: kept?.files,
  });
  const { state } = teams.book;
  const saver = createStateSaver(options.stateFile, () => {
    state.clockOffsetMs = control?.offsetMs() ?? state.clockOffsetMs;
    return { workbench: state, privateKey: teams.issuer.toJson(), files: teams.oneDrive.files };
  });
  const live = createLiveUpdates(teams.book);
  teams.book.subscribe(saver.saveSoon);
  const url = await teams.listen(port);
  return {
    teams,
    url,
    keptOffsetMs: state.clockOffsetMs,
    open(given) {
      control = given;
      saver.saveSoon();
      teams.alsoServe(
        createPageDoor({ teams, clock: given, live, municipality: options.municipality, zone: options.zone }),
      );
    },
    stepped: (offsetMs) => live.send({ type: 'clock', offsetMs, isMoving: true }),
    async stop() {
      live.close();
      await teams.close();
      await saver.flush();
    },
  };
}
