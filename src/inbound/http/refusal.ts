/** Why a request is not let in. `reason` is for our log only: the caller gets the status and an empty body. */
export type Refusal = { outcome: 'refused'; status: 400 | 401 | 403 | 405 | 408 | 413 | 415 | 503; reason: string };

export function refuse(status: Refusal['status'], reason: string): Refusal {
  return { outcome: 'refused', status, reason };
}

export function isRefusal(value: object): value is Refusal {
  return 'outcome' in value && value.outcome === 'refused';
}
