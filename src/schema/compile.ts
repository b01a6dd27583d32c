import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readCustomization } from './customization.js';
import { buildGrammar, startNames } from './grammar.js';
import { reportStart } from './odd-faults.js';
import { reportSources } from './odd-source.js';
import { OddReport, type TextFile } from './odd-report.js';
import { buildSchemaModel } from './schema-model.js';
import { buildSchematron } from './schematron.js';
import { serializeGrammar } from './serialize-grammar.js';
import { serializeSchematron, type QueryBinding } from './serialize-schematron.js';
import { readTeiSource } from './tei-source.js';
import { readXmlTree } from './xml-tree.js';

export interface CompileInput {
  /** The customisation. */
  readonly odd: TextFile;
  /** The TEI's own specifications, in the version that the schema is to be of. */
  readonly p5subset: TextFile;
  /** The name of the schemaSpec that is meant, where the ODD has several; the first one by default. */
  readonly schema?: string;
  /** Whether the grammar tells what elements, attributes and values mean; true by default. */
  readonly documentation?: boolean;
  /** The query language that the Schematron is said to be written in; `xslt2` by default, as the TEI's is. */
  readonly queryBinding?: QueryBinding;
}

export interface CompiledSchema {
  /** RELAX NG in XML syntax; empty where the ODD has no schema. */
  readonly rng: string;
  /** ISO Schematron; empty where the ODD has no schema. */
  readonly sch: string;
  /** What is wrong with the ODD. With an error among them the schema is not to be trusted. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the schema that an ODD describes (Guidelines, chapters "Documentation Elements" and "Using the TEI"). */
export function compileOdd({
  odd,
  p5subset,
  schema,
  documentation = true,
  queryBinding = 'xslt2',
}: CompileInput): CompiledSchema {
  const report = new OddReport(odd);
  const failed = (): CompiledSchema => ({ rng: '', sch: '', diagnostics: report.diagnostics });
  const tree = readXmlTree(odd.text);
  if (tree.root === undefined) {
    report.fault(tree.fault);
    return failed();
  }
  const { source, fault } = readTeiSource(p5subset.text);
  if (source === undefined) {
    const unreadable = new OddReport(p5subset);
    unreadable.fault(fault);
    return { rng: '', sch: '', diagnostics: unreadable.diagnostics };
  }
  const customization = readCustomization(tree.root, report, schema);
  if (customization === undefined) return failed();
  reportSources(customization, report);
  const model = buildSchemaModel(customization, source, report);
  if (startNames(model).length === 0) {
    report.at(customization.node, 'schema/no-start', 'The schema has no element that a document may begin with.', {
      help: 'Name one that the schema has: <schemaSpec start="TEI">.',
    });
    return failed();
  }
  reportStart(model, report);
  const title = `${customization.ident}: made from an ODD with TEI P5 ${source.version}. Do not edit: change the ODD.`;
  const rng = serializeGrammar(buildGrammar(model), { title, documentation });
  const sch = serializeSchematron(buildSchematron(model, report), title, queryBinding);
  return { rng, sch, diagnostics: report.diagnostics };
}
