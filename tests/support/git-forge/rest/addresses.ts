import { createHash } from 'node:crypto';
import type { Hub } from '../hub.ts';

/** Ids that people have, made from their logins. */
export function userId(login: string): number {
  return createHash('sha1').update(login).digest().readUInt32BE(0);
}

/** What is asked of the REST API. */
export function apiOf(hub: Hub): string {
  return `${hub.origin}/api/v3`;
}

/** Where programs ask about the repository. */
export function repositoryApi(hub: Hub): string {
  return `${apiOf(hub)}/repos/${hub.owner}/${hub.name}`;
}

/** Where people see the repository. */
export function repositoryUrl(hub: Hub): string {
  return `${hub.origin}/${hub.owner}/${hub.name}`;
}
