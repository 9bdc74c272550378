import type { Server } from 'node:http';

/** The port was taken, or the system refused it; `code` is the system's name for that. */
export type ListenResult = { port: number } | { refused: string };

/** Starts listening. Port 0 lets the system choose. */
export function listen(server: Server, port: number, host: string): Promise<ListenResult> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      resolve({ refused: error.code ?? error.message });
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      const address = server.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

/** Stops listening and ends open connections, also those that a browser keeps alive. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
