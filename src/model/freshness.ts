import { lastLookedAt, reviewDay, type Catalogue } from './catalogue.ts';
import { addDuration, daysBetween, durationSchema, type Day } from './day.ts';
import type { Post } from './post.ts';
import type { AuthorSlug } from './slug.ts';

/** A post at which somebody should look again. */
export interface Due {
  post: Post;
  /** By when. */
  day: Day;
  /** Who is asked: nobody when everybody who could be has left. */
  keeper: AuthorSlug | undefined;
}

/** Every post that this audience sees and that is due by a day, the longest overdue first. */
export function duePosts(catalogue: Catalogue, by: Day): Due[] {
  return catalogue.posts
    .flatMap((post): Due[] => {
      const day = reviewDay(post);
      return day === undefined || day > by ? [] : [{ post, day, keeper: keeperOf(catalogue, post) }];
    })
    .sort((a, b) => (a.day === b.day ? (a.post.slug < b.post.slug ? -1 : 1) : a.day < b.day ? -1 : 1));
}

/** Who keeps a post true: its owner or first author; when they have left, a steward of its group, else another author. */
export function keeperOf(
  { authorBySlug, groupBySlug, view }: Pick<Catalogue, 'authorBySlug' | 'groupBySlug' | 'view'>,
  post: Post,
): AuthorSlug | undefined {
  const stewards = post.group === undefined ? [] : (groupBySlug.get(post.group)?.stewards ?? []);
  const [first] = post.authors;
  const asked = [post.owner ?? first, ...stewards, ...post.authors];
  return asked.find((slug) => {
    const person = slug === undefined ? undefined : authorBySlug.get(slug);
    return person !== undefined && (person.left === undefined || person.left > view.day);
  });
}

/** What the fields of a post say when somebody made sure on a day that it is true, so that it is due again in its rhythm. */
export function renewed(post: Post, day: Day): { reviewed: Day; reviewBy?: Day } {
  const { reviewBy } = post;
  if (reviewBy === undefined || durationSchema.safeParse(reviewBy).success) return { reviewed: day };
  // A day by itself has no rhythm: it lies as far ahead as it did before.
  const days = Math.min(
    mostDays,
    Math.max(fewestDays, daysBetween(lastLookedAt(post), reviewDay(post) ?? day)),
  );
  return { reviewed: day, reviewBy: addDuration(day, durationSchema.parse(`${days} days`)) };
}

const [fewestDays, mostDays] = [30, 999];
