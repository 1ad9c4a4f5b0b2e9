import type { Clock } from '../../../core/clock.ts';
import type { ChatBook } from './chat-book.ts';
import type { RatedOperation } from './rate-windows.ts';
import type { ConnectorAnswer } from './types.ts';

export type RouteNeeds = { book: ChatBook; clock: Clock; appId: string; tenantId: string };
export type RouteCall = { params: readonly string[]; query: URLSearchParams; body: unknown };
export type ConnectorRoute = {
  method: string;
  path: RegExp;
  /** Which of the conversation's windows it counts in. */
  operation?: RatedOperation;
  run(needs: RouteNeeds, call: RouteCall): ConnectorAnswer;
};
