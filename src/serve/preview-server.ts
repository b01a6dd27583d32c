import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import type { ReviewDesk } from '../review/desk.js';
import { isInside } from '../storage/containment.js';
import { systemErrorCode, systemReason } from '../storage/file-system.js';
import { packageFolder } from '../version.js';
import { isFromHere, pathOf } from './requests.js';
import { REVIEW_PAGE, reviewRoutes } from './review-routes.js';

/** What a preview tells the pages that are open: that they are new, or what is wrong with the edition. */
export type PreviewEvent = { readonly kind: 'built' } | { readonly kind: 'findings'; readonly text: string };

/** A site on this computer, for the one who makes it. */
export interface PreviewServer {
  /** `http://127.0.0.1:4000/` */
  readonly address: string;
  /** Tells all open pages; one that opens later is told the last findings. */
  readonly tell: (event: PreviewEvent) => void;
  readonly close: () => Promise<void>;
}

/** What the server itself answers; no file of a site begins with a hyphen. */
const SCRIPT = '/-/reload.js';
const EVENTS = '/-/events';
/** Files of the tool that pages of the preview ask for. */
const OWN_FILES: Readonly<Record<string, string>> = {
  [SCRIPT]: 'templates/serve/reload.js',
  '/-/preview.css': 'templates/serve/preview.css',
  '/-/review.js': 'templates/serve/review.js',
  '/-/answer-forms.js': 'templates/serve/answer-forms.js',
  '/-/review.css': 'templates/serve/review.css',
  '/-/site.css': 'templates/assets/site.css',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.rng': 'application/xml',
  '.sch': 'application/xml',
  '.odd': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * Serves a folder on the loopback interface, and nothing outside it. Requests for other hosts, and from pages of
 * others, are refused: a site in another tab could read an unpublished edition otherwise (DNS rebinding).
 *
 * @param folder gives the site's, at each request; it may not be there yet. @param port 0 for any free one.
 * @param desk where the questions of a review are answered; a preview without one only shows.
 * @throws where the port is taken (`EADDRINUSE`).
 */
export async function startPreview(folder: () => string, port: number, desk?: ReviewDesk): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  let findings: PreviewEvent | undefined;
  const review = desk === undefined ? undefined : reviewRoutes(desk);
  const tags = `<link rel="stylesheet" href="/-/preview.css"><script src="${SCRIPT}"${desk === undefined ? '' : ` data-review="${REVIEW_PAGE}"`} defer></script>`;
  const server = createServer((request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (!isFromHere(request, portOf(server))) {
      end(response, 403, 'This server answers only to this computer.');
      return;
    }
    const path = pathOf(request);
    if (path === undefined) {
      end(response, 400, 'This is no address.');
      return;
    }
    if (review?.(request, response, path, portOf(server)) === true) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      end(response, 405, 'Only reading is possible.');
      return;
    }
    const own = OWN_FILES[path];
    if (own !== undefined) {
      response.setHeader('Content-Type', TYPES[extname(path)] ?? '');
      return void response.end(readFileSync(join(packageFolder, own)));
    }
    if (path === EVENTS) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(findings === undefined ? ': open\n\n' : messageOf(findings));
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      return;
    }
    serveFile(response, folder(), path, tags);
  });
  await new Promise<void>((started, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', started);
  });
  return {
    address: `http://127.0.0.1:${portOf(server)}/`,
    tell: (event) => {
      findings = event.kind === 'findings' ? event : undefined;
      for (const listener of listeners) listener.write(messageOf(event));
    },
    close: async () => {
      for (const listener of listeners) listener.end();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** A server-sent event (HTML, 9.2.5): each line of the text in a field of its own. */
function messageOf(event: PreviewEvent): string {
  const lines = event.kind === 'findings' ? event.text.split('\n') : ['now'];
  return `event: ${event.kind}\n${lines.map((line) => `data: ${line}\n`).join('')}\n`;
}

/**
 * A file that cannot be read, or is gone by now since a build replaces it, ends one request and not the preview.
 *
 * @param tags what a preview adds to the head of each page.
 */
function serveFile(response: ServerResponse, folder: string, path: string, tags: string): void {
  const asked = fileIn(folder, path.endsWith('/') ? `${path}index.html` : path);
  const file = asked ?? fileIn(folder, '/404.html');
  if (file === undefined) {
    end(response, 404, 'The site is not built yet.', tags);
    return;
  }
  response.statusCode = asked === undefined ? 404 : 200;
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  response.setHeader('Content-Type', type);
  const refuse = (error: unknown): void => {
    const reason = systemReason(error);
    if (response.headersSent) response.destroy();
    else end(response, systemErrorCode(error) === 'ENOENT' ? 404 : 500, `This cannot be read: ${reason}.`, tags);
  };
  if (type.startsWith('text/html')) {
    try {
      response.end(withTags(readFileSync(file, 'utf8'), tags));
    } catch (error) {
      refuse(error);
    }
    return;
  }
  const stream = createReadStream(file);
  stream.on('error', refuse);
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

/** The file that a path names inside the folder, links followed only within it; undefined for none. */
function fileIn(folder: string, path: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(resolve(root, `.${path}`));
    return isInside(root, file) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

function withTags(html: string, tags: string): string {
  const head = html.indexOf('</head>');
  return head === -1 ? html + tags : html.slice(0, head) + tags + html.slice(head);
}

/** A short answer in words; as a page, with tags in its head, it is told when there is something to see. */
function end(response: ServerResponse, status: number, words: string, tags?: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', TYPES[tags === undefined ? '.txt' : '.html'] ?? '');
  const page = `<!DOCTYPE html><html lang="en"><head><title>Editio</title></head><body><p>${words}</p></body></html>`;
  response.end(tags === undefined ? `${words}\n` : withTags(page, tags));
}
