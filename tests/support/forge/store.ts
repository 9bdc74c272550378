import { createChance, type Chance } from './random.ts';

/** What the forge knows. Everything can be changed at any time, as by people; see changes.ts and manage.ts. */
export interface Store {
  owner: string;
  name: string;
  /** As owner and name: who asks for one of these is led here, as after the repository was renamed. */
  formerly: string[];
  /** Where people see the repository, without a slash at its end. */
  url: string;
  hasDiscussions: boolean;
  people: Person[];
  categories: Category[];
  discussions: Discussion[];
  /** Everything that can be looked up by its id, while it exists. */
  nodes: Map<string, Node>;
  /** Seconds since 1970. It goes on with each change, not with the clock on the wall. */
  now: number;
  lastNumber: number;
  lastDatabaseId: number;
  chance: Chance;
}

export type Node = Discussion | Remark | Category;

export interface Person {
  kind: 'User' | 'Bot';
  login: string;
  name: string | null;
}

export interface Category {
  is: 'category';
  id: string;
  name: string;
  answerable: boolean;
}

export type Reaction =
  'THUMBS_UP' | 'THUMBS_DOWN' | 'LAUGH' | 'HOORAY' | 'CONFUSED' | 'HEART' | 'ROCKET' | 'EYES';
export type Reason = 'abuse' | 'duplicate' | 'off-topic' | 'outdated' | 'resolved' | 'spam';

interface Written {
  id: string;
  databaseId: number;
  /** Null when the account is gone. */
  author: Person | null;
  body: string;
  createdAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  upvotes: number;
  reactions: Map<Reaction, number>;
}

/** A comment, or a reply to one: the forge makes no difference but that a reply has no replies. */
export interface Remark extends Written {
  is: 'remark';
  discussion: Discussion;
  replyTo: Remark | null;
  replies: Remark[];
  minimized: Reason | null;
  deletedAt: string | null;
}

export interface Poll {
  question: string;
  options: { label: string; votes: number }[];
}

export interface Discussion extends Written {
  is: 'discussion';
  number: number;
  title: string;
  category: Category;
  labels: string[];
  locked: boolean;
  closed: boolean;
  answer: Remark | null;
  answerChosenAt: string | null;
  poll: Poll | null;
  comments: Remark[];
  /** The repository it was transferred to, as owner and name. */
  movedTo: string | null;
}

/** A repository with categories and people, and not a word said. */
export function createEmptyStore(seed: number): Store {
  const [owner, name] = ['kestrel-quay', 'watercooler'];
  const store: Store = {
    owner,
    name,
    url: `https://github.com/${owner}/${name}`,
    formerly: [],
    hasDiscussions: true,
    people: [],
    categories: [],
    discussions: [],
    nodes: new Map(),
    now: Date.parse('2026-01-05T08:00:00Z') / 1000,
    lastNumber: 0,
    lastDatabaseId: 9_000_000,
    chance: createChance(seed),
  };
  for (const [category, answerable] of [
    ['Watercooler', false],
    ['Questions', true],
    ['Ideas', false],
    ['Polls', false],
  ] as const) {
    addCategory(store, category, answerable);
  }
  for (const [login, person] of [
    ['amara-okafor', 'Amara Okafor'],
    ['hana-sato', 'Hana Satō'],
    ['tomasz-krol', 'Tomasz Król'],
    ['marguerite-dube', 'Marguerite Dubé'],
    ['quiet-reader', null],
  ] as const) {
    store.people.push({ kind: 'User', login, name: person });
  }
  store.people.push({ kind: 'Bot', login: 'rota-bot', name: null });
  return store;
}

export function addCategory(store: Store, name: string, answerable = false): Category {
  const category: Category = { is: 'category', id: createId(store, 'DIC'), name, answerable };
  store.categories.push(category);
  store.nodes.set(category.id, category);
  return category;
}

/** An id in the form of the forge's: a prefix that names the type, and signs that mean nothing. */
export function createId(store: Store, prefix: 'D' | 'DC' | 'DIC'): string {
  store.lastDatabaseId += 1;
  const bytes = Buffer.alloc(9);
  bytes.writeUInt8(0x92, 0);
  bytes.writeUInt32BE(0xce00_5f3a, 1);
  bytes.writeUInt32BE(store.lastDatabaseId, 5);
  return `${prefix}_kwDO${bytes.toString('base64url')}`;
}

/** The time in the store, to the second, as the forge writes it. */
export function timeIn(store: Store): string {
  return new Date(store.now * 1000).toISOString().replace('.000Z', 'Z');
}

/** The category of this name; throws when there is none. */
export function categoryNamed(store: Store, name: string): Category {
  const category = store.categories.find((candidate) => candidate.name === name);
  if (category === undefined) throw new Error(`The store has no category "${name}".`);
  return category;
}

/** The discussion of this title; throws when there is none. */
export function discussionTitled(store: Store, title: string): Discussion {
  const discussion = store.discussions.find((candidate) => candidate.title === title);
  if (discussion === undefined) throw new Error(`The store has no discussion "${title}".`);
  return discussion;
}
