import type { ChatId } from './chat.js';
import type { Letter } from './store/documents.js';

/** The letters in a sender's hands: a line for each chat, in order. */
export class Lines {
  readonly #lines = new Map<ChatId, Letter[]>();
  /** What is in a line, or has left one so lately that a query under way may still answer it. */
  readonly #known = new Set<string>();
  #settled: string[] = [];
  /** Chats that have more in the database than in their line. */
  readonly #partial = new Set<ChatId>();
  /** Chats of which somebody has said that there is something in the database. */
  #expected = new Set<ChatId>();

  get chats(): ChatId[] {
    return [...this.#lines.keys()];
  }

  /** The first letter of each line. Whoever was served last comes last. */
  get heads(): Letter[] {
    return [...this.#lines.values()].flatMap(([head]) => head ?? []);
  }

  /** Letters that were just written; a chat that has older ones in the database gets them from there. */
  add(letters: Letter[]): void {
    this.#append(letters.filter(({ chat }) => !this.#partial.has(chat)));
  }

  /** There is something for this chat in the database, which the next reading has to find. */
  expect(chat: ChatId): void {
    this.#expected.add(chat);
  }

  /**
   * Reads one batch of the backlog, leaving out the chats that have a line already, so that no chat's
   * many letters hide the others'. `false`: there is more.
   */
  async read(query: (except: ChatId[]) => Promise<Letter[]>, batch: number): Promise<boolean> {
    const left = this.#settled;
    this.#settled = [];
    const expected = this.#expected;
    this.#expected = new Set();
    const except = this.chats;
    const letters = await query(except).catch((error: unknown) => {
      for (const chat of expected) this.#expected.add(chat);
      throw error;
    });
    this.#append(letters);
    for (const id of left) this.#known.delete(id);
    // What was left out for its line, and whose line may be empty by now.
    const owed = except.filter((chat) => expected.has(chat));
    for (const chat of owed) if (this.#lines.has(chat)) this.#partial.add(chat);
    const isAll = letters.length < batch && owed.every((chat) => this.#partial.has(chat));
    if (letters.length === batch) for (const { chat } of letters) this.#partial.add(chat);
    return isAll;
  }

  /** The head of this line is done with. `true`: the database has more for this chat. */
  settle(letter: Letter): boolean {
    this.#settled.push(letter._id);
    const line = this.#lines.get(letter.chat);
    if (line?.[0] !== letter) return false;
    line.shift();
    this.#lines.delete(letter.chat);
    if (line.length > 0) this.#lines.set(letter.chat, line);
    else return this.#partial.delete(letter.chat);
    return false;
  }

  /** Everything of this chat was settled in the database. */
  settleAll(chat: ChatId): void {
    for (const { _id } of this.#lines.get(chat) ?? []) this.#settled.push(_id);
    this.#lines.delete(chat);
    this.#partial.delete(chat);
  }

  /** What this chat has is to be read again. */
  forget(chat: ChatId): void {
    for (const { _id } of this.#lines.get(chat) ?? []) this.#known.delete(_id);
    this.#lines.delete(chat);
    this.#partial.delete(chat);
  }

  /** Everything is to be read again, but for the letters that are on their way. */
  forgetAll(onTheirWay: Iterable<Letter>): void {
    this.#lines.clear();
    this.#known.clear();
    this.#partial.clear();
    this.#settled = [];
    for (const { _id } of onTheirWay) this.#known.add(_id);
  }

  /** A letter whose line was let go while it was on its way, and that did not go out. */
  release(letter: Letter): void {
    if (this.#lines.get(letter.chat)?.[0] !== letter) this.#known.delete(letter._id);
  }

  #append(letters: Letter[]): void {
    for (const letter of letters) {
      if (this.#known.has(letter._id)) continue;
      this.#known.add(letter._id);
      const line = this.#lines.get(letter.chat);
      if (line) line.push(letter);
      else this.#lines.set(letter.chat, [letter]);
    }
  }
}
