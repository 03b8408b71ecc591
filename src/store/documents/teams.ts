import type { ChatId } from '../../chat.js';
import type { Acknowledgement } from '../../domain/rulesVersions.js';
import {
  anything,
  collection,
  type Fields,
  moment,
  perhapsMoment,
  perhapsText,
  text,
} from '../collection.js';
import type { ContestId } from './contests.js';
import type { PersonId } from './people.js';

/* Teams that take part, and what they agreed to. */

/** Evidence that consent was given: which words, by whom, when, through which chat. `_id`: `<contest>/<update>`. */
export type Consent = {
  _id: string;
  contest: ContestId;
  person: PersonId;
  chat: ChatId;
  version: string;
  text: string;
  answer: string;
  /** The coordinator who stated that the person agrees; absent or `null`: he said so himself. */
  by?: PersonId | null;
  at: Date;
  withdrawnAt: Date | null;
  withdrawnBy: string | null;
  /** The consent in a contest below from which it was taken over; words, chat and moment are those of there. */
  origin?: { contest: ContestId; consent: string; version: string };
};

export const consents = collection<Consent>(
  'consents',
  {
    _id: text,
    contest: text,
    person: text,
    chat: text,
    version: text,
    text,
    answer: text,
    by: perhapsText,
    at: moment,
    withdrawnAt: perhapsMoment,
    withdrawnBy: perhapsText,
    origin: anything,
  },
  [[{ contest: 1, person: 1 }, {}]],
);

/** A person registers one team in a contest: a unique key. `_id`: `<contest>/<who registered it>`. */
export type Registration = {
  _id: string;
  contest: ContestId;
  person: PersonId;
  unit: string;
  /** The hamlet of the team, as it was typed; it counts for the unit. */
  hamlet?: string;
  /** The unit whose quota it counts against (2023: the district). */
  sender: string;
  team: string;
  contact: string;
  phone: string;
  /** The components it takes part in; absent where the contest leaves no choice. */
  components?: string[];
  /** How many people it has, where its components count them; absent where it registered before that was asked. */
  headcount?: number;
  /** The versions of the rules that were agreed to for this team, the newest last; absent before there were any. */
  rules?: Acknowledgement[];
  /** The coordinator who registered it for the team; absent or `null`: it registered itself. */
  by?: PersonId | null;
  /** What its coordinators say of it; absent or `null`: nothing yet, which keeps it from nothing. */
  confirmation?: Confirmation | null;
  /** Its coordinators need not be told of it any more. */
  told?: boolean;
  /** The letter that tells them of it, once there is one. */
  letter?: string;
  /** The contest below from which it was taken over. */
  origin?: ContestId;
  at: Date;
  turn: string;
};

const registration: Fields<Registration> = {
  _id: text,
  contest: text,
  person: text,
  unit: text,
  hamlet: { type: String },
  sender: text,
  team: text,
  contact: text,
  phone: text,
  components: { type: [String], default: undefined },
  headcount: { type: Number },
  rules: { type: [anything], default: undefined },
  by: perhapsText,
  confirmation: anything,
  origin: { type: String },
  told: { type: Boolean },
  letter: { type: String },
  at: moment,
  turn: text,
};

export const registrations = collection<Registration>('registrations', registration, [
  [{ contest: 1, sender: 1 }, {}],
  [
    { contest: 1, person: 1 },
    { unique: true, name: 'team' },
  ],
  [
    { contest: 1, told: 1, unit: 1, at: 1, _id: 1 },
    { partialFilterExpression: { told: false }, name: 'untoldOfUnits' },
  ],
  [{ contest: 1, phone: 1 }, {}],
  [{ contest: 1, by: 1 }, {}],
  [{ contest: 1, unit: 1 }, {}],
]);

/** The first word counts. `declined` stands only until the registration has been put away. */
export type Confirmation = {
  kind: 'confirmed' | 'declined';
  by: PersonId;
  at: Date;
  reason: string | null;
  turn: string;
};

/** A registration that was declined, as it was then. `_id`: `<its id>/<the update that declined it>`. */
export type DeclinedRegistration = Registration;

export const declinedRegistrations = collection<DeclinedRegistration>('declinedRegistrations', registration, [
  [{ contest: 1 }, {}],
]);
