import { readEditorBundle } from '../compile/editor-bundle.ts';
import { editorConfig } from '../model/editor-config.ts';
import { forgeNames, hasEditor, requestName, requestsUrl } from '../model/forge.ts';
import { editorPermalink } from '../model/permalink.ts';
import type { Forge } from '../model/site.ts';
import { catalogue } from './catalogue.ts';

/** The one route of the editor, where the forge can take what it writes; otherwise none. */
export function editorRoutes(): { params: { editor: string } }[] {
  return hasEditor(catalogue().site.forge) ? [{ params: { editor: 'editor' } }] : [];
}

/** What the page around the editor shows, and where the editor finds itself and what it is told. */
export function editorPage() {
  const { site } = catalogue();
  const forge = forgeOf(site);
  const { kind, repository } = forge;
  return {
    site,
    forge: {
      name: forgeNames[kind],
      request: requestName(kind),
      requests: requestsUrl(forge),
      repository,
      token: tokenAdvice(kind, repository),
    },
    script: readEditorBundle().script,
    settings: `${editorPermalink}config.json`,
  };
}

/** What the editor is told. */
export function editorSettings(): object {
  const { site } = catalogue();
  return editorConfig(site, forgeOf(site));
}

/** How to make a token there; the link of the editor fills in the rest of the form. */
function tokenAdvice(kind: Forge['kind'], repository: string): string {
  if (kind === 'gitlab')
    return 'Make a token that may use the API, and choose a day on which it stops working.';
  const [owner = '', name = ''] = repository.split('/');
  return `There, choose ${owner} as the resource owner and, under “Repository access”, only ${name}. What the token may do is filled in. Choose a day on which it stops working.`;
}

function forgeOf({ forge }: { forge?: Forge | undefined }): Forge {
  if (forge === undefined) throw new Error('Without a forge there is no editor, and no route to it.');
  return forge;
}
