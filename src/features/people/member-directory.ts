/** Where somebody writes from, and the Teams id that they have there. */
export type MemberPlace = { conversationId: string; serviceUrl: string; teamsId: string };

/** What Teams says of somebody who is in a chat with us. `userName` is the user name in Microsoft 365, as it stands there. */
export type Member = { aadObjectId: string; userName: string; tenantId?: string; isGuest: boolean };

/** Who is who in Teams. One call, never tried again: whoever asks can do without. Throws Failure `unavailable`. */
export type MemberDirectory = {
  /** `undefined` where Teams knows of nobody, or does not say who it is. */
  read(place: MemberPlace): Promise<Member | undefined>;
};
