import type { PathWithRoute, RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';

// The bundler makes this, with every page, into a program that runs without Astro and Vite; see program.ts.

const app = createApp({ streaming: false });

// An error ends the build; Astro would make a page of it.
app.renderError = (_request, { status, error, response }) => {
  if (response !== undefined && status !== 500) return Promise.resolve(response);
  throw error instanceof Error ? error : new Error(`The page answers with the status ${status}.`);
};

/** Every path that the routes have. */
export function paths(): Promise<PathWithRoute[]> {
  return new StaticPaths(app).getAll();
}

/** The page of a route at the address of the request. Rejects with the error that a page throws. */
export function render(request: Request, routeData: RouteData): Promise<Response> {
  return app.render(request, { routeData });
}
