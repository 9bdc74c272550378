import { z } from 'zod';
import { nextId, timeIn, touch, userNamed, type Review } from '../hub.ts';
import { headOf } from '../proposals.ts';
import { mustWrite, pullOf, type Handler } from './call.ts';
import { Refusal, restAnswer } from './refusal.ts';
import { pullView } from './pull-view.ts';
import { reviewView } from './views.ts';

export const listReviews: Handler = (call) => {
  const pull = pullOf(call);
  return restAnswer(
    200,
    pull.pull.reviews.map((review) => reviewView(call.hub, pull, review)),
  );
};

const reviewBody = z.object({
  body: z.string().optional(),
  event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']).optional(),
});
const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

export const createReview: Handler = async (call) => {
  const { hub, user } = call;
  const pull = pullOf(call);
  const { body = '', event } = reviewBody.parse(call.body ?? {});
  if (user.login === pull.author && (event === 'APPROVE' || event === 'REQUEST_CHANGES')) {
    const what = event === 'APPROVE' ? 'approve' : 'request changes on';
    throw new Refusal(422, 'Unprocessable Entity', [`Review Can not ${what} your own pull request`]);
  }
  const review: Review = {
    id: nextId(hub),
    author: user.login,
    state: event === undefined ? 'PENDING' : states[event],
    body,
    commit: await headOf(hub, pull),
    submittedAt: timeIn(hub),
  };
  pull.pull.reviews.push(review);
  touch(hub, pull);
  return restAnswer(200, reviewView(hub, pull, review));
};

export const requestReviewers: Handler = async (call) => {
  const { hub } = call;
  const pull = pullOf(call);
  mustWrite(call, pull.author);
  const { reviewers = [] } = z.object({ reviewers: z.array(z.string()).optional() }).parse(call.body ?? {});
  const known = new Set(hub.users.filter(({ may }) => may !== 'none').map(({ login }) => login));
  if (!reviewers.every((login) => known.has(login))) {
    throw new Refusal(
      422,
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
    );
  }
  if (reviewers.includes(pull.author)) {
    throw new Refusal(422, 'Review cannot be requested from pull request author.');
  }
  const all = new Set([...pull.pull.requestedReviewers, ...reviewers]);
  pull.pull.requestedReviewers = [...all].map((login) => userNamed(hub, login).login);
  return restAnswer(201, await pullView(hub, pull));
};
