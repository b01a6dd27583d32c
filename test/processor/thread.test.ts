import { describe, expect, it } from 'vitest';
import { compileStylesheet } from '../../src/processor/compiler.js';
import { closeExecutable } from '../../src/processor/executable.js';
import { runTask, TimeLimitError } from '../../src/processor/thread.js';

const xslt = (parts: string): string =>
  `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:at="urn:editio:schematron">\n${parts}</xsl:stylesheet>`;
const checking = (expression: string): string =>
  xslt(`<xsl:template match="/" mode="at:check"><xsl:sequence select="${expression}"/></xsl:template>`);

async function executable(source: string): Promise<string> {
  const compilation = await compileStylesheet(source, 30_000);
  if ('fault' in compilation) throw new Error(compilation.fault.message);
  return compilation.executable;
}

const document = { text: '<a n="1"/>', address: 'file:///a/b.xml' };

async function check(text: string, timeLimit?: number): Promise<unknown> {
  const [answer] = await runTask({ kind: 'check', executable: text, documents: [document] }, timeLimit);
  return answer;
}

describe('the compiler', () => {
  it('says the line of a fault', async () => {
    const compilation = await compileStylesheet(xslt('\n<xsl:template match="a["/>'), 30_000);
    expect(compilation).toEqual({ fault: { message: expect.stringContaining('end of the input') as string, line: 3 } });
  });

  it.each(['include', 'import'])('does not read what a stylesheet would %s', async (instruction) => {
    const path = new URL('../../templates/xslt/common/words.xsl', import.meta.url).href;
    const compilation = await compileStylesheet(xslt(`<xsl:${instruction} href="${path}"/>`), 30_000);
    const message = expect.stringContaining('neither read nor write files') as string;
    expect(compilation).toEqual({ fault: { message, line: 0 } });
  });
});

describe('an executable', () => {
  it('that was closed runs as before', async () => {
    const source = checking("map { 'node': /a/@n, 'base': base-uri(/), 'sum': sum((1, 2)) }");
    const { executable: closed, closed: names } = closeExecutable(await executable(source));
    expect(names).toEqual([]);
    expect(await check(closed)).toEqual({
      findings: [{ node: { element: 0, attribute: 'n' }, base: 'file:///a/b.xml', sum: 3 }],
    });
  });

  it('names what was closed, with the line', async () => {
    const { executable: closed, closed: names } = closeExecutable(await executable(checking("doc('x')")));
    expect(names).toEqual([{ name: 'doc', line: 2 }]);
    expect(await check(closed)).toEqual({ failure: 'doc' });
  });

  it.each(["doc('ADDRESS')", "unparsed-text('ADDRESS')", "document('ADDRESS')", "doc('ADDRESS')/*"])(
    'reads no file even where it was not closed: %s',
    async (expression) => {
      const file = new URL('../../templates/xslt/schematron.xsl', import.meta.url).href;
      const source = checking(expression.replace('ADDRESS', file));
      expect(await check(await executable(source))).toEqual({
        failure: expect.stringContaining('neither read nor write files') as string,
      });
    },
  );

  it('with a wrong checksum is refused', async () => {
    const text = await executable(checking("map { 'a': 1 }"));
    const { executable: closed } = closeExecutable(text);
    expect(await check(closed.replace('"val":"1"', '"val":"2"'))).toHaveProperty('failure');
  });
});

describe('the thread', () => {
  it('ends a task that takes too long, and does what waits behind it', { timeout: 30_000 }, async () => {
    const { executable: endless } = closeExecutable(
      await executable(checking("map { 'n': count(for $x in 1 to 1000000000 return $x) }")),
    );
    const { executable: quick } = closeExecutable(await executable(checking("map { 'n': 1 }")));
    const late = check(endless, 500);
    const behind = check(quick, 20_000);
    await expect(late).rejects.toBeInstanceOf(TimeLimitError);
    expect(await behind).toEqual({ findings: [{ n: 1 }] });
  });
});
