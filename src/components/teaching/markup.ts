import type { TeachingName } from '../../model/teaching.ts';
import Callout from './Callout.astro';
import Explanation from './Explanation.astro';
import Figure from './Figure.astro';
import Option from './Option.astro';
import Quiz from './Quiz.astro';
import Steps from './Steps.astro';
import Tab from './Tab.astro';
import Tabs from './Tabs.astro';
import Video from './Video.astro';

/** How each teaching component is drawn in a page. */
export const teachingMarkup = {
  Callout,
  Explanation,
  Figure,
  Option,
  Quiz,
  Steps,
  Tab,
  Tabs,
  Video,
} satisfies Record<TeachingName, unknown>;
