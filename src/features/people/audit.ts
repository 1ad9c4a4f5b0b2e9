/** That somebody did something that concerns another person. Ids and words only: no name, no content. */
export type AuditEntry = {
  at: Date;
  byPersonId: string;
  /** A word such as `prior.confirm`. */
  action: string;
  /** Whom it concerns. */
  personId?: string;
  moduleId?: string;
};

/** Append-only. Every call may throw Failure `unavailable` or `throttled`. */
export type AuditStore = {
  /** Fine if the very same entry is there already, so that whoever is not sure may append again. */
  append(entry: AuditEntry): Promise<void>;
};
