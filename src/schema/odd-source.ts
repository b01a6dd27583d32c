import type { Customization } from './customization.js';
import type { OddReport, TextFile } from './odd-report.js';
import { DEFAULT_TEI_VERSION } from './tei-release.js';
import { attribute, descendants, isTei, readXmlTree, type XmlElement } from './xml-tree.js';

const release = /^tei:(\d+\.\d+\.\d+[a-z]?)$/;

/**
 * The version of the TEI that an ODD asks for (`schemaSpec/@source="tei:4.7.0"`; Guidelines, section "Prefixing and
 * Versions"), or the usual one.
 */
export function requestedVersion({ text }: TextFile): string {
  const { root } = readXmlTree(text);
  for (const node of root === undefined ? [] : descendants(root)) {
    const version = isTei(node, 'schemaSpec') ? release.exec(attribute(node, 'source') ?? '')?.[1] : undefined;
    if (version !== undefined) return version;
  }
  return DEFAULT_TEI_VERSION;
}

/** Reports sources other than the TEI's own specifications, and modules that are written in RELAX NG. */
export function reportSources({ node, modules, references, externalModules }: Customization, report: OddReport): void {
  const named = [node, ...[...modules, ...references].map((each) => each.node)];
  for (const each of named) {
    const source = attribute(each, 'source');
    if (source === undefined || isTeiSource(source)) continue;
    report.at(
      each,
      'schema/source-not-supported',
      `The source “${source}” is another customisation, which is not read.`,
      {
        help: 'Schemas are made from the TEI itself: write source="tei:4.9.0", or leave @source out.',
      },
    );
  }
  for (const each of externalModules) reportExternal(each, report);
}

/** A released version, `tei:current`, or a file or address of the TEI's specifications. */
function isTeiSource(source: string): boolean {
  return release.test(source) || source === 'tei:current' || /(?:^|\/)p5subset\.xml$/.test(source);
}

function reportExternal(node: XmlElement, report: OddReport): void {
  const url = attribute(node, 'url') ?? '';
  report.at(node, 'schema/external-module', `The module “${url}” is a schema of its own, which is not read.`, {
    help: 'Declare its elements with <elementSpec ns="…"> and content in RELAX NG, or allow <anyElement> of its namespace.',
  });
}
