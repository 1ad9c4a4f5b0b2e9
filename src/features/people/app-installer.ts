/**
 * What became of installing the app for one person. `had`: it is there already. `not-allowed`: the app, or a permission policy, does not let us.
 * `unknown-user`: nobody has this id. `not-let-in`: it is our token that is not taken. `throttled` and `no-answer`: not known, and worth another time.
 */
export type InstallOutcome =
  | 'installed'
  | 'had'
  | 'not-allowed'
  | 'unknown-user'
  | 'refused'
  | 'throttled'
  | 'no-answer'
  | 'not-let-in';

/** Gives people our app in Teams, without their doing anything. */
export type AppInstaller = {
  /**
   * The id that the organisation's catalogue has for the app of this manifest; `undefined` where it is not there. Throws Failure `invalid`
   * when we may not look, `unavailable` or `throttled` when there is no answer.
   */
  findApp(manifestId: string): Promise<string | undefined>;
  /** Safe to do twice. Never throws. */
  install(catalogueId: string, aadObjectId: string): Promise<InstallOutcome>;
};
