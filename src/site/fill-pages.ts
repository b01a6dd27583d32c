import { setImmediate } from 'node:timers/promises';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.js';
import { nearestSpelling } from '../diagnostics/spelling.js';
import { recallOrMake, type BuildCache } from '../storage/build-cache.js';
import { fingerprint } from '../storage/fingerprint.js';
import { scanHtml, type PageScan } from './checks/html-scan.js';
import { pageHeads } from './machine/head.js';
import { pageFrame, pageView, type Page, type SiteContext } from './page.js';
import type { SiteFile } from './site-input.js';
import { TemplateFault } from './theme/template-fault.js';

/** A page with its HTML, and what the link check has to know of it. */
export interface RenderedPage extends SiteFile {
  readonly content: string;
  readonly scan: PageScan;
}

/** The pages with their HTML, and what is wrong with templates of the edition's own. */
export interface FilledPages {
  readonly rendered: readonly RenderedPage[];
  readonly faults: readonly Diagnostic[];
}

/** Pages after which other work, and signals, are let in. */
const TURN = 20;

/**
 * Fills the template of every page. A place in a template that fails is told once, however many pages have it.
 *
 * @param cache pages of earlier builds, known by the view that their template was filled with.
 * @param theme a hash of the templates and messages.
 * @throws for a fault of a built-in template: it is ours.
 */
export async function fillPages(
  pages: readonly Page[],
  context: SiteContext,
  { cache, theme }: { readonly cache: BuildCache; readonly theme: string },
): Promise<FilledPages> {
  const faults = new Map<string, Diagnostic>();
  const frame = pageFrame(pages, context, pageHeads(context));
  const rendered: RenderedPage[] = [];
  for (const [index, page] of pages.entries()) {
    if (index % TURN === TURN - 1) await setImmediate();
    const view = pageView(page, frame, context);
    const inputs = { contents: fingerprint(view), template: page.template, theme };
    try {
      const made = recallOrMake(cache, { step: 'page', name: page.path, inputs }, () => {
        const content = context.theme.render(page.template, view);
        return { path: page.path, content, scan: scanHtml(content) };
      });
      rendered.push(made);
    } catch (error) {
      if (!(error instanceof TemplateFault) || !context.theme.ownTemplates.has(error.file)) throw error;
      if (!faults.has(error.message)) faults.set(error.message, faultOf(error, page, view));
    }
  }
  return { rendered, faults: [...faults.values()] };
}

/** How deep the values of a view lie: page, list, member, list, member. */
const VIEW_DEPTH = 7;

function faultOf({ file, position, reason, missing }: TemplateFault, page: Page, view: object): Diagnostic {
  const nearest = missing === undefined ? undefined : nearestSpelling(missing, [...namesOf(view, VIEW_DEPTH)]);
  return diagnostic('site/template-error', `This template cannot be filled for ${page.path}: ${reason}`, {
    file,
    ...(position === undefined ? {} : { position }),
    ...(nearest === undefined ? {} : { help: `Did you mean “${nearest}”?` }),
  });
}

/** The names that a view has, to a depth; of a list, those of its first member. */
function namesOf(view: unknown, depth: number): ReadonlySet<string> {
  const names = new Set<string>();
  if (depth === 0 || typeof view !== 'object' || view === null) return names;
  const entries = Array.isArray(view) ? [['', (view as unknown[])[0]] as const] : Object.entries(view);
  for (const [name, value] of entries) {
    if (name !== '') names.add(name);
    for (const inner of namesOf(value, depth - 1)) names.add(inner);
  }
  return names;
}
