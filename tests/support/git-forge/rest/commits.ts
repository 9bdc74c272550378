import { isPull } from '../hub.ts';
import { commitsOf } from '../proposals.ts';
import { repositoryApi, repositoryUrl } from './addresses.ts';
import { param, pullOf, type Handler, type RestCall } from './call.ts';
import { pullView } from './pull-view.ts';
import { Refusal, restAnswer } from './refusal.ts';

export const listCommits: Handler = async (call) => {
  const commits = await commitsOf(call.hub, pullOf(call));
  return restAnswer(200, await Promise.all(commits.map((oid) => commitView(call, oid))));
};

async function commitView({ hub }: RestCall, oid: string): Promise<object> {
  const format = '%T%n%P%n%an%n%ae%n%aI%n%cn%n%ce%n%cI%n%B';
  const [tree, parents = '', an, ae, ai, cn, ce, ci, ...message] = (
    await hub.git(['show', '-s', `--format=${format}`, oid])
  ).split('\n');
  const url = `${repositoryApi(hub)}/commits/${oid}`;
  return {
    sha: oid,
    node_id: `C_${oid}`,
    url,
    html_url: `${repositoryUrl(hub)}/commit/${oid}`,
    comments_url: `${url}/comments`,
    commit: {
      url: `${repositoryApi(hub)}/git/commits/${oid}`,
      author: { name: an, email: ae, date: ai },
      committer: { name: cn, email: ce, date: ci },
      message: message.join('\n').trimEnd(),
      tree: { sha: tree, url: `${repositoryApi(hub)}/git/trees/${tree ?? ''}` },
      comment_count: 0,
    },
    author: null,
    committer: null,
    parents: parents
      .split(' ')
      .filter(Boolean)
      .map((sha) => ({ sha, url: `${repositoryApi(hub)}/commits/${sha}` })),
  };
}

/** Those that brought a commit, or that a merge commit comes from. */
export const pullsOfCommit: Handler = async (call) => {
  const { hub } = call;
  const wanted = param(call, 'commit_sha');
  if ((await hub.objects.read(wanted))?.type !== 'commit')
    throw new Refusal(422, `No commit found for SHA: ${wanted}`);
  const found: object[] = [];
  for (const pull of hub.tickets.filter(isPull)) {
    const brought = pull.pull.merged?.commit === wanted || (await commitsOf(hub, pull)).includes(wanted);
    if (brought) found.push(await pullView(hub, pull));
  }
  return restAnswer(200, found);
};
