/** What the frame of the widget finds out, and so what it says. */
export type Saying =
  'thread' | 'no thread yet' | 'sign out' | 'bad session' | 'too many requests' | 'nothing';

/**
 * Runs in the frame: messages are wrapped in `giscus`; a configuration comes whole on load and on every change; the height
 * is told again and again; a thread that exists is described two to four times, and only when metadata is wanted.
 */
export function frameScript({ says, seed, afterMs }: { says: Saying; seed: number; afterMs: number }): void {
  const { searchParams } = new URL(location.href);
  const origin = new URL(searchParams.get('origin') ?? location.href).origin;
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const say = (message: object) => parent.postMessage({ giscus: message }, origin);
  const repeat = (times: number, message: object) => {
    for (let time = 0; time < times; time += 1) say(message);
  };
  const reactions = { THUMBS_UP: { count: 1, viewerHasReacted: false } };
  const counts = { reactionCount: 1, totalCommentCount: 2, totalReplyCount: 0 };
  const repository = { nameWithOwner: searchParams.get('repo') };
  const discussion = { id: 'D_1', url: 'https://forge.example/d/1', locked: false, reactions, repository };
  const described = { discussion: { ...discussion, ...counts }, viewer: null };
  const session = searchParams.get('session') ?? '';

  const later: Record<Saying, () => void> = {
    thread: () => {
      say({ resizeHeight: 1147 });
      if (searchParams.get('emitMetadata') === '1') repeat(2 + random(3), described);
      for (let time = random(4); time > 0; time -= 1) say({ resizeHeight: 1147 + random(5) });
    },
    'no thread yet': () => {
      repeat(2, { error: 'Discussion not found' });
      say({ resizeHeight: 372 });
    },
    'sign out': () => {
      if (session !== '') say({ signOut: true, error: 'Bad credentials' });
      else say({ resizeHeight: 372 });
    },
    'bad session': () => {
      if (session !== '') say({ error: 'Invalid state value.' });
      else say({ resizeHeight: 372 });
    },
    'too many requests': () => repeat(1 + random(2), { error: 'API rate limit exceeded for installation.' }),
    nothing: () => undefined,
  };

  addEventListener('message', ({ origin: from, data }: MessageEvent<{ giscus?: { setConfig?: object } }>) => {
    const config = data.giscus?.setConfig;
    if (from !== origin || config === undefined) return;
    const item = document.createElement('li');
    item.textContent = JSON.stringify(config);
    document.querySelector('#configs')?.append(item);
  });
  const begin = () => {
    if (says !== 'nothing') say({ resizeHeight: session === '' ? 84 : 0 });
    setTimeout(later[says], random(40));
  };
  // The first height may come before the page knows that the frame has loaded, or after it.
  if (afterMs > 0) setTimeout(begin, afterMs);
  else if (random(2) === 0) begin();
  else addEventListener('load', () => setTimeout(begin, random(20)));
}
