import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose';
import type * as documents from './documents.js';

/** What lies in the database: one model per collection, with its fields and its keys. */
export type Collections = {
  updates: Model<documents.StoredUpdate>;
  letters: Model<documents.Letter>;
  chats: Model<documents.Chat>;
  people: Model<documents.Person>;
  roles: Model<documents.Role>;
  codes: Model<documents.Code>;
  groups: Model<documents.Group>;
  consents: Model<documents.Consent>;
  registrations: Model<documents.Registration>;
  declinedRegistrations: Model<documents.DeclinedRegistration>;
  lists: Model<documents.StoredList>;
  listSnapshots: Model<documents.ListSnapshot>;
  entries: Model<documents.StoredEntry>;
  relations: Model<documents.Relation>;
  sheets: Model<documents.Sheet>;
  locks: Model<documents.Lock>;
  nominations: Model<documents.Nomination>;
  snapshots: Model<documents.Snapshot>;
  results: Model<documents.Result>;
  contests: Model<documents.StoredContest>;
  leases: Model<documents.Lease>;
  files: Model<documents.StoredFile>;
  settings: Model<documents.Setting>;
  unitLists: Model<documents.StoredUnitList>;
  unitChunks: Model<documents.UnitChunk>;
};

const text = { type: String, required: true };
const perhapsText = { type: String, default: null };
const moment = { type: Date, required: true };
const perhapsMoment = { type: Date, default: null };
const count = { type: Number, required: true };
const yes = { type: Boolean, required: true };
const anything = { type: Schema.Types.Mixed };

/** Also of one that was declined. */
const registration: SchemaDefinition = {
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
  at: moment,
  turn: text,
};

type IndexLine = [Record<string, 1 | -1>, Record<string, unknown>];

export function openCollections(connection: Connection): Collections {
  function model<Document>(collection: string, fields: SchemaDefinition, indexes: IndexLine[] = []) {
    const schema = new Schema(fields, {
      collection,
      versionKey: false,
      minimize: false,
      strict: 'throw',
      strictQuery: 'throw',
    });
    for (const [keys, options] of indexes) schema.index(keys, options);
    return connection.model(collection, schema) as unknown as Model<Document>;
  }

  return {
    updates: model(
      'updates',
      {
        _id: text,
        chat: text,
        group: yes,
        from: anything,
        sentAt: moment,
        event: anything,
        order: count,
        receivedAt: moment,
        state: text,
        tries: count,
        retryAt: perhapsMoment,
        trouble: perhapsText,
      },
      [
        [
          { chat: 1, order: 1 },
          { partialFilterExpression: { state: 'waiting' }, name: 'waiting' },
        ],
      ],
    ),
    letters: model(
      'letters',
      {
        _id: text,
        chat: text,
        bot: text,
        contest: perhapsText,
        reply: anything,
        order: count,
        part: count,
        dueAt: moment,
        state: text,
        tries: count,
        sentParts: count,
        sentAt: perhapsMoment,
        trouble: perhapsText,
      },
      [
        [
          { bot: 1, order: 1, part: 1 },
          { partialFilterExpression: { state: 'waiting' }, name: 'waiting' },
        ],
        [{ chat: 1, order: 1, part: 1 }, {}],
        [{ bot: 1, sentAt: 1 }, {}],
      ],
    ),
    chats: model(
      'chats',
      {
        _id: text,
        bot: text,
        group: yes,
        person: perhapsText,
        name: { type: String, default: '' },
        reachable: yes,
        contest: perhapsText,
        progress: anything,
        menu: anything,
        turn: perhapsText,
        heardAt: perhapsMoment,
        lease: anything,
        worker: perhapsText,
        newest: perhapsText,
      },
      [[{ person: 1, heardAt: -1 }, { partialFilterExpression: { group: false } }]],
    ),
    people: model(
      'people',
      {
        _id: text,
        name: text,
        phone: perhapsText,
        createdAt: moment,
        holds: { type: [anything], default: undefined },
        version: { type: Number, default: 0 },
        joined: [String],
        mergedInto: perhapsText,
      },
      [[{ phone: 1 }, { partialFilterExpression: { phone: { $type: 'string' } } }]],
    ),
    roles: model(
      'roles',
      {
        _id: text,
        contest: text,
        person: text,
        role: text,
        unit: perhapsText,
        name: text,
        since: moment,
        by: perhapsText,
        held: perhapsText,
        endedAt: perhapsMoment,
        endedBy: perhapsText,
        endReason: perhapsText,
      },
      [
        [{ contest: 1, role: 1 }, {}],
        [{ person: 1 }, {}],
        [{ held: 1 }, { unique: true, name: 'held', partialFilterExpression: { held: { $type: 'string' } } }],
      ],
    ),
    codes: model('codes', {
      _id: text,
      contest: perhapsText,
      purpose: text,
      unit: perhapsText,
      team: perhapsText,
      name: perhapsText,
      by: perhapsText,
      createdAt: moment,
      expiresAt: perhapsMoment,
      usedBy: perhapsText,
      usedAt: perhapsMoment,
    }),
    groups: model(
      'groups',
      { _id: text, contest: text, chat: text, title: { type: String, default: '' }, by: text, since: moment },
      [
        [{ contest: 1 }, {}],
        [{ chat: 1 }, {}],
      ],
    ),
    consents: model(
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
    ),
    registrations: model('registrations', registration, [
      [{ contest: 1, sender: 1 }, {}],
      [
        { contest: 1, person: 1 },
        { unique: true, name: 'team' },
      ],
      [
        { contest: 1, at: 1 },
        { partialFilterExpression: { told: false }, name: 'untold' },
      ],
      [{ contest: 1, phone: 1 }, {}],
    ]),
    declinedRegistrations: model('declinedRegistrations', registration, [[{ contest: 1 }, {}]]),
    lists: model(
      'lists',
      {
        _id: text,
        contest: text,
        component: text,
        unit: text,
        members: [anything],
        version: count,
        changes: [anything],
        short: anything,
      },
      [[{ contest: 1, component: 1 }, {}]],
    ),
    listSnapshots: model(
      'listSnapshots',
      {
        _id: text,
        list: text,
        contest: text,
        component: text,
        unit: text,
        number: count,
        members: [anything],
        digest: text,
        at: moment,
        by: perhapsText,
        cause: text,
      },
      [
        [
          { list: 1, cause: 1 },
          { unique: true, name: 'cause' },
        ],
        [{ list: 1, number: -1 }, {}],
        [{ contest: 1, component: 1 }, {}],
      ],
    ),
    entries: model(
      'entries',
      {
        _id: text,
        contest: text,
        number: count,
        code: text,
        person: text,
        by: perhapsText,
        unit: text,
        sender: text,
        team: text,
        slot: perhapsText,
        authorSlot: perhapsText,
        state: text,
        history: [anything],
        verdicts: [anything],
        correction: anything,
        title: text,
        video: anything,
        versions: [anything],
        submittedAt: moment,
        lateBySeconds: { type: Number },
        extension: perhapsText,
        origin: anything,
        turn: text,
      },
      [
        [
          { contest: 1, number: 1 },
          { unique: true, name: 'number' },
        ],
        [{ slot: 1 }, { unique: true, name: 'slot', partialFilterExpression: { slot: { $type: 'string' } } }],
        [
          { authorSlot: 1 },
          {
            unique: true,
            name: 'authorSlot',
            partialFilterExpression: { authorSlot: { $type: 'string' } },
          },
        ],
        [{ contest: 1, person: 1 }, {}],
        [{ contest: 1, sender: 1 }, {}],
        [
          { contest: 1, 'correction.until': 1 },
          { partialFilterExpression: { 'correction.open': true }, name: 'owed' },
        ],
      ],
    ),
    relations: model(
      'relations',
      { _id: text, contest: text, person: text, to: anything, words: text, at: moment },
      [[{ contest: 1, person: 1 }, {}]],
    ),
    sheets: model(
      'sheets',
      {
        _id: text,
        contest: text,
        judge: text,
        entry: text,
        round: { type: String },
        points: anything,
        sum: text,
        at: moment,
        version: count,
        turn: text,
      },
      [
        [
          { contest: 1, judge: 1, entry: 1, round: 1 },
          { unique: true, name: 'sheetOfRound' },
        ],
      ],
    ),
    locks: model('locks', { _id: text, contest: text, round: text, unit: text, at: moment, by: text }),
    nominations: model(
      'nominations',
      {
        _id: text,
        contest: text,
        round: text,
        entry: text,
        sender: text,
        rank: count,
        decision: text,
        day: text,
        by: text,
        at: moment,
        slot: perhapsText,
        rankSlot: perhapsText,
        above: anything,
        withdrawnAt: perhapsMoment,
        withdrawnBy: perhapsText,
        withdrawnTurn: perhapsText,
        reason: perhapsText,
        earlier: [anything],
        turn: text,
      },
      [
        [{ contest: 1, sender: 1 }, {}],
        [{ slot: 1 }, { unique: true, name: 'slot', partialFilterExpression: { slot: { $type: 'string' } } }],
        [
          { rankSlot: 1 },
          { unique: true, name: 'rankSlot', partialFilterExpression: { rankSlot: { $type: 'string' } } },
        ],
      ],
    ),
    snapshots: model(
      'snapshots',
      { _id: text, contest: text, entry: text, likes: count, shares: count, at: moment, by: text },
      [[{ contest: 1, entry: 1, at: 1 }, {}]],
    ),
    results: model('results', {
      _id: text,
      contest: text,
      version: count,
      ranking: anything,
      publishedAt: moment,
      by: text,
      turn: text,
    }),
    contests: model('contests', {
      _id: text,
      version: count,
      plan: anything,
      decisions: [anything],
      moves: [anything],
      extensions: [anything],
      acceptances: [anything],
      rules: [anything],
      turn: { type: String },
      done: anything,
      createdAt: moment,
    }),
    leases: model('leases', { _id: text, owner: text, until: moment }),
    files: model('files', {
      _id: text,
      bytes: { type: Buffer, required: true },
      mime: text,
      name: text,
      at: moment,
    }),
    settings: model('settings', { _id: text, value: text }),
    unitLists: model('unitLists', {
      _id: text,
      generation: text,
      before: perhapsText,
      count,
      importedAt: moment,
    }),
    unitChunks: model(
      'unitChunks',
      { _id: text, list: text, generation: text, part: count, units: [anything] },
      [[{ list: 1, generation: 1, part: 1 }, {}]],
    ),
  };
}
