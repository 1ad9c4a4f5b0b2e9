/** Somebody as the directory tells it. */
export type DirectoryUser = {
  /** The Microsoft Entra object id. */
  id: string;
  /** Absent when we may not read it: then nobody knows whom this is about. */
  upn?: string;
  givenName?: string;
  familyName?: string;
  displayName?: string;
  isGuest: boolean;
  isEnabled: boolean;
  /** The user name of the nearest manager. */
  managerUpn?: string;
  /** Of the groups that give a role, those whom they are a member of. */
  roleGroupIds?: readonly string[];
  /** What else was asked for, by the directory's own names. */
  attributes: Readonly<Record<string, string>>;
};

/** Where the directory was when we read it: addresses that tell what has changed since. They name nobody. */
export type DirectoryMark = readonly string[];

/**
 * The municipality's directory of staff. Calls throw Failure: `unavailable` or `throttled` when it does not answer, `invalid` when it does
 * not let us read what the rules ask for.
 */
export type Directory = {
  /** All whom the rules name, as they are now, in no order. */
  readUsers(): Promise<readonly DirectoryUser[]>;
  /** A mark of now: made before `readUsers`, so that nothing falls between. */
  mark(): Promise<DirectoryMark>;
  /** Whether anything that we read is another since the mark. `expired`: the directory no longer knows it. */
  changesSince(
    mark: DirectoryMark,
  ): Promise<{ outcome: 'none'; mark: DirectoryMark } | { outcome: 'changed' } | { outcome: 'expired' }>;
};
