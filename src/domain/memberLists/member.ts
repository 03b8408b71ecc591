/** Somebody on a list: what is needed to invite him, and nothing else. */
export type Member = { name: string; role?: string; phone?: string; unit?: string };

/** No team and no district has more; whoever sends more has sent something else. */
export const mostMembers = 500;

const key = (text: string): string => text.normalize('NFC').toLowerCase();
const agree = (one: string | undefined, other: string | undefined): boolean =>
  !one || !other || key(one) === key(other);

/**
 * The same person? Accents tell people apart (Hùng, Hưng), and so do phones and units: two of one name are
 * common in a district.
 */
export const isSameMember = (one: Member, other: Member): boolean =>
  key(one.name) === key(other.name) && agree(one.phone, other.phone) && agree(one.unit, other.unit);
