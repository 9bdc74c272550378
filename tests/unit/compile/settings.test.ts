import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/compile/settings.ts';
import { aSite } from '../../support/entries.ts';

const now = new Date('2026-11-22T23:30:00Z');
const settings = (env: Record<string, string | undefined> = {}) => readSettings('/blog', env, now);

describe('the settings of a build', () => {
  it('have places of their own within the engine', () => {
    expect(settings()).toMatchObject({
      dir: '/blog/content',
      label: 'content',
      cacheDir: '/blog/.cache/watercooler',
      outDir: '/blog/dist',
      preview: false,
    });
  });

  it('may name other places, from the engine or from the root', () => {
    const env = { CONTENT_DIR: 'examples/two', WATERCOOLER_OUT: '/srv/out', WATERCOOLER_CACHE: 'tmp' };
    expect(settings(env)).toMatchObject({
      dir: '/blog/examples/two',
      label: 'examples/two',
      cacheDir: '/blog/tmp',
      outDir: '/srv/out',
    });
    expect(settings({ CONTENT_DIR: '/srv/content' }).label).toBe('/srv/content');
    expect(settings({ CONTENT_DIR: '../content' }).dir).toBe('/content');
  });

  it('take an empty variable for one that is not set', () => {
    expect(settings({ CONTENT_DIR: '', WATERCOOLER_DAY: '', WATERCOOLER_PREVIEW: '' })).toMatchObject({
      dir: '/blog/content',
      preview: false,
    });
  });

  it('leave no delta in the search index when they are asked to', () => {
    expect(settings().compact).toBe(false);
    expect(settings({ WATERCOOLER_COMPACT: '1' }).compact).toBe(true);
  });

  it('build for everybody on the day that it is where the blog is', () => {
    const { view } = settings();
    expect(view(aSite({ timeZone: 'UTC' }))).toEqual({
      audience: { kind: 'public' },
      day: '2026-11-22',
      preview: false,
    });
    expect(view(aSite({ timeZone: 'Europe/Paris' })).day).toBe('2026-11-23');
  });

  it('may name another day, and ask for a preview', () => {
    const { view } = settings({ WATERCOOLER_DAY: '2027-01-01', WATERCOOLER_PREVIEW: '1' });
    expect(view(aSite())).toMatchObject({ day: '2027-01-01', preview: true });
  });

  it('refuse a day that does not exist', () => {
    expect(() => settings({ WATERCOOLER_DAY: '2026-02-30' })).toThrow(
      'The day in WATERCOOLER_DAY cannot be used.',
    );
  });
});
