import { collections, folderPosts, plainPosts } from './editor-collections.ts';
import { hasEditor, newIssueUrl } from './forge.ts';
import { editorPermalink } from './permalink.ts';
import type { Source } from './post.ts';
import type { Forge, Site } from './site.ts';

/** Where the editor opens a post; undefined for those that it has no form for. */
export function editorEntry(forge: Forge | undefined, { path }: Pick<Source, 'path'>): string | undefined {
  const [, slug, index] = /^posts\/([^/]+?)(\/index)?\.md$/u.exec(path) ?? [];
  if (slug === undefined || !hasEditor(forge)) return undefined;
  const entry =
    index === undefined ? `${plainPosts}/entries/${slug}` : `${folderPosts}/entries/${slug}/index`;
  return `${editorPermalink}#/collections/${entry}`;
}

/** Everything that the editor in the browser needs to know, made from the schemas and from `site.yml`. */
export function editorConfig(site: Site, forge: Forge): object {
  return {
    backend: backendOf(forge),
    publish_mode: 'editorial_workflow',
    app_title: site.name,
    site_url: site.url,
    display_url: site.url,
    logo: { src: '/favicon.svg' },
    show_preview_links: false,
    issue_reports: { url: newIssueUrl(forge, '', '').replace(/\?.*$/u, '') },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 60 },
    output: { omit_empty_optional_fields: true },
    editor: { preview: false },
    // Pictures lie beside their entry.
    media_folder: '',
    public_folder: '',
    media_libraries: {
      default: {
        config: {
          slugify_filename: true,
          max_file_size: 5_000_000,
          transformations: { raster_image: { format: 'webp', quality: 85, width: 1600, height: 1600 } },
        },
      },
      stock_assets: { providers: [] },
    },
    collections: collections(),
  };
}

/** GitHub and GitLab answer programs at other addresses when they are run by a company. */
function backendOf({ kind, url, repository: repo, branch }: Forge): object {
  const root = url.replace(/\/$/u, '');
  const shared = {
    repo,
    branch,
    auth_methods: ['token'],
    squash_merges: true,
    commit_messages: {
      create: 'Write "{{slug}}"',
      update: 'Revise "{{slug}}"',
      delete: 'Remove "{{slug}}"',
      uploadMedia: 'Add {{path}}',
      deleteMedia: 'Remove {{path}}',
    },
  };
  if (kind === 'gitlab') {
    return {
      name: 'gitlab',
      ...shared,
      api_root: `${root}/api/v4`,
      graphql_api_root: `${root}/api/graphql`,
      base_url: root,
    };
  }
  if (root === 'https://github.com') return { name: 'github', ...shared };
  return { name: 'github', ...shared, api_root: `${root}/api/v3`, graphql_api_root: `${root}/api/graphql` };
}
