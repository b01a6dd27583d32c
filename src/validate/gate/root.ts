import { diagnostic, type Diagnostic, type DiagnosticDetail } from '../../diagnostics/diagnostic.js';
import { TEI_NAMESPACE } from '../../tei/node.js';

/** The roots that are known for TEI even where the namespace is missing: the whole document, or a part of one. */
const teiRoots = new Set(
  'TEI teiCorpus teiHeader text standOff facsimile sourceDoc listPerson listPlace listOrg'.split(' '),
);

/**
 * Whether a document's root element is TEI P5's; if not, what it is instead and what to do.
 *
 * @param place file and position of the root element, for the finding.
 */
export function checkRoot(local: string, namespace: string, place: DiagnosticDetail): Diagnostic | undefined {
  if (local === 'TEI.2' || local === 'teiCorpus.2') {
    return diagnostic('gate/tei-p4', `The root element <${local}> is that of TEI P4, not of TEI P5.`, {
      ...place,
      expected: ['TEI'],
      actual: local,
      help: 'Convert the file to P5 first, for example with the stylesheet p4top5.xsl of the TEI Consortium.',
    });
  }
  if (namespace === TEI_NAMESPACE) return undefined;
  if (namespace === '' && teiRoots.has(local)) {
    return diagnostic(
      'gate/namespace-missing',
      `The root element <${local}> is in no namespace, so it is not TEI's <${local}>.`,
      {
        ...place,
        expected: [TEI_NAMESPACE],
        actual: '',
        help: `Write <${local} xmlns="${TEI_NAMESPACE}">.`,
      },
    );
  }
  if (/tei-c\.org|^https?:\/\/www\.tei/i.test(namespace)) {
    return diagnostic(
      'gate/namespace-wrong',
      `The namespace of <${local}> is "${namespace}"; ${difference(namespace)}.`,
      {
        ...place,
        expected: [TEI_NAMESPACE],
        actual: namespace,
        help: `Write xmlns="${TEI_NAMESPACE}", character for character: namespaces are compared as strings.`,
      },
    );
  }
  const where = namespace === '' ? 'in no namespace' : `of the namespace "${namespace}"`;
  return diagnostic('gate/not-tei', `The root element is <${local}> ${where}: this is no TEI file.`, {
    ...place,
    expected: ['TEI', 'teiCorpus'],
    actual: local,
    help: `Editio reads TEI P5: a root element <TEI> or <teiCorpus> with xmlns="${TEI_NAMESPACE}".`,
  });
}

/** What is wrong with a namespace that was meant to be TEI's, in words. */
function difference(namespace: string): string {
  if (namespace === `${TEI_NAMESPACE}/`) return "TEI's has no slash at its end";
  if (namespace === TEI_NAMESPACE.replace('http:', 'https:')) return "TEI's begins with http:, not https:";
  if (namespace.trim() === TEI_NAMESPACE) return "TEI's has no white space around it";
  if (namespace.toLowerCase() === TEI_NAMESPACE) return "TEI's is written in lower case";
  return `TEI's is "${TEI_NAMESPACE}"`;
}
