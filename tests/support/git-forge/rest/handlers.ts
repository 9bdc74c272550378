import type { Handler } from './call.ts';
import { createComment, deleteComment, listComments, readComment, updateComment } from './comments.ts';
import { createIssue, listIssues, readIssue, updateIssue } from './issues.ts';
import { addLabels, createLabel, listLabels, listLabelsOfIssue, removeLabel, setLabels } from './labels.ts';
import { listCommits, pullsOfCommit } from './commits.ts';
import { createPull, listFiles, listPulls, merge, readPull, updatePull } from './pulls.ts';
import { createRef, deleteRef, matchingRefs, readRef, updateRef } from './refs.ts';
import {
  readBlob,
  readCollaborator,
  readContents,
  readRepository,
  readTree,
  readUser,
  writeContents,
} from './repository.ts';
import { createReview, listReviews, requestReviewers } from './reviews.ts';
import type { Route } from './routes.ts';

export const handlers: Record<Route, Handler> = {
  'GET /user': readUser,
  'GET /repos/{owner}/{repo}': readRepository,
  'GET /repos/{owner}/{repo}/collaborators/{username}': readCollaborator,
  'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': readTree,
  'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': readBlob,
  'GET /repos/{owner}/{repo}/git/ref/{ref}': readRef,
  'GET /repos/{owner}/{repo}/git/matching-refs/{ref}': matchingRefs,
  'POST /repos/{owner}/{repo}/git/refs': createRef,
  'PATCH /repos/{owner}/{repo}/git/refs/{ref}': updateRef,
  'DELETE /repos/{owner}/{repo}/git/refs/{ref}': deleteRef,
  'GET /repos/{owner}/{repo}/contents/{path}': readContents,
  'PUT /repos/{owner}/{repo}/contents/{path}': writeContents,
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls': pullsOfCommit,
  'GET /repos/{owner}/{repo}/pulls': listPulls,
  'POST /repos/{owner}/{repo}/pulls': createPull,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': readPull,
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': updatePull,
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge': merge,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': listFiles,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits': listCommits,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': listReviews,
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': createReview,
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': requestReviewers,
  'GET /repos/{owner}/{repo}/issues': listIssues,
  'POST /repos/{owner}/{repo}/issues': createIssue,
  'GET /repos/{owner}/{repo}/issues/{issue_number}': readIssue,
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}': updateIssue,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': listComments,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': createComment,
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': readComment,
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': updateComment,
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': deleteComment,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/labels': listLabelsOfIssue,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': addLabels,
  'PUT /repos/{owner}/{repo}/issues/{issue_number}/labels': setLabels,
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': removeLabel,
  'GET /repos/{owner}/{repo}/labels': listLabels,
  'POST /repos/{owner}/{repo}/labels': createLabel,
};
