import Handlebars from 'handlebars';
import { diagnostic, type Diagnostic, type Report } from '../../diagnostics/diagnostic.js';
import { nearestSpelling } from '../../diagnostics/spelling.js';
import type { Messages } from './messages.js';

/** A template: its text, and the path under which findings name it. */
export interface TemplateSource {
  readonly file: string;
  readonly text: string;
}

/** What a template may name. */
export interface TemplateNames {
  readonly helpers: ReadonlySet<string>;
  readonly partials: ReadonlySet<string>;
  readonly messages: Messages;
}

/**
 * Reads a template and reports what can be told without filling it: faults of its syntax, output without escaping,
 * helpers, partials and messages that there are not.
 *
 * @returns false where something was reported: the template must not be used.
 */
export function checkTemplate(source: TemplateSource, names: TemplateNames, report: Report): boolean {
  let isSound = true;
  const tell = (finding: Diagnostic): void => {
    isSound = false;
    report(finding);
  };
  try {
    new NameCheck(source, names, tell).accept(Handlebars.parse(source.text));
  } catch (error) {
    tell(syntaxFault(source.file, error));
  }
  return isSound;
}

/** The name of the partial that holds what a template put around: `{{> @partial-block}}`. */
const PARTIAL_BLOCK = '@partial-block';

/** What a helper is called by: `{{name …}}`, `{{#name …}}`, `(name …)`. */
type HelperCall = Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash' | 'loc'>;

class NameCheck extends Handlebars.Visitor {
  constructor(
    private readonly source: TemplateSource,
    private readonly names: TemplateNames,
    private readonly tell: Report,
  ) {
    super();
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (!statement.escaped) {
      this.tell(
        diagnostic('site/unescaped-output', 'This prints without escaping, so that a text could become markup.', {
          ...this.placeOf(statement),
          help: 'Write {{name}}; markup of the texts is printed by {{html article}}.',
        }),
      );
    }
    this.checkCall(statement);
    super.MustacheStatement(statement);
  }

  override BlockStatement(statement: hbs.AST.BlockStatement): void {
    this.checkCall(statement);
    super.BlockStatement(statement);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.checkCall(expression);
    super.SubExpression(expression);
  }

  override PartialStatement(statement: hbs.AST.PartialStatement): void {
    this.checkPartial(statement);
    super.PartialStatement(statement);
  }

  override PartialBlockStatement(statement: hbs.AST.PartialBlockStatement): void {
    this.checkPartial(statement);
    super.PartialBlockStatement(statement);
  }

  /** A name with values after it is a helper; one without is a value of the view, which is known when it is filled. */
  private checkCall({ path, params, hash, loc }: HelperCall): void {
    const name = path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
    // The parser leaves `hash` out where a helper has no named values, whatever its type says.
    const pairs = (hash as hbs.AST.Hash | undefined)?.pairs.length ?? 0;
    if (params.length + pairs > 0 && !this.names.helpers.has(name)) {
      this.tellUnknown(`There is no helper “${name}”.`, name, [...this.names.helpers], { loc });
    }
    const [key] = params;
    if (name !== 't' || key?.type !== 'StringLiteral') return;
    const { value } = key as hbs.AST.StringLiteral;
    const { messages } = this.names;
    if (messages.has(value) || messages.has(`${value}.other`)) return;
    this.tellUnknown(`The site has no message “${value}”.`, value, messages.keys(), { loc: key.loc });
  }

  private checkPartial({ name: path, loc }: Pick<hbs.AST.PartialStatement, 'name' | 'loc'>): void {
    if (path.type !== 'PathExpression') return;
    const name = path.original;
    if (name === PARTIAL_BLOCK || this.names.partials.has(name)) return;
    this.tellUnknown(`There is no partial “${name}”.`, name, [...this.names.partials], { loc });
  }

  private tellUnknown(message: string, name: string, known: readonly string[], node: Pick<hbs.AST.Node, 'loc'>): void {
    const nearest = nearestSpelling(name, known);
    this.tell(
      diagnostic('site/template-error', message, {
        ...this.placeOf(node),
        actual: name,
        ...(nearest === undefined ? {} : { help: `Did you mean “${nearest}”?` }),
      }),
    );
  }

  private placeOf({ loc }: Pick<hbs.AST.Node, 'loc'>): Pick<Diagnostic, 'file' | 'position'> {
    return { file: this.source.file, position: { line: loc.start.line, column: loc.start.column + 1 } };
  }
}

/** A fault of the syntax, as the parser tells it: "Parse error on line 3: …", or with a place at its end. */
function syntaxFault(file: string, error: unknown): Diagnostic {
  const text = error instanceof Error ? error.message : String(error);
  const [first = '', ...rest] = text.split('\n');
  const expected = rest.find((line) => line.startsWith('Expecting')) ?? '';
  const place = / - (\d+):(\d+)$/.exec(first);
  const line = /on line (\d+)/.exec(first)?.[1] ?? place?.[1];
  const what = first.replace(/^(?:Parse|Lexical) error on line \d+[.:] ?/, '').replace(/ - \d+:\d+$/, '');
  return diagnostic('site/template-error', `This template cannot be read: ${what || readableTokens(expected)}.`, {
    file,
    ...(line === undefined ? {} : { position: { line: Number(line), column: Number(place?.[2] ?? 0) + 1 } }),
    help: 'Templates are written in Handlebars; every {{#…}} needs its {{/…}}.',
  });
}

/** The parser names what it found last: "…, got 'EOF'". */
function readableTokens(expected: string): string {
  const got = /got '(\w+)'/.exec(expected)?.[1];
  if (got === 'EOF') return 'it ends before a block is closed';
  return got === undefined ? 'its braces are wrong' : 'its braces or their content are wrong';
}
