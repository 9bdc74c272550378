import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { closePullsFrom, tipOf } from '../proposals.ts';
import { admitWrite, createBranch, moveBranch } from '../writes.ts';
import { mustWrite, param, type Handler, type RestCall } from './call.ts';
import { notFound, Refusal, restAnswer } from './refusal.ts';
import { repositoryApi } from './addresses.ts';

function refView(hub: Hub, branch: string, sha: string): object {
  return {
    ref: `refs/heads/${branch}`,
    node_id: `REF_${branch}`,
    url: `${repositoryApi(hub)}/git/refs/heads/${branch}`,
    object: { sha, type: 'commit', url: `${repositoryApi(hub)}/git/commits/${sha}` },
  };
}

/** The branch that is meant; only branches are served. */
function branchOf(call: RestCall): string {
  const ref = param(call, 'ref');
  if (!ref.startsWith('heads/')) throw notFound();
  return ref.slice('heads/'.length);
}

export const readRef: Handler = async (call) => {
  const branch = branchOf(call);
  const tip = await tipOf(call.hub, branch);
  if (tip === undefined) throw notFound();
  return restAnswer(200, refView(call.hub, branch, tip));
};

export const matchingRefs: Handler = async (call) => {
  const format = '--format=%(refname:lstrip=2) %(objectname)';
  const listed = await call.hub.git(['for-each-ref', format, `refs/heads/`]);
  const refs = listed.split('\n').filter((line) => line.startsWith(branchOf(call)));
  return restAnswer(
    200,
    refs.map((line) => {
      const [branch = '', sha = ''] = line.split(' ');
      return refView(call.hub, branch, sha);
    }),
  );
};

export const createRef: Handler = async (call) => {
  mustWrite(call);
  const { ref, sha } = z.object({ ref: z.string(), sha: z.string() }).parse(call.body);
  if (!ref.startsWith('refs/heads/')) throw new Refusal(422, "Reference name must start with 'refs/heads/'.");
  const branch = ref.slice('refs/heads/'.length);
  const refused = await createBranch(call.hub, branch, sha);
  if (refused !== undefined) throw new Refusal(422, refused);
  return restAnswer(201, refView(call.hub, branch, sha));
};

export const updateRef: Handler = async (call) => {
  mustWrite(call);
  const { hub, user } = call;
  const branch = branchOf(call);
  const { sha, force = false } = z
    .object({ sha: z.string(), force: z.boolean().optional() })
    .parse(call.body);
  const tip = await tipOf(hub, branch);
  if (tip === undefined) throw new Refusal(422, 'Reference does not exist');
  if (!admitWrite(hub, branch, user, 'PATCH git/refs')) {
    throw new Refusal(422, 'Protected branch update failed: Changes must be made through a pull request.');
  }
  if ((await hub.objects.read(sha))?.type !== 'commit') throw new Refusal(422, 'Object does not exist');
  const isForward = await hub.git(['merge-base', '--is-ancestor', tip, sha]).catch(() => undefined);
  if (isForward === undefined && !force) throw new Refusal(422, 'Update is not a fast forward');
  await moveBranch(hub, branch, sha);
  return restAnswer(200, refView(hub, branch, sha));
};

export const deleteRef: Handler = async (call) => {
  mustWrite(call);
  const { hub, user } = call;
  const branch = branchOf(call);
  if ((await tipOf(hub, branch)) === undefined) throw new Refusal(422, 'Reference does not exist');
  if (!admitWrite(hub, branch, user, 'DELETE git/refs'))
    throw new Refusal(422, 'Cannot delete this protected branch');
  await closePullsFrom(hub, branch, user);
  await hub.git(['update-ref', '-d', `refs/heads/${branch}`]);
  return { status: 204, headers: {}, body: '' };
};
