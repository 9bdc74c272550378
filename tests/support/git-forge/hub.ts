import { openGit, type Git } from '../../../src/source/git.ts';
import { openObjects, type Objects } from './objects.ts';

/** Somebody with a token. */
export interface HubUser {
  login: string;
  name: string;
  token: string;
  /** What the token may do with the repository; with "none" it is told that there is no such repository. */
  may: 'admin' | 'write' | 'read' | 'none';
  kind?: 'User' | 'Bot';
}

export interface Comment {
  id: number;
  author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING' | 'DISMISSED';

export interface Review {
  id: number;
  author: string;
  state: ReviewState;
  body: string;
  /** What the branch pointed to when the review was given. */
  commit: string;
  submittedAt: string;
}

/** What a pull request has that an issue has not. */
export interface Proposal {
  head: string;
  base: string;
  draft: boolean;
  reviews: Review[];
  requestedReviewers: string[];
  /** The commits that it was about when it was closed; an open one asks its branches. */
  closedWith: { head: string; base: string } | null;
  merged: { at: string; by: string; commit: string } | null;
}

/** An issue. A pull request is one too, with numbers from the same row. */
export interface Ticket {
  number: number;
  id: number;
  title: string;
  body: string | null;
  author: string;
  state: 'open' | 'closed';
  labels: string[];
  comments: Comment[];
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  closedBy: string | null;
  pull: Proposal | null;
}

/** A pull request. */
export type Pull = Ticket & { pull: Proposal };

/** A write that was refused because the branch takes changes by pull request only. */
export interface RefusedWrite {
  branch: string;
  by: string;
  /** The operation that tried it. */
  operation: string;
}

export interface Label {
  id: number;
  name: string;
  color: string;
  description: string | null;
}

/** What the fake knows besides what is in the repository. */
export interface Hub {
  dir: string;
  git: Git;
  /** The same for questions about commits, which never change: each is asked once. */
  ask: (args: readonly string[]) => Promise<string>;
  objects: Objects;
  owner: string;
  name: string;
  /** The branch that pull requests go to, and that nobody writes to. */
  branch: string;
  /** Where it listens. */
  origin: string;
  users: readonly HubUser[];
  tickets: Ticket[];
  labels: Label[];
  refused: RefusedWrite[];
  now: () => Date;
  lastId: number;
}

export interface HubOptions {
  /** A bare repository. */
  repository: string;
  users: readonly HubUser[];
  owner?: string;
  name?: string;
  branch?: string;
  now?: () => Date;
}

export function createHub(options: HubOptions): Hub {
  const { repository: dir, users, owner = 'kestrel-quay', name = 'watercooler', branch = 'main' } = options;
  const { now = () => new Date() } = options;
  const git = openGit(dir);
  const asked = new Map<string, Promise<string>>();
  return {
    dir,
    git,
    ask: (args) => {
      const question = args.join('\0');
      const answer = asked.get(question) ?? git(args);
      asked.set(question, answer);
      return answer;
    },
    objects: openObjects(dir),
    owner,
    name,
    branch,
    origin: '',
    users,
    tickets: [],
    labels: [],
    refused: [],
    now,
    lastId: 1000,
  };
}

export function nextId(hub: Hub): number {
  hub.lastId += 1;
  return hub.lastId;
}

/** The time, to the second, as the forge writes it. */
export function timeIn(hub: Hub): string {
  return hub
    .now()
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z');
}

/** Throws when nobody has this login. */
export function userNamed(hub: Hub, login: string): HubUser {
  const user = hub.users.find((candidate) => candidate.login === login);
  if (user === undefined) throw new Error(`The fake forge has no user "${login}".`);
  return user;
}

export function isPull(ticket: Ticket): ticket is Pull {
  return ticket.pull !== null;
}

/** The label of this name. Labels come into being when they are first used, as on the forge. */
export function labelNamed(hub: Hub, name: string): Label {
  const known = hub.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
  if (known !== undefined) return known;
  const label: Label = { id: nextId(hub), name, color: 'ededed', description: '' };
  hub.labels.push(label);
  return label;
}

/** What happened to it is its newest change. */
export function touch(hub: Hub, ticket: Ticket): void {
  ticket.updatedAt = timeIn(hub);
}
