/** Where somebody writes from, and the Teams id that they have there. */
export type MemberPlace = { conversationId: string; serviceUrl: string; teamsId: string };

/**
 * What Teams says of somebody who is in a chat with us. `userName` is the user name in Microsoft 365, as it stands there. Of a guest either may be
 * empty.
 */
export type Member = { aadObjectId: string; userName: string; tenantId?: string; isGuest: boolean };

/** A guest has the user name of another place with this in it, also where the account is called a member. */
export const isGuestName = (userName: string): boolean => userName.toLowerCase().includes('#ext#');

/** Whether Teams says that somebody is from outside: a guest in our tenant, or of another tenant that may write to ours. */
export function isFromOutside({ isGuest, userName, tenantId }: Member, ours: string): boolean {
  return isGuest || isGuestName(userName) || (tenantId !== undefined && !isSameTenant(tenantId, ours));
}

export const isSameTenant = (one: string | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

/** Who is who in Teams. One call, never tried again: whoever asks can do without. Throws Failure `unavailable`. */
export type MemberDirectory = {
  /** `undefined` where Teams knows of nobody, or does not say who it is. */
  read(place: MemberPlace): Promise<Member | undefined>;
};
