import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { catalogue } from '../../../../../data/catalogue.ts';
import { remarkFeedResponse } from '../../../../../feeds/feed-response.ts';
import { talksIn } from '../../../../../model/conversation.ts';
import { commentsOf } from '../../../../../model/permalink.ts';
import { permalinkOfQuestion, slugOfTitle } from '../../../../../model/question.ts';

export const getStaticPaths = (() => {
  const { questions } = catalogue();
  return questions.map((question) => ({
    params: { number: String(question.number), slug: slugOfTitle(question.title) },
    props: { question },
  }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { question } }) => {
  const page = permalinkOfQuestion(question);
  return remarkFeedResponse(catalogue(), {
    permalink: commentsOf(page),
    page,
    name: question.title,
    talks: talksIn([question]),
  });
};
